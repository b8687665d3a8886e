/** Accounts with their balances and what they owe, kept current. */
import { useEffect, useMemo } from 'react';
import type { Account } from '@shared/accounts/schema';
import { receivables, type Receivable } from '@shared/accounts/statement';
import { EMPTY_BOOKS, openOf } from '@shared/ledger/books';
import type { LedgerEntry } from '@shared/ledger/schema';
import { loadBooks, useBooks } from '../../data/books';
import { useDirectory } from '../../data/directory';
import { useLive } from '../../data/live';
import { byIds } from '../../data/read';

export interface AccountRow {
  readonly id: string;
  readonly account: Account;
  /** Member: the customer's money with us; on account: what is owed. Fen. */
  readonly balance: number;
  /** Oldest first; none for members. */
  readonly owed: readonly Receivable[];
}

/** Accounts of a type by number; null while the ledger is being summed. */
export function useAccounts(type: Account['body']['type']): readonly AccountRow[] | null {
  const records = useDirectory((state) => state.records);
  const books = useBooks((state) => state.books);
  useEffect(() => {
    void loadBooks();
  }, []);
  const refs = useMemo(() => openOf(books ?? EMPTY_BOOKS, 'receivable').map(({ ref }) => ref), [books]);
  const live = useLive(() => byIds<LedgerEntry>('ledger', refs), [], [refs.join()]);
  const entries = live.state === 'ready' ? live.value : null;
  return useMemo(() => {
    if (!books || !entries) return null;
    const all = receivables(books, entries, '');
    return [...records.values()]
      .filter(
        (record): record is Account => record.kind === 'account' && (record as Account).body.type === type,
      )
      .sort((a, b) => a.body.accountNo.localeCompare(b.body.accountNo))
      .map((account) => ({
        id: account.id,
        account,
        balance: books.accounts[account.id] ?? 0,
        owed: all.filter((one) => one.account === account.id && one.amount !== 0),
      }));
  }, [records, books, entries, type]);
}
