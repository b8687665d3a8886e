/**
 * What the endpoint does not have yet, in a database of its own beside the records: noted before a record is
 * written, so that a crash leaves at worst a note too many. Nothing is noted at a desk that works alone.
 */
import type { CollectionName, Envelope } from '@shared/core/envelope';
import type { EndpointState } from '@shared/sync/calls';
import type { Outgoing, Progress } from '@shared/sync/desk/ports';
import { logFault } from '../faults';
import { finished, openOwn, result } from '../idb';

let opened: Promise<IDBDatabase> | null = null;
let link: EndpointState | null = null;
let onNoted: (collections: readonly CollectionName[]) => void = () => undefined;

function database(): Promise<IDBDatabase> {
  opened ??= openOwn('deskbook-sync', ['outgoing', 'progress']);
  return opened;
}

const keyOf = (collection: CollectionName, id: string): string => `${collection}/${id}`;
const keysOf = (collection: CollectionName): IDBKeyRange =>
  IDBKeyRange.bound(`${collection}/`, `${collection}/\uffff`);

async function writing(store: 'outgoing' | 'progress', work: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = (await database()).transaction(store, 'readwrite', { durability: 'strict' });
  work(transaction.objectStore(store));
  await finished(transaction);
}

/** The endpoint this desk belongs to, or null while it works alone. */
export const currentLink = (): EndpointState | null => link;

/** Takes over from the shell which endpoint this desk belongs to; before the first act. */
export function adoptLink(known: EndpointState | null): void {
  link = known;
}

/** Calls `listener` whenever something is noted. */
export function whenNoted(listener: (collections: readonly CollectionName[]) => void): void {
  onNoted = listener;
}

/** Notes records about to be written; what waits already keeps its base and is tried again. */
export async function noteOutgoing(
  docs: readonly {
    readonly collection: CollectionName;
    readonly id: string;
    readonly base: Envelope | null;
  }[],
): Promise<void> {
  if (!link || docs.length === 0) return;
  try {
    await writing('outgoing', (store) => {
      for (const { collection, id, base } of docs) {
        const key = keyOf(collection, id);
        const request = store.get(key) as IDBRequest<Outgoing | undefined>;
        request.onsuccess = () => {
          const waiting = request.result;
          store.put({ collection, id, base: waiting ? waiting.base : base, refused: null }, key);
        };
      }
    });
  } catch (error) {
    // The record itself is safe; the comparison of digests finds what was not noted.
    logFault('sync.note', error);
  }
  onNoted([...new Set(docs.map(({ collection }) => collection))]);
}

/** What of these records goes out. */
export async function outgoingOf(
  collection: CollectionName,
  ids: readonly string[],
): Promise<readonly Outgoing[]> {
  const store = (await database()).transaction('outgoing').objectStore('outgoing');
  const found = await Promise.all(
    ids.map((id) => result<Outgoing | undefined>(store.get(keyOf(collection, id)))),
  );
  return found.filter((entry) => entry !== undefined);
}

export async function outgoingIn(collection: CollectionName): Promise<readonly Outgoing[]> {
  const store = (await database()).transaction('outgoing').objectStore('outgoing');
  return result<Outgoing[]>(store.getAll(keysOf(collection)));
}

/** How many records go out, refused ones among them; quick whatever they hold. */
export async function countOutgoing(): Promise<number> {
  return result((await database()).transaction('outgoing').objectStore('outgoing').count());
}

/** Everything that waits or was refused. */
export async function allOutgoing(): Promise<readonly Outgoing[]> {
  return result<Outgoing[]>((await database()).transaction('outgoing').objectStore('outgoing').getAll());
}

export async function putOutgoing(entries: readonly Outgoing[]): Promise<void> {
  if (entries.length === 0) return;
  await writing('outgoing', (store) => {
    for (const entry of entries) store.put(entry, keyOf(entry.collection, entry.id));
  });
}

export async function dropOutgoing(collection: CollectionName, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await writing('outgoing', (store) => {
    for (const id of ids) store.delete(keyOf(collection, id));
  });
}

export async function progressOf(collection: CollectionName): Promise<Progress | null> {
  const store = (await database()).transaction('progress').objectStore('progress');
  return ((await result<unknown>(store.get(collection))) ?? null) as Progress | null;
}

export const setProgress = (collection: CollectionName, progress: Progress): Promise<void> =>
  writing('progress', (store) => void store.put(progress, collection));

/** When digests were compared last (epoch ms), or 0. */
export async function healedAt(): Promise<number> {
  const store = (await database()).transaction('progress').objectStore('progress');
  return (await result<number | undefined>(store.get('healedAt'))) ?? 0;
}

export const setHealedAt = (at: number): Promise<void> =>
  writing('progress', (store) => void store.put(at, 'healedAt'));

/** Ties this desk to an endpoint, or unties it; what was known of another one is forgotten. */
export async function setLink(next: EndpointState | null): Promise<void> {
  for (const store of ['outgoing', 'progress'] as const) await writing(store, (all) => void all.clear());
  link = next;
}
