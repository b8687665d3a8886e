/** The order of the visitor log's list, and how a change finds its place in it. */
import type { Envelope } from '@shared/core/envelope';
import type { Period } from '@shared/core/period';
import { isVisit } from '@shared/visits/on-site';
import type { Visit } from '@shared/visits/schema';

/** Latest time in first; of one minute the latest registered first. */
export const newestFirst = (a: Visit, b: Visit): number =>
  b.body.timeIn.localeCompare(a.body.timeIn) || b.id.localeCompare(a.id);

/** Puts changed visits in their places; unchanged rows keep their identity, so only changed ones are drawn. */
export function withChange(
  visits: readonly Visit[],
  docs: readonly Envelope[],
  period: Period,
): readonly Visit[] {
  let list = visits;
  for (const doc of docs) {
    if (!isVisit(doc) || doc.day < period.from || doc.day > period.to) continue;
    const others = list.filter(({ id }) => id !== doc.id);
    const before = others.findIndex((other) => newestFirst(doc, other) < 0);
    list = before < 0 ? [...others, doc] : [...others.slice(0, before), doc, ...others.slice(before)];
  }
  return list;
}
