/** Takes a pushed batch: each row is checked, then written where the desk knew the current state. */
import type { CollectionName } from '../shared/core/envelope';
import type { PushAnswer, PushRow, Travelling } from '../shared/sync/contract';
import type { Photo } from '../shared/blobs/schema';
import { mayBring } from './foreign';
import { knownStaff } from './staff';
import type { Desk, Store, WriteRow } from './store/store';
import { checkRow } from './trust';

const parsed = (text: string): Travelling => JSON.parse(text) as Travelling;
/** Ids that can be stored; a database need not be asked for others, and some it does not even take. */
const ID = /^[\w:.-]{1,80}$/;
const idOf = (state: Travelling): string => (typeof state.id === 'string' ? state.id : '');

/** The files of erased photos go with them. */
async function dropPhotos(
  store: Store,
  collection: CollectionName,
  accepted: readonly WriteRow[],
  conflicts: readonly string[],
): Promise<void> {
  if (collection !== 'attachments') return;
  const refused = new Set(conflicts.map((text) => idOf(parsed(text))));
  for (const { id, text, forget } of accepted)
    if (forget && !refused.has(id)) await store.dropBlob((parsed(text) as unknown as Photo).body.sha);
}

/** What became of every row; one row's refusal never fails its batch. */
export async function acceptRows(
  store: Store,
  collection: CollectionName,
  rows: readonly PushRow[],
  desk: Desk,
  at: string,
): Promise<PushAnswer> {
  const ids = rows.map(({ newDocumentState }) => idOf(newDocumentState)).filter((id) => ID.test(id));
  const batch = collection === 'directory' ? rows.map((one) => one.newDocumentState) : [];
  // A desk's own records, nearly all there are, need no further question.
  const foreign = rows.some(({ newDocumentState }) => newDocumentState.desk !== desk.code);
  const [current, staff, brings] = await Promise.all([
    store.get(collection, ids),
    knownStaff(store, batch),
    foreign ? mayBring(store) : (): boolean => false,
  ]);
  const accepted: WriteRow[] = [];
  const rejected: PushAnswer['rejected'][number][] = [];
  for (const row of rows) {
    const id = idOf(row.newDocumentState);
    const stored = current.get(id);
    const checked = checkRow(collection, row, stored, desk, staff, brings);
    if ('row' in checked) accepted.push(checked.row);
    else
      rejected.push({
        id,
        reason: checked.rejected,
        ...(stored === undefined ? {} : { current: parsed(stored) }),
      });
  }
  const conflicts = accepted.length > 0 ? await store.write(collection, accepted, desk.code, at) : [];
  await dropPhotos(store, collection, accepted, conflicts);
  return { conflicts: conflicts.map(parsed), rejected };
}
