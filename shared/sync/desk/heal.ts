/**
 * The safety net (DESIGN §4): digests of every month are held against the endpoint's. Where they differ although
 * nothing waits, the collection is pulled again from the beginning and all records of that month are offered again,
 * other desks' too: an endpoint that was restored may have lost what nobody else can bring. Months of refused records
 * differ by themselves and are left out.
 */
import type { CollectionName } from '../../core/envelope';
import { canonical, digestOf, digestOfMonth } from '../canonical';
import type { DeskPort, EndpointPort } from './ports';

const PAGE = 500;

/**
 * Months that differ and are put right with the next round; null: something waits, so that nothing can be said yet.
 * `pause` lets the page breathe between pages.
 */
export async function heal(
  desk: DeskPort,
  endpoint: EndpointPort,
  collection: CollectionName,
  pause: () => Promise<void>,
): Promise<readonly string[] | null> {
  const theirs = await endpoint.digests(collection);
  const lines = new Map<string, { readonly id: string; readonly digest: string }[]>();
  for (let after = ''; ;) {
    const page = await desk.exclusive(() => desk.after(collection, after, PAGE));
    for (const doc of page) {
      const month = doc.day.slice(0, 7);
      const line = { id: doc.id, digest: digestOf(canonical({ ...doc, _deleted: false })) };
      const ofMonth = lines.get(month);
      if (ofMonth) ofMonth.push(line);
      else lines.set(month, [line]);
    }
    const last = page.at(-1);
    if (page.length < PAGE || !last) break;
    after = last.id;
    await pause();
  }
  return desk.exclusive(async () => {
    const outgoing = await desk.outgoing(collection);
    if (outgoing.some(({ refused }) => !refused)) return null;
    const refused = outgoing.map(({ id }) => id);
    const skipped = new Set((await desk.docs(collection, refused)).map(({ day }) => day.slice(0, 7)));
    const months = [...new Set([...lines.keys(), ...Object.keys(theirs)])].filter(
      (month) =>
        !skipped.has(month) &&
        digestOfMonth(lines.get(month) ?? []) !== (theirs[month]?.digest ?? digestOfMonth([])),
    );
    const progress = await desk.progress(collection);
    if (months.length === 0 || !progress) return [];
    await desk.putOutgoing(
      months
        .flatMap((month) => lines.get(month) ?? [])
        .map(({ id }) => ({ collection, id, base: null, refused: null })),
    );
    await desk.setProgress(collection, { ...progress, seq: 0 });
    return months;
  });
}
