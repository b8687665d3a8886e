/**
 * Bulk writes past RxDB, for replaying the journal, filling a demo profile and storing what the endpoint
 * gave: documents in the very form its Dexie storage keeps (see `read.ts`), some twenty times faster. RxDB
 * compares revisions in the database at every write of its own, so a copy it remembers is never stale.
 */
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { finished } from './idb';
import { nativeDatabase } from './read';
import { rx } from './rx';

/**
 * Above about a megabyte Chromium writes an undo log beside a transaction, whose remains slow down every
 * later start: measured 160 ms after filling five years in large ones.
 */
const PER_TRANSACTION = 250;

let writeTime = 0;

/** Writes documents, replacing those with the same id. @throws the storage's error */
export async function rawWrite(collection: CollectionName, docs: readonly Envelope[]): Promise<void> {
  if (docs.length === 0) return;
  await rx();
  const db = await nativeDatabase(collection);
  if (!db) throw new Error(`${collection} was not made`);
  for (let from = 0; from < docs.length; from += PER_TRANSACTION) {
    const transaction = db.transaction('docs', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('docs');
    for (const doc of docs.slice(from, from + PER_TRANSACTION)) {
      // RxDB orders what it has to push by this time, so it must grow with every document.
      writeTime = Math.max(Date.now(), writeTime + 0.01);
      const stored = {
        ...doc,
        _deleted: '0',
        _attachments: {},
        _meta: { lwt: Math.round(writeTime * 100) / 100 },
        _rev: '1-raw',
      };
      store.put(stored);
    }
    await finished(transaction);
  }
}

/** A stored document without what RxDB adds. */
export function plain<E extends Envelope>(stored: E): E {
  const { _deleted, _attachments, _meta, _rev, ...doc } = stored as E & Record<string, unknown>;
  return doc as unknown as E;
}
