/**
 * The records this browser holds: in the page's memory alone, so that nothing of the club stays on a shared PC. What the
 * endpoint gave as in sight is pulled and followed; older books and photos are asked for and kept until something changes.
 */
import { INDEXES, type CollectionName, type Envelope, type IndexName } from '@shared/core/envelope';

const held = new Map<CollectionName, Map<string, Envelope>>();
/** Records that were asked for by id, and null for those that do not exist. */
const asked = new Map<CollectionName, Map<string, Envelope | null>>();

const mapOf = <V>(all: Map<CollectionName, Map<string, V>>, collection: CollectionName): Map<string, V> => {
  let map = all.get(collection);
  if (!map) all.set(collection, (map = new Map()));
  return map;
};

/** Takes in states that the endpoint gave. */
export function put(collection: CollectionName, docs: readonly Envelope[]): void {
  const map = mapOf(held, collection);
  for (const doc of docs) map.set(doc.id, doc);
  asked.delete(collection);
}

/** Lets go of records that are no longer in sight. */
export function remove(collection: CollectionName, ids: readonly string[]): void {
  const map = mapOf(held, collection);
  for (const id of ids) map.delete(id);
  asked.delete(collection);
}

/** Forgets everything. */
export function clear(): void {
  held.clear();
  asked.clear();
}

export const heldOf = (collection: CollectionName): ReadonlyMap<string, Envelope> => mapOf(held, collection);

/** A record that was asked for before; undefined: it was not. */
export const askedFor = (collection: CollectionName, id: string): Envelope | null | undefined =>
  asked.get(collection)?.get(id);

/** Keeps the answers to some ids; those not found do not exist or are none of the person's business. */
export function noteAsked(
  collection: CollectionName,
  ids: readonly string[],
  docs: readonly Envelope[],
): void {
  const map = mapOf(asked, collection);
  const found = new Map(docs.map((doc) => [doc.id, doc]));
  for (const id of ids) map.set(id, found.get(id) ?? null);
}

/** Two index keys in order; a shorter one equals all that begin so. */
function compare(key: readonly string[], bound: readonly string[]): number {
  for (const [at, part] of bound.entries()) {
    const own = key[at] ?? '';
    if (own !== part) return own < part ? -1 : 1;
  }
  return 0;
}

/** The held records between two keys of an index, in its order. */
export function between(
  collection: CollectionName,
  index: IndexName,
  from: readonly string[],
  to: readonly string[],
): readonly Envelope[] {
  const fields = INDEXES[index];
  const keyOf = (doc: Envelope): readonly string[] => [...fields.map((field) => doc[field]), doc.id];
  const found: { readonly key: readonly string[]; readonly doc: Envelope }[] = [];
  for (const doc of heldOf(collection).values()) {
    const key = keyOf(doc);
    if (compare(key, from) >= 0 && compare(key, to) <= 0) found.push({ key, doc });
  }
  return found.sort((a, b) => compare(a.key, b.key)).map(({ doc }) => doc);
}

/** A record that is held or was asked for and fits. */
export function findHeld(collection: CollectionName, fits: (doc: Envelope) => boolean): Envelope | null {
  for (const doc of heldOf(collection).values()) if (fits(doc)) return doc;
  for (const doc of asked.get(collection)?.values() ?? []) if (doc && fits(doc)) return doc;
  return null;
}
