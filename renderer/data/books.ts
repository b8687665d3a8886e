/**
 * The sums of the ledger (`shared/ledger/books.ts`) in memory, following every new entry. Years of entries
 * are summed once: the sums of all days before the current month are kept as a snapshot beside the number of
 * entries they hold. Entries never change, so a snapshot whose number still agrees is right; otherwise it is
 * thrown away and built anew.
 */
import { create } from 'zustand';
import { addDays } from '@shared/core/time';
import { compact, EMPTY_BOOKS, withEntries, type Books } from '@shared/ledger/books';
import { nextMonth } from '@shared/ledger/months';
import type { LedgerEntry } from '@shared/ledger/schema';
import { loadDerived, saveDerived } from './derived';
import { logFault } from './faults';
import { onChange } from './live';
import { count, first, range } from './read';
import { today } from './session';

interface Snapshot {
  /** The first day not in it. */
  readonly before: string;
  readonly books: Books;
}

/** The books once they are loaded; pages follow them. */
export const useBooks = create<{ readonly books: Books | null }>(() => ({ books: null }));

let loading: Promise<Books> | null = null;
/** Ids of entries since the snapshot that are in the sums. */
let included = new Set<string>();
let snapshotBefore = '';
/** Grows with each change of the ledger, so that a load notices what it may have missed. */
let changes = 0;

/** How many entries stand before a day. */
const entriesBefore = (day: string): Promise<number> => count('ledger', 'day', ['0'], [addDays(day, -1)]);

/** Sums of everything before `day`, month by month so that the page stays free in between. */
async function sumsBefore(day: string): Promise<Books> {
  const kept = await loadDerived<Snapshot>('books');
  let books = EMPTY_BOOKS;
  let from = (await first('ledger', 'day'))?.day.slice(0, 7) ?? day.slice(0, 7);
  if (kept && kept.before <= day && (await entriesBefore(kept.before)) === kept.books.entries) {
    if (kept.before === day) return kept.books;
    books = kept.books;
    from = kept.before.slice(0, 7);
  }
  for (let month = from; month < day.slice(0, 7); month = nextMonth(month))
    books = compact(withEntries(books, await range<LedgerEntry>('ledger', 'day', [month], [`${month}-99`])));
  void saveDerived('books', { before: day, books } satisfies Snapshot).catch((error: unknown) =>
    logFault('books', error),
  );
  return books;
}

async function load(): Promise<Books> {
  for (;;) {
    const began = changes;
    const before = `${today().slice(0, 7)}-01`;
    const older = await sumsBefore(before);
    const entries = await range<LedgerEntry>('ledger', 'day', [before], ['9']);
    if (began !== changes) continue;
    snapshotBefore = before;
    included = new Set(entries.map(({ id }) => id));
    const books = withEntries(older, entries);
    useBooks.setState({ books });
    return books;
  }
}

/** The sums of all entries stored so far. */
export function loadBooks(): Promise<Books> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

onChange(({ collection, docs }) => {
  if (collection !== 'ledger') return;
  changes += 1;
  const { books } = useBooks.getState();
  // A load that is under way begins again by itself.
  if (!loading || !books) return;
  const entries = docs as readonly LedgerEntry[];
  if (entries.some(({ day }) => day < snapshotBefore)) {
    loading = null;
    void loadBooks();
    return;
  }
  const fresh = entries.filter(({ id }) => !included.has(id));
  for (const { id } of fresh) included.add(id);
  const next = withEntries(books, fresh);
  loading = Promise.resolve(next);
  useBooks.setState({ books: next });
});
