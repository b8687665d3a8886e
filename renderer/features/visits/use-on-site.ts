/** Who is on site now, kept current. */
import { onSiteNow, type OnSite } from '@shared/visits/on-site';
import type { StarterCount } from '@shared/visits/schema';
import { useLive, type LiveState } from '../../data/live';
import { range } from '../../data/read';
import { today } from '../../data/session';

export interface OnSiteToday extends OnSite {
  /** Today's tellings of the starter's desk, newest first. */
  readonly counts: readonly StarterCount[];
}

export function useOnSite(): LiveState<OnSiteToday> {
  const day = today();
  return useLive(
    async () => {
      const [open, told] = await Promise.all([
        range('visits', 'status', ['onSite'], ['onSite']),
        range<StarterCount>('visits', 'kind', ['starterCount', day], ['starterCount', day]),
      ]);
      const counts = [...told].sort(
        (a, b) => b.body.countedAt.localeCompare(a.body.countedAt) || b.at.localeCompare(a.at),
      );
      return { ...onSiteNow([...open, ...told], day), counts };
    },
    ['visits'],
    [day],
  );
}
