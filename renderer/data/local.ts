/**
 * What belongs to this desk's PC alone, in its own small database `deskbook-local`: which database this
 * is, how far the journal is contained, drafts, and preferences. Same origin as the records, so it is
 * lost exactly when they are.
 */
import type { CollectionName } from '@shared/core/envelope';
import type { JournalPosition } from '@shared/host';
import { finished, openOwn, result } from './idb';

/** Identity of this database and desk, and the journal position up to which all acts are contained. */
export interface LocalState {
  readonly instance: string;
  readonly desk: string;
  readonly checkpoint: JournalPosition;
  /** Documents per collection at the checkpoint; fewer found later means a hole. */
  readonly counts: Readonly<Partial<Record<CollectionName, number>>>;
  /** The journal was lost or damaged and does not hold all records yet (see `rejournal.ts`). */
  readonly journalLacks?: boolean;
  /** CRC-32 of the damaged lines whose records stand in the journal again, or soon will. */
  readonly madeGood?: readonly number[];
  /** How far the quiet check has come (see `verify.ts`); null: it begins at the start. */
  readonly verifiedTo?: JournalPosition | null;
}

/** Something typed but not saved; kept over a lock, a crash and a reload. */
export interface Draft<T = unknown> {
  /** The act's id, fixed when the form opened. */
  readonly actId: string;
  readonly values: T;
  /** Name of who typed it. */
  readonly byName: string;
  /** ISO instant of the last keystroke kept. */
  readonly at: string;
}

const STORES = ['state', 'drafts', 'prefs'] as const;
type Store = (typeof STORES)[number];

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= openOwn('deskbook-local', STORES);
  return opened;
}

async function get<T>(store: Store, key: string): Promise<T | null> {
  const db = await database();
  const value: unknown = await result(db.transaction(store).objectStore(store).get(key));
  return (value ?? null) as T | null;
}

async function put(store: Store, key: string, value: unknown): Promise<void> {
  const transaction = (await database()).transaction(store, 'readwrite');
  if (value === null) transaction.objectStore(store).delete(key);
  else transaction.objectStore(store).put(value, key);
  await finished(transaction);
}

/** The state record, or null in a new or reset database. */
export const loadState = (): Promise<LocalState | null> => get<LocalState>('state', 'state');
export const saveState = (state: LocalState): Promise<void> => put('state', 'state', state);

/** All drafts, so that a form has its own the moment it opens: a key typed before that would be lost. */
const drafts = new Map<string, Draft>();

/** Reads the drafts that are kept; once, before the first page. */
export async function loadDrafts(): Promise<void> {
  const store = (await database()).transaction('drafts').objectStore('drafts');
  const [keys, kept] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
  for (const [at, key] of keys.entries()) drafts.set(key as string, kept[at] as Draft);
}

/** What was typed into a form and not saved. */
export const draftOf = <T>(key: string): Draft<T> | null => (drafts.get(key) as Draft<T> | undefined) ?? null;

/** The drafts whose keys begin so, the oldest first. */
export const draftsUnder = <T>(prefix: string): readonly Draft<T>[] =>
  [...drafts]
    .filter(([key]) => key.startsWith(prefix))
    .map(([, draft]) => draft as Draft<T>)
    .sort((a, b) => a.at.localeCompare(b.at));

/** Keeps a draft under its form's key; null removes it. */
export function saveDraft(key: string, draft: Draft | null): Promise<void> {
  if (draft) drafts.set(key, draft);
  else drafts.delete(key);
  return put('drafts', key, draft);
}

/** Removes what was typed before an instant and never saved: it may hold a customer's name (DOMAIN §2). */
export async function dropDraftsBefore(instant: string): Promise<void> {
  const old = [...drafts].filter(([, { at }]) => at < instant);
  for (const [key] of old) await saveDraft(key, null);
}

/** A preference such as the language or a form's printer. */
export const loadPref = <T>(key: string): Promise<T | null> => get<T>('prefs', key);
export const savePref = (key: string, value: unknown): Promise<void> => put('prefs', key, value);
