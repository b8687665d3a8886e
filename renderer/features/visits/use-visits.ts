/** The visits of a period, kept current: a saved row shows from its change event, without another read. */
import type { Period } from '@shared/core/period';
import { isVisit } from '@shared/visits/on-site';
import type { Visit } from '@shared/visits/schema';
import { useLive, type Change, type LiveState } from '../../data/live';
import { range } from '../../data/read';

const newestFirst = (a: Visit, b: Visit): number =>
  b.body.timeIn.localeCompare(a.body.timeIn) || b.id.localeCompare(a.id);

/** Puts changed visits in their places; unchanged rows keep their identity, so only changed ones are drawn. */
export function withChange(visits: readonly Visit[], change: Change, period: Period): readonly Visit[] {
  let list = visits;
  for (const doc of change.docs) {
    if (!isVisit(doc) || doc.day < period.from || doc.day > period.to) continue;
    const others = list.filter(({ id }) => id !== doc.id);
    const before = others.findIndex((other) => newestFirst(doc, other) < 0);
    list = before < 0 ? [...others, doc] : [...others.slice(0, before), doc, ...others.slice(before)];
  }
  return list;
}

async function load({ from, to }: Period): Promise<readonly Visit[]> {
  return (await range('visits', 'day', [from], [to])).filter(isVisit).sort(newestFirst);
}

/** Newest first. */
export function useVisits(period: Period): LiveState<readonly Visit[]> {
  return useLive(
    () => load(period),
    ['visits'],
    [period.from, period.to],
    (visits, change) => withChange(visits, change, period),
  );
}
