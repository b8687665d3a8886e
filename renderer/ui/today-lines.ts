/** The lines of Today of all features, for a page that keeps them as they stand (交接班). */
import { hasRole } from '@shared/core/roles';
import { inOrder, type TodayContext, type TodayItem } from './feature';
import { knownFeatures } from './record-path';

/** @param without id of the feature that asks. @throws when one of them cannot be read: a line must not be missing unseen. */
export async function todayLines(context: TodayContext, without: string): Promise<readonly TodayItem[]> {
  const parts = await Promise.all(
    knownFeatures()
      .filter(({ id, nav }) => id !== without && hasRole(context.roles, nav.roles))
      .flatMap(({ today, todayLater }) => [
        ...(today ? [today(context).then(({ items }) => items)] : []),
        ...(todayLater ? [todayLater().then(({ default: lines }) => lines(context))] : []),
      ]),
  );
  return inOrder(parts.flat());
}
