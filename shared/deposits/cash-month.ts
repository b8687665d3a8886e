/** 现金月报: what each session took per tender, its difference, what finance got and what still waits (DOMAIN §6). */
import { TENDERS, type Tender } from '../ledger/entries/parts';
import type { Deposit, TillHandover, TillSeal } from '../ledger/entries/tills';
import { isTillTender } from '../ledger/effects';
import {
  differencesOf,
  floatOf,
  openingDifferenceOf,
  shiftOf,
  sumsOf,
  type TenderSums,
  type Till,
} from '../tills/till';
import type { CashCheck, CashFigures } from './schema';

export interface CashRow {
  /** The session. */
  readonly id: string;
  readonly no: string;
  readonly day: string;
  readonly shift: string;
  readonly desk: string;
  /** Taken less given back, per tender, late entries included. */
  readonly taken: TenderSums;
  readonly total: number;
  /** Long (+) or short (−) at opening and closing, as late entries leave it. */
  readonly difference: number;
  /** Float brought in less float left. */
  readonly floatChange: number;
  readonly deposited: number;
  readonly waiting: number;
  readonly isOpen: boolean;
  /** Entries recorded after it closed. */
  readonly late: number;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

/** What the closing put aside for finance: money and paper, not the accounts' own tenders. */
function handedOn({ body }: TillHandover | TillSeal): number {
  return sum(
    body.checks
      .filter(({ tender }) => isTillTender(tender))
      .map(({ tender, actual }) => actual - (tender === 'cash' ? body.float : 0)),
  );
}

/** One session's row; `deposits` are those that stand, and may hold other sessions' too. */
export function cashRow(till: Till, deposits: readonly Deposit[]): CashRow {
  const { id, opening, closing, entries, late } = till;
  const taken = sumsOf(id, [...entries, ...late]);
  const deposited = sum(
    deposits.flatMap(({ body }) =>
      body.lines.filter(({ session }) => session === id).map(({ amount }) => amount),
    ),
  );
  return {
    id,
    no: opening.body.no ?? '',
    day: opening.day,
    shift: shiftOf(till),
    desk: opening.desk,
    taken,
    total: sum(Object.values(taken)),
    difference: openingDifferenceOf(till) + sum(Object.values(differencesOf(till))),
    floatChange: closing ? floatOf(till) - openingDifferenceOf(till) - closing.body.float : 0,
    deposited,
    waiting: closing ? handedOn(closing) - deposited : 0,
    isOpen: closing === null,
    late: late.length,
  };
}

export interface CashTotals extends CashFigures {
  readonly taken: TenderSums;
  readonly floatChange: number;
  /** Member and on-account tenders: no money finance could get. */
  readonly accounts: number;
}

/** Sums of rows: closed sessions keep `total − accounts + difference + floatChange = deposited + waiting`. */
export function cashTotals(rows: readonly CashRow[]): CashTotals {
  const taken = Object.fromEntries(
    TENDERS.map((tender): [Tender, number] => [tender, sum(rows.map((row) => row.taken[tender] ?? 0))]),
  ) as Record<Tender, number>;
  return {
    taken,
    total: sum(rows.map(({ total }) => total)),
    accounts: taken.member + taken.onAccount,
    difference: sum(rows.map(({ difference }) => difference)),
    floatChange: sum(rows.map(({ floatChange }) => floatChange)),
    deposited: sum(rows.map(({ deposited }) => deposited)),
    waiting: sum(rows.map(({ waiting }) => waiting)),
  };
}

export interface CashDay {
  readonly day: string;
  readonly rows: readonly CashRow[];
  readonly totals: CashTotals;
  readonly check: CashCheck | null;
  /** Finance ticked other figures than those that stand there now. */
  readonly changed: boolean;
}

/** Rows by day, in order, each with finance's tick. */
export function cashDays(rows: readonly CashRow[], checks: readonly CashCheck[]): readonly CashDay[] {
  const byDay = new Map(
    checks.filter(({ status }) => status === 'checked').map((check) => [check.body.day, check]),
  );
  return [...new Set(rows.map(({ day }) => day))].sort().map((day) => {
    const mine = rows.filter((row) => row.day === day);
    const totals = cashTotals(mine);
    const check = byDay.get(day) ?? null;
    // Money deposited later is expected; what was taken and what was missing must not move any more.
    const changed =
      check !== null && (check.body.total !== totals.total || check.body.difference !== totals.difference);
    return { day, rows: mine, totals, check, changed };
  });
}
