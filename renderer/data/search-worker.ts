/**
 * The search index in its worker. It lives in a store of its own that can be thrown away: packed segments
 * and, in the same transaction, the write time up to which each collection is contained. Before an answer
 * it reads what was written since, of the collections that have changed: nobody has to tell it about records.
 */
import { COLLECTIONS, type CollectionName, type Envelope } from '@shared/core/envelope';
import { addDays } from '@shared/core/time';
import { termsOf } from '@shared/search/fold';
import { find, pack, unpack, type Hit, type Row, type Segment } from '@shared/search/segment';
import { rowOf } from '@shared/search/sources';
import { finished, openOwn, result } from './idb';
import { loadPinyin } from './pinyin';
import { highestWriteTime, nativeDatabase } from './read';

export interface SearchRequest {
  readonly call: number;
  readonly query: string;
  readonly limit: number;
  /** How often each collection has changed in the page that asks (`changesOf`), in the order of `COLLECTIONS`. */
  readonly changes: readonly number[];
  readonly within?: { readonly collection: CollectionName; readonly from: string; readonly to: string };
}

export interface SearchAnswer {
  readonly call: number;
  readonly hits: readonly (Hit & { readonly collection: CollectionName })[];
  /** Set when the index could not be read. */
  readonly fault?: string;
}

const SEARCHED: readonly CollectionName[] = [
  'visits',
  'tickets',
  'lostItems',
  'ledger',
  'products',
  'stockDocuments',
  'roster',
  'directory',
];
const BATCH = 2_000;
const KEEP_AFTER_MS = 2_000;

/** Changes when what is indexed changes; an index of another version is built anew. */
const VERSION = 5;

const segments = new Map<string, Segment>();
/** Write time and id of the last record contained, in the order of RxDB's own index. */
type Place = readonly [lwt: number, id: string];
const containedUpTo = new Map<CollectionName, Place>();
/** Changes of the page up to which a collection was caught up with: what has not changed since is not read again. */
const caughtUpTo = new Map<CollectionName, number>();
const changed = new Set<string>();
let timer: ReturnType<typeof setTimeout> | null = null;

const store = openOwn('deskbook-search', ['segments', 'state']);

async function loadIndex(): Promise<void> {
  const transaction = (await store).transaction(['segments', 'state']);
  const state = transaction.objectStore('state');
  if ((await result<unknown>(state.get('version'))) !== VERSION) return;
  const kept = transaction.objectStore('segments');
  // One by one: all at once would stand in memory twice.
  for (const key of await result(kept.getAllKeys()))
    segments.set(key as string, await result<Segment>(kept.get(key)));
  for (const name of SEARCHED) {
    const place = await result<Place | undefined>(state.get(name));
    if (place) containedUpTo.set(name, place);
  }
}

function forget(): void {
  segments.clear();
  containedUpTo.clear();
}

/** An index that knows of later writes than the records have belongs to records that were lost. */
async function distrust(): Promise<void> {
  for (const [name, [lwt]] of containedUpTo) {
    if (lwt <= (await highestWriteTime(name))) continue;
    forget();
    const transaction = (await store).transaction(['segments', 'state'], 'readwrite');
    transaction.objectStore('segments').clear();
    transaction.objectStore('state').clear();
    return finished(transaction);
  }
}

async function keepIndex(): Promise<void> {
  timer = null;
  const db = await store;
  const transaction = db.transaction(['segments', 'state'], 'readwrite');
  for (const key of changed) transaction.objectStore('segments').put(segments.get(key), key);
  for (const [name, place] of containedUpTo) transaction.objectStore('state').put(place, name);
  transaction.objectStore('state').put(VERSION, 'version');
  changed.clear();
  await finished(transaction);
}

type Stored = Envelope & { readonly _meta: { readonly lwt: number } };

function merge(name: CollectionName, rows: readonly Row[]): void {
  const byMonth = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${name}/${new Date(row.at).toISOString().slice(0, 7)}`;
    byMonth.set(key, [...(byMonth.get(key) ?? []), row]);
  }
  for (const [key, added] of byMonth) {
    const before = segments.get(key);
    segments.set(key, pack(before ? [...unpack(before), ...added] : added));
    changed.add(key);
  }
}

async function catchUp(name: CollectionName): Promise<void> {
  const db = await nativeDatabase(name);
  if (!db) return;
  for (;;) {
    const after = IDBKeyRange.lowerBound(containedUpTo.get(name) ?? [0], true);
    const index = db.transaction('docs').objectStore('docs').index('[_meta.lwt+id]');
    const docs = await result<Stored[]>(index.getAll(after, BATCH));
    if (docs.length === 0) return;
    const sounds = await loadPinyin();
    merge(
      name,
      docs.map((doc) => rowOf(doc, sounds)).filter((row) => row !== null),
    );
    const last = docs.at(-1) as Stored;
    containedUpTo.set(name, [last._meta.lwt, last.id]);
    // Should the disk be full the index lives on in memory; the next start reads again what was not kept.
    timer ??= setTimeout(() => void keepIndex().catch(() => undefined), KEEP_AFTER_MS);
    if (docs.length < BATCH) return;
  }
}

/** Months of instants that may belong to the days: a record may be entered a day late. */
function monthsOf({ from, to }: { readonly from: string; readonly to: string }): (month: string) => boolean {
  const first = addDays(from, -1).slice(0, 7);
  const last = addDays(to, 2).slice(0, 7);
  return (month) => month >= first && month <= last;
}

function search({ query, limit, within }: SearchRequest): SearchAnswer['hits'] {
  const terms = termsOf(query);
  const hits: SearchAnswer['hits'][number][] = [];
  const inPeriod = within ? monthsOf(within) : () => true;
  for (const collection of within ? [within.collection] : SEARCHED) {
    const keys = [...segments.keys()]
      .filter((key) => key.startsWith(`${collection}/`) && inPeriod(key.slice(-7)))
      .sort()
      .reverse();
    let left = limit;
    for (const key of keys) {
      if (left <= 0) break;
      const segment = segments.get(key);
      const found = segment ? find(segment, terms, left) : [];
      left -= found.length;
      hits.push(...found.map((hit) => ({ ...hit, collection })));
    }
  }
  return hits.sort((a, b) => b.at - a.at).slice(0, limit);
}

async function answer(request: SearchRequest): Promise<SearchAnswer> {
  const { call } = request;
  try {
    // Beside one another: each waits for its database's turn, and a busy page makes turns long.
    await Promise.all(
      (request.within ? [request.within.collection] : SEARCHED).map(async (name) => {
        const changes = request.changes[COLLECTIONS.indexOf(name)] ?? 0;
        if (caughtUpTo.get(name) === changes) return;
        await catchUp(name);
        caughtUpTo.set(name, changes);
      }),
    );
    return { call, hits: search(request) };
  } catch (error) {
    return { call, hits: [], fault: String(error) };
  }
}

// An index that cannot be read is no loss: it is built anew from the records.
let turn: Promise<unknown> = loadIndex().then(distrust).catch(forget);

self.onmessage = ({ data }: MessageEvent<SearchRequest>): void => {
  turn = turn.then(async () => self.postMessage(await answer(data)));
};
