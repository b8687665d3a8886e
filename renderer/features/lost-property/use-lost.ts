/** The records of a period with everything still open, kept current from change events. */
import { useMemo } from 'react';
import type { Envelope } from '@shared/core/envelope';
import type { Period } from '@shared/core/period';
import type { FoundItem, Handover, LossReport } from '@shared/lost-property/schema';
import { useLive, type ReadState } from '../../data/live';
import { range } from '../../data/read';

export interface LostRecords {
  readonly state: ReadState;
  /** Newest first. */
  readonly items: readonly FoundItem[];
  readonly reports: readonly LossReport[];
  readonly sheets: readonly Handover[];
  /** Days of all these records: what is still open may be older than the period. */
  readonly span: Period;
}

type ById = ReadonlyMap<string, Envelope>;

async function load({ from, to }: Period): Promise<ById> {
  const lists = await Promise.all([
    range('lostItems', 'day', [from], [to]),
    // Whatever is held, unsigned or under a clock has a due time; what HR keeps without a notice has none.
    range('lostItems', 'due', ['0'], ['9998']),
    ...['handedOver', 'open', 'matched'].map((status) => range('lostItems', 'status', [status], [status])),
  ]);
  return new Map(lists.flat().map((doc) => [doc.id, doc]));
}

const newestFirst = (a: Envelope, b: Envelope): number =>
  b.at.localeCompare(a.at) || b.id.localeCompare(a.id);

export function useLost(period: Period): LostRecords {
  const live = useLive(
    () => load(period),
    ['lostItems'],
    [period.from, period.to],
    (records, change) => new Map([...records, ...change.docs.map((doc) => [doc.id, doc] as const)]),
  );
  const records = live.state === 'ready' ? live.value : null;
  return useMemo(() => {
    const all = [...(records?.values() ?? [])].sort(newestFirst);
    return {
      state: live.state,
      items: all.filter((doc): doc is FoundItem => doc.kind === 'foundItem'),
      reports: all.filter((doc): doc is LossReport => doc.kind === 'lossReport'),
      span: { from: all.reduce((first, { day }) => (day < first ? day : first), period.from), to: period.to },
      sheets: all.filter((doc): doc is Handover => doc.kind === 'handover'),
    };
    // The period's days decide, not the object that holds them.
  }, [records, live.state, period.from, period.to]);
}

/** True for records registered within a period. */
export const within = ({ from, to }: Period, { day }: { readonly day: string }): boolean =>
  day >= from && day <= to;
