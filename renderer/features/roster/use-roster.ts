/** The roster of some days, kept current from change events. */
import { useMemo } from 'react';
import type { Envelope } from '@shared/core/envelope';
import { rosterOf, rosterReads, type Roster } from '@shared/roster/roster';
import { useLive, type ReadState } from '../../data/live';
import { range } from '../../data/read';

type ById = ReadonlyMap<string, Envelope>;

/** Records of the roster of `from` to `to`. */
export async function loadRoster(from: string, to: string): Promise<ById> {
  const lists = await Promise.all(
    rosterReads(from, to).map(({ collection, index, ...span }) =>
      range(collection, index, span.from, span.to),
    ),
  );
  return new Map(lists.flat().map((doc) => [doc.id, doc]));
}

export interface LiveRoster {
  readonly state: ReadState;
  readonly roster: Roster;
}

const NOTHING = rosterOf([]);

export function useRoster(from: string, to: string): LiveRoster {
  const live = useLive(
    () => loadRoster(from, to),
    ['roster'],
    [from, to],
    (records, change) => new Map([...records, ...change.docs.map((doc) => [doc.id, doc] as const)]),
  );
  const records = live.state === 'ready' ? live.value : null;
  const roster = useMemo(() => (records ? rosterOf([...records.values()]) : NOTHING), [records]);
  return { state: live.state, roster };
}
