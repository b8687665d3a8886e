// DOMAIN §6, issue 4: for any history with differences, seals, reversals, late records and deposits no fen is lost.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashDays, cashRow, cashTotals } from '@shared/deposits/cash-month';
import { waitingRows } from '@shared/deposits/waiting';
import { EMPTY_BOOKS, openOf, withEntries } from '@shared/ledger/books';
import { effects, isTillTender } from '@shared/ledger/effects';
import { placeOf } from '@shared/ledger/entry';
import type { Fee } from '@shared/ledger/entries/fees';
import type { Tender } from '@shared/ledger/entries/parts';
import type { Deposit } from '@shared/ledger/entries/tills';
import type { MoneyFlow } from '@shared/ledger/moves';
import type { LedgerEntry } from '@shared/ledger/schema';
import {
  CASH_PARTS,
  cashFormula,
  differencesOf,
  expectedOf,
  sumsOf,
  tillOf,
  type Till,
} from '@shared/tills/till';
import { Ledger, steps } from '../ledger/history';

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
const moneyOf = (entries: readonly LedgerEntry[]) => entries.flatMap((entry) => effects(entry).money);

/** An entry of one's own behind those of the desk. */
function entered(
  entries: readonly LedgerEntry[],
  kind: LedgerEntry['kind'],
  key: string,
  body: object,
): LedgerEntry {
  const n = entries.length + 1;
  const like = entries[0] as LedgerEntry;
  return {
    ...like,
    id: `${kind}:${n}`,
    kind,
    key,
    status: placeOf(like.desk, n),
    body: { v: 1, n, log: [], ...body },
  } as unknown as LedgerEntry;
}

const closedOf = (entries: readonly LedgerEntry[]): readonly string[] =>
  entries.flatMap((entry) => (entry.kind === 'tillHandover' || entry.kind === 'tillSeal' ? [entry.key] : []));

function lateFee(entries: readonly LedgerEntry[], at: number, tender: Tender, amount: number): LedgerEntry {
  const closed = closedOf(entries);
  const payment = { tender, amount, given: 0, terminal: '', ref: '', account: '' };
  return entered(entries, 'fee', closed[at % closed.length] ?? '', { amount, payments: [payment] });
}

/** A deposit of some of what waits, each line in part or whole. */
function depositSome(entries: readonly LedgerEntry[], shares: readonly number[]): LedgerEntry | null {
  const rows = waitingRows(withEntries(EMPTY_BOOKS, entries), '2026-11-30');
  const lines = rows
    .map(({ session, no, day, tender, amount }, at) => ({
      session,
      sessionNo: no,
      day,
      shift: '',
      tender,
      amount: Math.trunc((amount * (shares[at % shares.length] ?? 100)) / 100),
      left: 0,
      slips: 0,
    }))
    .filter(({ amount }) => amount !== 0);
  return lines.length === 0
    ? null
    : entered(entries, 'deposit', '', { lines, total: sum(lines.map(({ amount }) => amount)) });
}

const extra = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('late' as const),
      at: fc.nat(),
      tender: fc.constantFrom<Tender>('cash', 'card', 'wechat', 'member'),
      amount: fc.integer({ min: 1, max: 90_000 }),
    }),
    fc.record({
      do: fc.constant('deposit' as const),
      shares: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }),
    }),
  ),
  { maxLength: 6 },
);

const history = fc.tuple(steps, extra).map(([first, after]) => {
  const entries = [...new Ledger().play([...first, { do: 'handover', error: 300, float: 40_000 }]).entries];
  for (const one of after) {
    const next =
      one.do === 'late' ? lateFee(entries, one.at, one.tender, one.amount) : depositSome(entries, one.shares);
    if (next) entries.push(next);
  }
  return entries;
});

const tillsOf = (entries: readonly LedgerEntry[]): readonly Till[] =>
  entries.flatMap((entry) => {
    if (entry.kind !== 'tillOpen' && entry.kind !== 'tillHandover') return [];
    const till = tillOf(entry.id, entries);
    return till ? [till] : [];
  });
const depositsOf = (entries: readonly LedgerEntry[]): readonly Deposit[] =>
  entries.filter((entry): entry is Deposit => entry.kind === 'deposit');

/** Flows that only move money between till, safe and finance. */
const INNER: readonly MoneyFlow[] = ['float', 'handedOn'];

describe('any history of a desk', () => {
  it('leaves in a closed session nothing but what was entered late, under every tender', () => {
    fc.assert(
      fc.property(history, (entries) => {
        for (const till of tillsOf(entries)) {
          if (!till.closing) continue;
          const whole = sumsOf(till.id, entries);
          const late = sumsOf(till.id, till.late);
          for (const [tender, amount] of Object.entries(whole))
            expect(amount).toBe(late[tender as Tender] ?? 0);
        }
      }),
    );
  });

  it('has money in = money out + in till + under seal + deposited + waiting, late records aside', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const books = withEntries(EMPTY_BOOKS, entries);
        const rows = moneyOf(entries);
        const brought = sum(
          entries.map((entry) =>
            entry.kind === 'tillOpen' && entry.body.from === '' ? entry.body.float : 0,
          ),
        );
        for (const tender of ['cash', 'card', 'wechat', 'alipay', 'transfer', 'voucher'] as const) {
          const moved = sum(
            rows.filter((row) => row.tender === tender && !INNER.includes(row.flow)).map((row) => row.amount),
          );
          const inTills = sum(
            rows
              .filter((row) => row.tender === tender && books.sessions[row.session]?.closedAt === '')
              .map((row) => row.amount),
          );
          const late = sum(tillsOf(entries).map((till) => sumsOf(till.id, till.late)[tender] ?? 0));
          const waiting = sum(Object.values(books.sessions).map((one) => one.waiting[tender] ?? 0));
          const deposited = sum(
            depositsOf(entries).flatMap(({ body }) =>
              body.lines.filter((line) => line.tender === tender).map(({ amount }) => amount),
            ),
          );
          const sealed =
            tender === 'cash' ? sum(openOf(books, 'sealedFloat').map(({ amount }) => amount)) : 0;
          expect(inTills + sealed + waiting + deposited + late).toBe(
            moved + (tender === 'cash' ? brought : 0),
          );
        }
      }),
    );
  });

  it('has every closed row of the month agree with what finance got or waits for', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const deposits = depositsOf(entries);
        const rows = tillsOf(entries).map((till) => cashRow(till, deposits));
        for (const row of rows) {
          if (row.isOpen) continue;
          const { total, accounts, difference, floatChange, deposited, waiting } = cashTotals([row]);
          expect(total - accounts + difference + floatChange).toBe(deposited + waiting);
        }
        const books = withEntries(EMPTY_BOOKS, entries);
        expect(sum(rows.map(({ waiting }) => waiting))).toBe(
          sum(Object.values(books.sessions).flatMap((one) => Object.values(one.waiting))),
        );
      }),
    );
  });

  it('has the sum over sessions equal the sum of the tenders of all acts', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const totals = cashTotals(tillsOf(entries).map((till) => cashRow(till, [])));
        for (const tender of ['cash', 'card', 'wechat', 'member', 'onAccount'] as const)
          expect(totals.taken[tender] ?? 0).toBe(
            sum(
              moneyOf(entries)
                .filter(
                  ({ flow, tender: of }) => of === tender && flow !== 'difference' && !INNER.includes(flow),
                )
                .map(({ amount }) => amount),
            ),
          );
      }),
    );
  });

  it('keeps differences with the shift that leaves and hands the float on whole', () => {
    fc.assert(
      fc.property(history, (entries) => {
        for (const till of tillsOf(entries)) {
          const { closing } = till;
          if (closing?.kind !== 'tillHandover') continue;
          const next = tillOf(closing.id, [closing]);
          expect(next && expectedOf(next)).toEqual({ cash: closing.body.float });
          const found = sum(closing.body.checks.map(({ actual, expected }) => actual - expected));
          // Money on accounts is known by the books: a late one explains no missing cash.
          const late = sum(
            Object.entries(sumsOf(till.id, till.late))
              .filter(([tender]) => isTillTender(tender as Tender))
              .map(([, amount]) => amount),
          );
          expect(sum(Object.values(differencesOf(till)))).toBe(found - late);
        }
      }),
    );
  });

  it('explains the cash of every session by its formula', () => {
    fc.assert(
      fc.property(history, (entries) => {
        for (const till of tillsOf(entries)) {
          const parts = cashFormula(till);
          expect(sum(CASH_PARTS.map((part) => parts[part]))).toBe(expectedOf(till).cash);
        }
      }),
    );
  });
});

describe('a ticked day', () => {
  it('stands as changed when a late record moves its figures', () => {
    const before = new Ledger().play([
      { do: 'fee', amount: 12_000, tender: 1 },
      { do: 'handover', error: 0, float: 40_000 },
    ]).entries;
    const rows = tillsOf(before).map((till) => cashRow(till, []));
    const [day] = cashDays(rows, []);
    const check = {
      status: 'checked',
      body: { day: day?.day, ...day?.totals, note: '' },
    } as unknown as Parameters<typeof cashDays>[1][number];
    expect(cashDays(rows, [check])[0]).toMatchObject({ changed: false });
    const later = [...before, lateFee(before, 0, 'card', 500) satisfies LedgerEntry as Fee];
    const again = tillsOf(later).map((till) => cashRow(till, []));
    expect(cashDays(again, [check])[0]).toMatchObject({ changed: true });
  });
});

it('counts account tenders as none of finance’s', () => {
  expect((['member', 'onAccount'] as const).some(isTillTender)).toBe(false);
});
