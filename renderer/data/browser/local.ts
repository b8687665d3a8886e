/**
 * What is typed and not saved, in the page's memory alone: it survives a session that ends, not the page. Only the
 * language is kept on the PC. The desk's `local.ts` keeps all of it in IndexedDB.
 */
import type { CollectionName } from '@shared/core/envelope';
import type { JournalPosition } from '@shared/host';

/** Of a desk only; no browser has one. */
export interface LocalState {
  readonly instance: string;
  readonly desk: string;
  readonly checkpoint: JournalPosition;
  readonly counts: Readonly<Partial<Record<CollectionName, number>>>;
  readonly journalLacks?: boolean;
  readonly verifiedTo?: JournalPosition | null;
}

/** Something typed but not saved. */
export interface Draft<T = unknown> {
  readonly actId: string;
  readonly values: T;
  readonly byName: string;
  readonly at: string;
}

const drafts = new Map<string, Draft>();
const prefs = new Map<string, unknown>();
const LANGUAGE = 'language';
const KEPT = 'deskbook-language';

export const loadState = async (): Promise<LocalState | null> => Promise.resolve(null);
export const saveState = async (_state: LocalState): Promise<void> => Promise.resolve();

/** Nothing is kept from an earlier page. */
export const loadDrafts = async (): Promise<void> => Promise.resolve();

/** What was typed into a form and not saved. */
export const draftOf = <T>(key: string): Draft<T> | null => (drafts.get(key) as Draft<T> | undefined) ?? null;

/** The drafts whose keys begin so, the oldest first. */
export const draftsUnder = <T>(prefix: string): readonly Draft<T>[] =>
  [...drafts]
    .filter(([key]) => key.startsWith(prefix))
    .map(([, draft]) => draft as Draft<T>)
    .sort((a, b) => a.at.localeCompare(b.at));

/** True while something typed is not saved. */
export const hasDrafts = (): boolean => drafts.size > 0;

/** Keeps a draft under its form's key; null removes it. */
export async function saveDraft(key: string, draft: Draft | null): Promise<void> {
  if (draft) drafts.set(key, draft);
  else drafts.delete(key);
  return Promise.resolve();
}

/** Nothing is as old as that here. */
export const dropDraftsBefore = async (_instant: string): Promise<void> => Promise.resolve();

/** A preference such as the language or a form's printer. */
export async function loadPref<T>(key: string): Promise<T | null> {
  const kept = key === LANGUAGE ? localStorage.getItem(KEPT) : prefs.get(key);
  return Promise.resolve((kept ?? null) as T | null);
}

export async function savePref(key: string, value: unknown): Promise<void> {
  if (key === LANGUAGE && typeof value === 'string') localStorage.setItem(KEPT, value);
  else prefs.set(key, value);
  return Promise.resolve();
}
