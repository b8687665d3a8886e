/** The sums of the ledger and the web view's own entries, following every new entry. */
import { EMPTY_BOOKS, withEntries, type Books } from '../../shared/ledger/books';
import type { LedgerEntry } from '../../shared/ledger/schema';
import type { Store } from '../store/store';
import { follow } from './read-store';

export interface LedgerSums {
  readonly books: Books;
  /** Position of the ledger they are true for. */
  readonly position: number;
}

const kept = new WeakMap<Store, LedgerSums>();

const edits = ({ ver }: LedgerEntry): number => Object.values(ver).reduce((sum, count) => sum + count, 0);

/** The sums of all entries accepted so far. Commits take turns, so nobody else changes them meanwhile. */
export async function ledgerSums(store: Store): Promise<LedgerSums> {
  for (let before = kept.get(store) ?? { books: EMPTY_BOOKS, position: 0 }; ;) {
    let { books } = before;
    let seenTwice = false;
    const position = await follow(store, 'ledger', before.position, (docs) => {
      const entries = docs as readonly LedgerEntry[];
      // Entries never change; should one have, its first state is in the sums, and they are made anew.
      seenTwice ||= before.position > 0 && entries.some((entry) => edits(entry) > 1);
      books = withEntries(books, entries);
    });
    if (!seenTwice) {
      const sums = { books, position };
      kept.set(store, sums);
      return sums;
    }
    before = { books: EMPTY_BOOKS, position: 0 };
  }
}
