/** An account's entries over a period, with its balance before, after each, and at the end; what is owed by age (DOMAIN §4). */
import { effects } from '../ledger/effects';
import { openOf, type Books } from '../ledger/books';
import type { LedgerEntry } from '../ledger/schema';
import { addDays } from '../core/time';

export interface StatementRow {
  readonly entry: LedgerEntry;
  /** + more with us (member) or more owed (on account). */
  readonly amount: number;
  readonly balance: number;
}

export interface Statement {
  readonly opening: number;
  /** Oldest first. */
  readonly rows: readonly StatementRow[];
  readonly closing: number;
}

/** What an entry changes on an account, fen. */
export function changeOn(account: string, entry: LedgerEntry): number {
  return effects(entry)
    .accounts.filter((row) => row.account === account)
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** @param later every entry from the period's first day to now; @param now the balance as it stands */
export function statementOf(
  account: string,
  later: readonly LedgerEntry[],
  now: number,
  { from, to }: { readonly from: string; readonly to: string },
): Statement {
  const touching = later
    .map((entry) => ({ entry, amount: changeOn(account, entry) }))
    .filter(({ entry, amount }) => amount !== 0 && entry.day >= from)
    .sort((a, b) => a.entry.at.localeCompare(b.entry.at) || a.entry.body.n - b.entry.body.n);
  const opening = now - touching.reduce((sum, { amount }) => sum + amount, 0);
  let balance = opening;
  const rows = touching
    .filter(({ entry }) => entry.day <= to)
    .map((row) => {
      balance += row.amount;
      return { ...row, balance };
    });
  return { opening, rows, closing: balance };
}

/** Days of age at which debts are told apart: up to 30, 60, 90, older. */
export const AGES = [30, 60, 90] as const;

export interface Receivable {
  readonly ref: string;
  readonly account: string;
  readonly entry: LedgerEntry | undefined;
  readonly amount: number;
  readonly day: string;
}

/** What an account (or, with '', any) still owes, oldest first. */
export function receivables(
  books: Books,
  entries: readonly LedgerEntry[],
  account: string,
): readonly Receivable[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return openOf(books, 'receivable')
    .filter((open) => account === '' || open.account === account)
    .map((open) => {
      const entry = byId.get(open.ref);
      return { ...open, entry, day: entry?.day ?? '' };
    })
    .sort((a, b) => a.day.localeCompare(b.day) || a.ref.localeCompare(b.ref));
}

/** Fen owed by age: up to 30 days, 31–60, 61–90, older. */
export function ageing(
  owed: readonly Pick<Receivable, 'day' | 'amount'>[],
  today: string,
): readonly number[] {
  const sums = [0, 0, 0, 0];
  for (const { day, amount } of owed) {
    const at = AGES.findIndex((days) => day >= addDays(today, -days));
    const index = at < 0 ? AGES.length : at;
    sums[index] = (sums[index] ?? 0) + amount;
  }
  return sums;
}
