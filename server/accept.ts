/** Takes a pushed batch: each row is checked, then written where the desk knew the current state. */
import type { CollectionName } from '../shared/core/envelope';
import type { PushAnswer, PushRow, Rejection, Travelling } from '../shared/sync/contract';
import type { Photo } from '../shared/blobs/schema';
import { mayBring } from './foreign';
import { knownStaff } from './staff';
import type { Desk, Store, WriteRow } from './store/store';
import { checkRow, otherRecord } from './trust';

const parsed = (text: string): Travelling => JSON.parse(text) as Travelling;
/** Ids that can be stored; a database need not be asked for others, and some it does not even take. */
const ID = /^[\w:.-]{1,80}$/;
const idOf = (state: Travelling): string => (typeof state.id === 'string' ? state.id : '');

/** The files of erased photos go with them. */
async function dropPhotos(
  store: Store,
  collection: CollectionName,
  accepted: readonly WriteRow[],
  conflicts: readonly Travelling[],
): Promise<void> {
  if (collection !== 'attachments') return;
  const refused = new Set(conflicts.map(idOf));
  for (const { id, text, forget } of accepted)
    if (forget && !refused.has(id)) await store.dropBlob((parsed(text) as unknown as Photo).body.sha);
}

/** Stored texts of what was pushed; the database is asked only where there is something to ask. */
async function storedOf(
  store: Store,
  collection: CollectionName,
  rows: readonly PushRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.map(({ newDocumentState }) => idOf(newDocumentState)).filter((id) => ID.test(id));
  return ids.length > 0 ? store.get(collection, ids) : new Map<string, string>();
}

/** What became of every row; one row's refusal never fails its batch. */
export async function acceptRows(
  store: Store,
  collection: CollectionName,
  rows: readonly PushRow[],
  desk: Desk,
  at: string,
): Promise<PushAnswer> {
  const batch = collection === 'directory' ? rows.map((one) => one.newDocumentState) : [];
  // A desk's own new records, nearly all there are, need no further question: what is stored under their ids, if
  // anything, comes back as a conflict.
  const foreign = rows.some(({ newDocumentState }) => newDocumentState.desk !== desk.code);
  const asked = foreign ? rows : rows.filter(({ assumedMasterState }) => assumedMasterState !== undefined);
  const [current, staff, brings] = await Promise.all([
    storedOf(store, collection, asked),
    knownStaff(store, batch),
    foreign ? mayBring(store) : (): boolean => false,
  ]);
  const accepted: WriteRow[] = [];
  const rejected: { readonly row: PushRow; readonly reason: Rejection }[] = [];
  for (const row of rows) {
    const checked = checkRow(collection, row, current.get(idOf(row.newDocumentState)), desk, staff, brings);
    if ('row' in checked) accepted.push(checked.row);
    else rejected.push({ row, reason: checked.rejected });
  }
  const conflicts: Travelling[] = [];
  if (accepted.length > 0) {
    const pushed = new Map(rows.map((row) => [idOf(row.newDocumentState), row]));
    const standing = (await store.write(collection, accepted, desk.code, at)).map(parsed);
    await dropPhotos(store, collection, accepted, standing);
    for (const stored of standing) {
      const row = pushed.get(stored.id);
      const reason = row && otherRecord(row.newDocumentState, stored);
      if (reason) rejected.push({ row, reason });
      else conflicts.push(stored);
    }
  }
  const stored = await storedOf(
    store,
    collection,
    rejected.map(({ row }) => row),
  );
  return {
    conflicts,
    rejected: rejected.map(({ row, reason }) => {
      const id = idOf(row.newDocumentState);
      const text = stored.get(id);
      return { id, reason, ...(text === undefined ? {} : { current: parsed(text) }) };
    }),
  };
}
