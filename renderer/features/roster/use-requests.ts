/** Swaps and leaves of a period with everything still open, kept current from change events. */
import { useMemo } from 'react';
import type { Envelope } from '@shared/core/envelope';
import type { Period } from '@shared/core/period';
import { isLeave, isSwap, type Leave, type Swap } from '@shared/roster/schema';
import { useLive, type ReadState } from '../../data/live';
import { range } from '../../data/read';

const OPEN = ['asked', 'agreed'] as const;

export interface Requests {
  readonly state: ReadState;
  /** Newest first. */
  readonly swaps: readonly Swap[];
  readonly leaves: readonly Leave[];
}

export function useRequests({ from, to }: Period): Requests {
  const live = useLive<ReadonlyMap<string, Envelope>>(
    async () => {
      const lists = await Promise.all([
        ...['swap', 'leave'].map((kind) => range('roster', 'kind', [kind, from], [kind, to])),
        ...OPEN.map((status) => range('roster', 'status', [status], [status])),
      ]);
      return new Map(lists.flat().map((doc) => [doc.id, doc]));
    },
    ['roster'],
    [from, to],
    (records, change) => new Map([...records, ...change.docs.map((doc) => [doc.id, doc] as const)]),
  );
  const records = live.state === 'ready' ? live.value : null;
  return useMemo(() => {
    const all = [...(records?.values() ?? [])].sort(
      (a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id),
    );
    return { state: live.state, swaps: all.filter(isSwap), leaves: all.filter(isLeave) };
  }, [records, live.state]);
}
