/** The complaints of a period with everything still open, kept current from change events. */
import { useMemo } from 'react';
import type { Envelope } from '@shared/core/envelope';
import type { Period } from '@shared/core/period';
import { addDays } from '@shared/core/time';
import { isComplaint, type Complaint } from '@shared/complaints/schema';
import { REPEAT_DAYS } from '@shared/complaints/similar';
import { useLive, type ReadState } from '../../data/live';
import { dueTickets } from '../../data/due-tickets';
import { range } from '../../data/read';

export interface Complaints {
  readonly state: ReadState;
  /** Newest first. */
  readonly complaints: readonly Complaint[];
  /** Days of all these: what is still open may be older than the period. */
  readonly span: Period;
}

type ById = ReadonlyMap<string, Envelope>;

async function load({ from, to }: Period): Promise<ById> {
  const lists = await Promise.all([
    range('tickets', 'kind', ['complaint', from], ['complaint', to]),
    // Whatever is open has a due time.
    dueTickets(),
  ]);
  return new Map(
    lists
      .flat()
      .filter(isComplaint)
      .map((doc) => [doc.id, doc]),
  );
}

const newestFirst = (a: Envelope, b: Envelope): number =>
  b.at.localeCompare(a.at) || b.id.localeCompare(a.id);

const fold = (records: ById, docs: readonly Envelope[]): ById =>
  new Map([...records, ...docs.filter(isComplaint).map((doc) => [doc.id, doc] as const)]);

export function useComplaints(period: Period): Complaints {
  const live = useLive(
    () => load(period),
    ['tickets'],
    [period.from, period.to],
    (records, change) => fold(records, change.docs),
  );
  const records = live.state === 'ready' ? live.value : null;
  return useMemo(() => {
    const complaints = [...(records?.values() ?? [])].filter(isComplaint).sort(newestFirst);
    const first = complaints.reduce((least, { day }) => (day < least ? day : least), period.from);
    return { state: live.state, complaints, span: { from: first, to: period.to } };
  }, [records, live.state, period.from, period.to]);
}

/** Complaints around one, among which its repeats and its collective are looked for. */
export function useNeighbours({ day }: Complaint, days: number): readonly Complaint[] {
  const from = addDays(day, -REPEAT_DAYS);
  const to = addDays(day, days);
  const live = useLive(
    async () => (await range('tickets', 'kind', ['complaint', from], ['complaint', to])).filter(isComplaint),
    ['tickets'],
    [from, to],
  );
  return live.state === 'ready' ? live.value : NONE;
}

const NONE: readonly Complaint[] = [];
