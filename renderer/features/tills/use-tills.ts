/** The sessions of a period with their entries, newest first. */
import { useMemo } from 'react';
import type { Period } from '@shared/core/period';
import type { LedgerEntry } from '@shared/ledger/schema';
import type { Till } from '@shared/tills/till';
import { useLive } from '../../data/live';
import { range } from '../../data/read';
import { loadTill } from './use-till';

/** Sessions opened on days of a period, on every desk. */
export async function tillsOpened({ from, to }: Period): Promise<readonly Till[]> {
  const openings = await Promise.all(
    ['tillOpen', 'tillHandover'].map((kind) =>
      range<LedgerEntry>('ledger', 'kind', [kind, from], [kind, to]),
    ),
  );
  const tills = await Promise.all(openings.flat().map(({ id }) => loadTill(id)));
  return tills
    .filter((till) => till !== null)
    .sort((a, b) => a.opening.day.localeCompare(b.opening.day) || a.opening.body.n - b.opening.body.n);
}

export function useTills({ from, to }: Period): {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly tills: readonly Till[];
} {
  const live = useLive(() => tillsOpened({ from, to }), ['ledger'], [from, to]);
  const tills = live.state === 'ready' ? live.value : null;
  return useMemo(() => ({ state: live.state, tills: [...(tills ?? [])].reverse() }), [live.state, tills]);
}
