/** The talks of a period with everything still open, kept current from change events. */
import { useMemo } from 'react';
import type { Period } from '@shared/core/period';
import { isTalk } from '@shared/talks/access';
import type { Talk } from '@shared/talks/schema';
import { useLive, type ReadState } from '../../data/live';
import { dueTickets } from '../../data/due-tickets';
import { range } from '../../data/read';

/** Talks that still want something, whenever they were held; each has a due time (`talkDueAt`). */
export async function openTalks(): Promise<readonly Talk[]> {
  return (await dueTickets()).filter(isTalk);
}

async function load({ from, to }: Period): Promise<ReadonlyMap<string, Talk>> {
  const [listed, open] = await Promise.all([
    range<Talk>('tickets', 'kind', ['talk', from], ['talk', to]),
    openTalks(),
  ]);
  return new Map([...open, ...listed].map((talk) => [talk.id, talk]));
}

export interface Talks {
  readonly state: ReadState;
  /** Newest first. */
  readonly talks: readonly Talk[];
  /** Days of all these talks: what is open may be older than the period. */
  readonly span: Period;
}

export function useTalks(period: Period): Talks {
  const live = useLive(
    () => load(period),
    ['tickets'],
    [period.from, period.to],
    (talks, { docs }) => new Map([...talks, ...docs.filter(isTalk).map((doc) => [doc.id, doc] as const)]),
  );
  const found = live.state === 'ready' ? live.value : null;
  return useMemo(() => {
    const talks = [...(found?.values() ?? [])].sort(
      (a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id),
    );
    return {
      state: live.state,
      talks,
      span: {
        from: talks.reduce((first, { day }) => (day < first ? day : first), period.from),
        to: period.to,
      },
    };
    // The period's days decide, not the object that holds them.
  }, [found, live.state, period.from, period.to]);
}
