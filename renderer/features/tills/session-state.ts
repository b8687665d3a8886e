/** How far a session is. */
import { openOf, type Books } from '@shared/ledger/books';
import type { Till } from '@shared/tills/till';
import { useBooks } from '../../data/books';

export type SessionState = 'open' | 'handedOver' | 'sealed' | 'reopened';

/** A seal waits until its float was recounted. */
export function stateOf({ closing }: Till, books: Books | null = useBooks.getState().books): SessionState {
  if (!closing) return 'open';
  if (closing.kind === 'tillHandover') return 'handedOver';
  return books && !openOf(books, 'sealedFloat').some(({ ref }) => ref === closing.id) ? 'reopened' : 'sealed';
}
