/** The open session of this desk with its entries, or the seal that waits for its morning. */
import { useEffect } from 'react';
import { openOf } from '@shared/ledger/books';
import type { TillSeal } from '@shared/ledger/entries/tills';
import type { LedgerEntry } from '@shared/ledger/schema';
import { openSession } from '@shared/ledger/sessions';
import { tillOf, type Till } from '@shared/tills/till';
import { loadBooks, useBooks } from '../../data/books';
import { useLive } from '../../data/live';
import { byIds, range } from '../../data/read';
import { useSession } from '../../data/session';

/** A session with all its entries. */
export async function loadTill(id: string): Promise<Till | null> {
  const [opening, moved] = await Promise.all([
    byIds<LedgerEntry>('ledger', [id]),
    range<LedgerEntry>('ledger', 'key', [id], [id]),
  ]);
  return tillOf(id, [...opening, ...moved]);
}

export interface TillHere {
  readonly state: 'loading' | 'ready' | 'failed';
  /** Null while none is open. */
  readonly till: Till | null;
  readonly seal: TillSeal | null;
}

export function useTillHere(): TillHere {
  const desk = useSession((session) => session.desk);
  const books = useBooks((all) => all.books);
  useEffect(() => void loadBooks(), []);
  const session = books ? (openSession(books, desk)?.id ?? '') : null;
  const seals = books ? openOf(books, 'sealedFloat').map(({ ref }) => ref) : [];
  const live = useLive(
    async () => {
      if (session === null) return null;
      const [till, sealed] = await Promise.all([
        session === '' ? null : loadTill(session),
        byIds<TillSeal>('ledger', seals),
      ]);
      const mine = sealed.filter((seal) => seal.desk === desk).sort((a, b) => a.body.n - b.body.n);
      return { till, seal: mine.at(-1) ?? null };
    },
    ['ledger'],
    [session, seals.join(), desk],
  );
  if (live.state === 'failed') return { state: 'failed', till: null, seal: null };
  // The entries of the session that is open now, not of the one before.
  if (live.state === 'loading' || !live.value || (live.value.till?.id ?? '') !== session)
    return { state: 'loading', till: null, seal: null };
  return { state: 'ready', ...live.value };
}
