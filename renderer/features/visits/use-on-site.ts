/** Who is on site now, kept current. */
import type { Envelope } from '@shared/core/envelope';
import { addDays } from '@shared/core/time';
import { rosterReads } from '@shared/roster/roster';
import { onSiteNow, type OnSite } from '@shared/visits/on-site';
import type { StarterCount } from '@shared/visits/schema';
import { useLive, type LiveState } from '../../data/live';
import { range } from '../../data/read';
import { today } from '../../data/session';

export interface OnSiteToday extends OnSite {
  /** Today's tellings of the starter's desk, newest first. */
  readonly counts: readonly StarterCount[];
}

/** Who is on site by the records of this moment. */
export async function readOnSite(day: string): Promise<OnSiteToday> {
  const [open, told] = await Promise.all([
    range('visits', 'status', ['onSite'], ['onSite']),
    range<StarterCount>('visits', 'kind', ['starterCount', day], ['starterCount', day]),
  ]);
  const counts = [...told].sort(
    (a, b) => b.body.countedAt.localeCompare(a.body.countedAt) || b.at.localeCompare(a.at),
  );
  return { ...onSiteNow([...open, ...told], day), counts };
}

export function useOnSite(): LiveState<OnSiteToday> {
  const day = today();
  return useLive(() => readOnSite(day), ['visits'], [day]);
}

/** What tells who of the staff is here: roster, leave and signing in of yesterday and today. */
export async function readStaffRecords(day: string): Promise<readonly Envelope[]> {
  const before = addDays(day, -1);
  const lists = await Promise.all([
    ...rosterReads(before, day).map(({ collection, index, from, to }) => range(collection, index, from, to)),
    ...['punch', 'explanation', 'attendanceMark'].map((kind) =>
      range('roster', 'kind', [kind, before], [kind, day]),
    ),
  ]);
  return lists.flat();
}

export function useStaffRecords(): readonly Envelope[] {
  const day = today();
  const live = useLive(() => readStaffRecords(day), ['roster'], [day]);
  return live.state === 'ready' ? live.value : NONE;
}

const NONE: readonly Envelope[] = [];
