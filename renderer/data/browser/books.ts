/**
 * The sums of the ledger as the endpoint has them: years of entries are none of a browser's work. Asked for anew whenever
 * an entry came.
 */
import { create } from 'zustand';
import type { Books } from '@shared/ledger/books';
import { logFault } from '../faults';
import { onChange } from '../live';
import { need } from './api';

/** The books once they are loaded; pages follow them. */
export const useBooks = create<{ readonly books: Books | null }>(() => ({ books: null }));

let loading: Promise<Books> | null = null;

async function load(): Promise<Books> {
  const books = await need<Books>('GET', '/web/books');
  useBooks.setState({ books });
  return books;
}

/** The sums of all entries the endpoint has. */
export function loadBooks(): Promise<Books> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

onChange(({ collection }) => {
  if (collection !== 'ledger' || !loading) return;
  loading = null;
  loadBooks().catch((error: unknown) => logFault('books', error));
});
