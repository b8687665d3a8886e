/** Loans and tips of a period, and whatever is open from before it; kept current. */
import { useMemo } from 'react';
import type { Period } from '@shared/core/period';
import { openOf, type OpenKind } from '@shared/ledger/books';
import { paperId } from '@shared/ledger/file-paper';
import type { DepositTaken, TipsPaid, TipTaken } from '@shared/ledger/entries/money';
import type { LedgerEntry } from '@shared/ledger/schema';
import { reversalId } from '@shared/ledger/standing';
import { followersOf, loanRows, type LoanRow } from '@shared/loans/rows';
import { tipRows, type TipRow } from '@shared/loans/tip-rows';
import { loadBooks } from '../../data/books';
import { useLive, type Change, type ReadState } from '../../data/live';
import { byIds, range } from '../../data/read';

/** Ids of what is open of a kind. */
async function openIds(kind: OpenKind): Promise<readonly string[]> {
  return openOf(await loadBooks(), kind).map(({ ref }) => ref);
}

/** Entries once each. */
function once<E extends LedgerEntry>(entries: readonly E[]): readonly E[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** These loans with what followed them. */
async function withFollowers(loans: readonly LedgerEntry[]): Promise<readonly LoanRow[]> {
  const ids = once(loans).map(({ id }) => id);
  return loanRows([...loans, ...(await byIds<LedgerEntry>('ledger', ids.flatMap(followersOf)))]);
}

/** What is out now, newest first. */
export async function loansOut(): Promise<readonly LoanRow[]> {
  return withFollowers(await byIds<LedgerEntry>('ledger', await openIds('loan')));
}

/** Loans of a period and what is still out; `also` is one more that is open beside the list, or ''. */
export async function loansOf({ from, to }: Period, also = ''): Promise<readonly LoanRow[]> {
  const [inPeriod, others] = await Promise.all([
    range<DepositTaken>('ledger', 'kind', ['depositTaken', from], ['depositTaken', to]),
    openIds('loan').then((ids) => byIds<LedgerEntry>('ledger', also === '' ? ids : [...ids, also])),
  ]);
  return withFollowers([...inPeriod, ...others]);
}

/** Tips of a period and what still waits, with their payments. */
export async function tipsOf({ from, to }: Period, also = ''): Promise<readonly TipRow[]> {
  const [inPeriod, others] = await Promise.all([
    range<TipTaken>('ledger', 'kind', ['tipTaken', from], ['tipTaken', to]),
    openIds('tip').then((ids) => byIds<TipTaken>('ledger', also === '' ? ids : [...ids, also])),
  ]);
  const tips = once([...inPeriod, ...others].filter(({ kind }) => kind === 'tipTaken'));
  const first = tips.reduce((day, tip) => (tip.day < day ? tip.day : day), from);
  const paid = await range<TipsPaid>('ledger', 'kind', ['tipsPaid', first], ['tipsPaid']);
  const followers = [
    ...[...tips, ...paid].map(({ id }) => reversalId(id)),
    ...paid.map(({ id }) => paperId(id)),
  ];
  return tipRows([...tips, ...paid, ...(await byIds<LedgerEntry>('ledger', followers))]);
}

/** Tips that wait, newest first. */
export async function tipsWaiting(): Promise<readonly TipRow[]> {
  return tipRows(await byIds<LedgerEntry>('ledger', await openIds('tip')));
}

const CONCERNS: readonly LedgerEntry['kind'][] = [
  'depositTaken',
  'depositReturned',
  'tipTaken',
  'tipsPaid',
  'reversal',
  'paperFiled',
];

/** Sales and the like leave the lists as they are. */
const unlessConcerned = <T>(value: T, { docs }: Change): T | null =>
  (docs as readonly LedgerEntry[]).some(({ kind }) => CONCERNS.includes(kind)) ? null : value;

export interface Listed<R> {
  readonly state: ReadState;
  /** Newest first. */
  readonly rows: readonly R[];
}

const NONE: readonly never[] = [];

function useListed<R>(load: () => Promise<readonly R[]>, deps: readonly unknown[]): Listed<R> {
  const live = useLive<readonly R[]>(load, ['ledger'], deps, unlessConcerned);
  const rows = live.state === 'ready' ? live.value : NONE;
  return useMemo(() => ({ state: live.state, rows }), [live.state, rows]);
}

/** @param also a loan outside the period that is open beside the list, or '' */
export function useLoans({ from, to }: Period, also: string): Listed<LoanRow> {
  return useListed(() => loansOf({ from, to }, also), [from, to, also]);
}

/** @param also a tip outside the period that is open beside the list, or '' */
export function useTips({ from, to }: Period, also: string): Listed<TipRow> {
  return useListed(() => tipsOf({ from, to }, also), [from, to, also]);
}
