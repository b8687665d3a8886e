/**
 * The safety net (DESIGN §4): digests of every month are held against the endpoint's. Where they differ although
 * nothing waits, the collection is pulled again from the beginning and the desk's own records of that month are
 * offered again.
 */
import type { CollectionName } from '../../core/envelope';
import { canonical, digestOf, digestOfMonth } from '../canonical';
import type { DeskPort, EndpointPort } from './ports';

const PAGE = 500;

/** Months that differ and were put right with the next round. `pause` lets the page breathe between pages. */
export async function heal(
  desk: DeskPort,
  endpoint: EndpointPort,
  collection: CollectionName,
  pause: () => Promise<void>,
): Promise<readonly string[]> {
  const theirs = await endpoint.digests(collection);
  const lines = new Map<string, { readonly id: string; readonly digest: string }[]>();
  const own = new Map<string, string[]>();
  for (let after = ''; ;) {
    const page = await desk.exclusive(() => desk.after(collection, after, PAGE));
    for (const doc of page) {
      const month = doc.day.slice(0, 7);
      const line = { id: doc.id, digest: digestOf(canonical({ ...doc, _deleted: false })) };
      const ofMonth = lines.get(month);
      if (ofMonth) ofMonth.push(line);
      else lines.set(month, [line]);
      if (doc.desk === desk.desk) own.set(month, [...(own.get(month) ?? []), doc.id]);
    }
    const last = page.at(-1);
    if (page.length < PAGE || !last) break;
    after = last.id;
    await pause();
  }
  return desk.exclusive(async () => {
    // What waits makes a difference by itself; the next check follows when it went.
    if ((await desk.outgoing(collection)).length > 0) return [];
    const months = [...new Set([...lines.keys(), ...Object.keys(theirs)])].filter(
      (month) => digestOfMonth(lines.get(month) ?? []) !== (theirs[month]?.digest ?? digestOfMonth([])),
    );
    const progress = await desk.progress(collection);
    if (months.length === 0 || !progress) return [];
    await desk.putOutgoing(
      months
        .flatMap((month) => own.get(month) ?? [])
        .map((id) => ({ collection, id, base: null, refused: null })),
    );
    await desk.setProgress(collection, { ...progress, seq: 0 });
    return months;
  });
}
