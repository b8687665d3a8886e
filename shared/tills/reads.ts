/** What the commands of a till load. */
import type { Context, Loaded, Read } from '../core/command';
import type { Envelope } from '../core/envelope';
import { booksOf } from '../ledger/books';
import type { LedgerEntry } from '../ledger/schema';
import { openSession } from '../ledger/sessions';
import { tillOf, type Till } from './till';

/** The entries of a session: its opening by id, the rest by their key. */
export const readTill = (session: string): readonly Read[] => [
  { name: 'opening', collection: 'ledger', ids: [session] },
  { name: 'moved', collection: 'ledger', index: 'key', from: [session], to: [session] },
];

/** The session `readTill` asked for, or null when there is none of this id. */
export function loadedTill(session: string, loaded: Loaded): Till | null {
  const docs: readonly Envelope[] = [...(loaded.opening ?? []), ...(loaded.moved ?? [])];
  return tillOf(session, docs as readonly LedgerEntry[]);
}

/** The open session of this desk, as a command sees it; '' when none is. */
export const sessionHere = (context: Context): string =>
  openSession(booksOf(context), context.desk)?.id ?? '';
