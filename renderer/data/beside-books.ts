/** Entries of the ledger read beside its sums: what is worked out back from a sum must not lack an entry the sum holds. */
import type { Books } from '@shared/ledger/books';
import type { LedgerEntry } from '@shared/ledger/schema';
import { loadBooks, useBooks } from './books';
import { useLiveOf, type LiveState } from './live';

export interface BesideBooks<T> {
  readonly books: Books;
  readonly value: T;
}

/**
 * As `useLiveOf`, with the sums of the very moment the value is of. `patch` folds new entries into the value, so that what
 * was just saved shows without another read.
 */
export function useBesideBooks<T>(
  query: (books: Books) => Promise<T>,
  deps: readonly string[],
  patch?: (value: T, fresh: readonly LedgerEntry[]) => T,
): LiveState<BesideBooks<T>> {
  return useLiveOf<BesideBooks<T>>(
    async () => {
      const books = await loadBooks();
      return { books, value: await query(books) };
    },
    ['ledger'],
    deps,
    (kept, { docs }) => {
      const { books } = useBooks.getState();
      // The sums follow an entry first; where they are being added up anew, so is this.
      if (!patch || !books || books === kept.books) return null;
      return { books, value: patch(kept.value, docs as readonly LedgerEntry[]) };
    },
  );
}
