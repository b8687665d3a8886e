/**
 * Reads of stored records, straight from IndexedDB: the first page needs them before RxDB is open, and
 * `getAll` over a range is several times faster than its queries. How RxDB's Dexie storage names its
 * databases and marks documents (`_deleted` as '0') is known here and in `raw-write.ts` only.
 */
import {
  COLLECTIONS,
  INDEXES,
  type CollectionName,
  type Envelope,
  type IndexName,
} from '@shared/core/envelope';
import { result } from './idb';

const open = new Map<CollectionName, Promise<IDBDatabase | null>>();

function openExisting(collection: CollectionName): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`rxdb-dexie-deskbook--0--${collection}`);
    let isNew = false;
    // Dexie must be the one to make the database, or its stores would be missing.
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const db = request.result;
      const forget = (): void => void open.delete(collection);
      db.onversionchange = () => {
        forget();
        db.close();
      };
      db.onclose = forget;
      resolve(db);
    };
    request.onerror = () => {
      open.delete(collection);
      if (isNew) resolve(null);
      else reject(request.error ?? new Error('IndexedDB cannot be opened'));
    };
  });
}

/** The native database of a collection, or null while it has never been made. */
export function nativeDatabase(collection: CollectionName): Promise<IDBDatabase | null> {
  let opening = open.get(collection);
  if (!opening) {
    opening = openExisting(collection);
    open.set(collection, opening);
  }
  return opening;
}

async function docsStore(collection: CollectionName): Promise<IDBObjectStore | null> {
  const db = await nativeDatabase(collection);
  return db ? db.transaction('docs').objectStore('docs') : null;
}

/** RxDB ends every index with the primary key. */
function indexKey(index: IndexName): string {
  const fields: readonly string[] = INDEXES[index];
  return `[${['_deleted', ...fields, ...(fields.at(-1) === 'id' ? [] : ['id'])].join('+')}]`;
}

/** A key range over `_deleted = '0'` and the index's fields; a shorter `to` includes all that begin so. */
function keyRange(from: readonly string[], to: readonly string[]): IDBKeyRange {
  // An array sorts after every string, so a missing last part of `to` is "whatever follows".
  return IDBKeyRange.bound(['0', ...from], ['0', ...to, []]);
}

/** Reads put at once: thousands of them in one go would hold up every key and click meanwhile. */
const AT_ONCE = 64;

/** Documents with the given ids, in their order; those not found are left out. */
export async function byIds<E extends Envelope>(
  collection: CollectionName,
  ids: readonly string[],
): Promise<readonly E[]> {
  const store = await docsStore(collection);
  if (!store) return [];
  const found: unknown[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE).map((id) => result<unknown>(store.get(id)));
    found.push(...(await Promise.all(some)));
  }
  return found.filter((doc) => doc !== undefined) as E[];
}

/** Documents between two keys of an index (both included), ascending. */
export async function range<E extends Envelope>(
  collection: CollectionName,
  index: IndexName,
  from: readonly string[],
  to: readonly string[],
): Promise<readonly E[]> {
  const store = await docsStore(collection);
  return store ? result<E[]>(store.index(indexKey(index)).getAll(keyRange(from, to))) : [];
}

/** The first document of a collection in the order of an index, or null. */
export async function first(collection: CollectionName, index: IndexName): Promise<Envelope | null> {
  const store = await docsStore(collection);
  if (!store) return null;
  const cursor = await result(store.index(indexKey(index)).openCursor(keyRange([], [])));
  return (cursor?.value ?? null) as Envelope | null;
}

/** The last document between two keys of an index, or null. */
export async function last<E extends Envelope>(
  collection: CollectionName,
  index: IndexName,
  from: readonly string[],
  to: readonly string[],
): Promise<E | null> {
  const store = await docsStore(collection);
  if (!store) return null;
  const cursor = await result(store.index(indexKey(index)).openCursor(keyRange(from, to), 'prev'));
  return (cursor?.value ?? null) as E | null;
}

/** How many documents stand between two keys of an index. */
export async function count(
  collection: CollectionName,
  index: IndexName,
  from: readonly string[],
  to: readonly string[],
): Promise<number> {
  const store = await docsStore(collection);
  return store ? result(store.index(indexKey(index)).count(keyRange(from, to))) : 0;
}

/** All documents of a small collection, in no order. */
export async function all<E extends Envelope>(collection: CollectionName): Promise<readonly E[]> {
  const store = await docsStore(collection);
  return store ? result<E[]>(store.getAll()) : [];
}

/** The next documents of a collection after an id, in the order of ids. */
export async function pageAfter<E extends Envelope>(
  collection: CollectionName,
  id: string,
  limit: number,
): Promise<readonly E[]> {
  const store = await docsStore(collection);
  return store ? result<E[]>(store.getAll(IDBKeyRange.lowerBound(id, true), limit)) : [];
}

/** How many documents every collection holds. */
export async function countAll(): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries(
    await Promise.all(COLLECTIONS.map(async (name) => [name, await total(name)] as const)),
  );
}

/** How many documents a collection holds. */
export async function total(collection: CollectionName): Promise<number> {
  const store = await docsStore(collection);
  return store ? result(store.count()) : 0;
}

/** Highest write time (epoch ms) that RxDB noted in a collection, or 0. */
export async function highestWriteTime(collection: CollectionName): Promise<number> {
  const store = await docsStore(collection);
  if (!store) return 0;
  const cursor = await result(store.index('_meta.lwt').openKeyCursor(null, 'prev'));
  return typeof cursor?.key === 'number' ? cursor.key : 0;
}
