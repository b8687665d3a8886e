/** The visits of a period, kept current: a saved row shows from its change event, without another read. */
import type { Period } from '@shared/core/period';
import { isVisit } from '@shared/visits/on-site';
import type { Visit } from '@shared/visits/schema';
import { useLive, type LiveState } from '../../data/live';
import { range } from '../../data/read';
import { newestFirst, withChange } from './newest-first';

/** Newest first. */
export async function visitsOf({ from, to }: Period): Promise<readonly Visit[]> {
  return (await range('visits', 'day', [from], [to])).filter(isVisit).sort(newestFirst);
}

/** The same, kept current. */
export function useVisits(period: Period): LiveState<readonly Visit[]> {
  return useLive(
    () => visitsOf(period),
    ['visits'],
    [period.from, period.to],
    (visits, change) => withChange(visits, change.docs, period),
  );
}
