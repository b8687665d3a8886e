/** Derived data kept to save work: it may be lost or thrown away at any time and is built anew. */
import { finished, openOwn, result } from './idb';

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= openOwn('deskbook-derived', ['values']);
  return opened;
}

/** What was kept under a key, or null. */
export async function loadDerived<T>(key: string): Promise<T | null> {
  const value: unknown = await result(
    (await database()).transaction('values').objectStore('values').get(key),
  );
  return (value ?? null) as T | null;
}

/** Keeps a value under a key. */
export async function saveDerived(key: string, value: unknown): Promise<void> {
  const transaction = (await database()).transaction('values', 'readwrite');
  transaction.objectStore('values').put(value, key);
  await finished(transaction);
}
