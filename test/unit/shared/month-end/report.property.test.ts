/** What must hold for any month (FORMS, rules of money): quantities and amounts balance, nothing foreign is in it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '@shared/ledger/schema';
import { bookQuantity, grossProfit, otherIn, totalsOf, withoutTax } from '@shared/month-end/figures';
import { closingOf, monthLines, type Closing } from '@shared/month-end/report';
import { Ledger, steps } from '../ledger/history';
import { MonthLedger, productOf } from '../../../helpers/month-ledger';

const SKUS = ['G01', 'G02', 'G03'] as const;
const products = SKUS.map((sku, at) =>
  productOf({
    sku,
    name: sku,
    category: at === 0 ? '手套' : '饮料',
    unit: '个',
    cost: 500 + at,
    prices: [{ from: '2026-01-01', price: 1_000 }],
  }),
);

/** The products of the ledger's own random histories. */
const anonymous = [0, 1, 2, 3].map((at) => ({
  ...productOf({
    sku: `S${at}`,
    name: `商品${at}`,
    category: '其他',
    unit: '个',
    cost: 600,
    prices: [{ from: '2026-01-01', price: 1_000 }],
  }),
  id: `p${at}`,
}));

const move = fc.record({
  what: fc.constantFrom(
    'opening' as const,
    'receive' as const,
    'supplierReturn' as const,
    'sell' as const,
    'gift' as const,
    'refund' as const,
    'spoilt' as const,
    'scrapped' as const,
    'used' as const,
    'transfer' as const,
    'counted' as const,
    'reverse' as const,
  ),
  sku: fc.constantFrom(...SKUS),
  quantity: fc.integer({ min: 1, max: 40 }),
  amount: fc.integer({ min: 1, max: 99_999 }),
  day: fc.integer({ min: 1, max: 30 }),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;
const moves = fc.array(move, { maxLength: 40 });

/** Plays moves of November. */
function play(all: readonly Move[]): MonthLedger {
  const ledger = new MonthLedger();
  for (const [at, { what, sku, quantity, amount, day: number }] of all.entries()) {
    const moved = { day: `2026-11-${String(number).padStart(2, '0')}`, sku, quantity, amount };
    if (what === 'opening' || what === 'receive')
      ledger.receive(moved, what === 'opening' ? 'opening' : 'purchase');
    else if (what === 'sell' || what === 'gift')
      ledger.sell(what === 'gift' ? { ...moved, amount: 0 } : moved, what === 'gift');
    else if (what === 'refund' || what === 'spoilt') ledger.refund(moved, what === 'refund');
    else if (what === 'transfer') ledger.transfer(moved);
    else if (what === 'counted')
      ledger.counted(moved, `c${at}`, [{ sku, quantity: at % 2 ? quantity : 0 - quantity }]);
    else if (what === 'reverse') {
      const last = [...ledger.entries].reverse().find(({ kind }) => kind !== 'reversal');
      if (last && !ledger.entries.some(({ id }) => id === `reversal:${last.id}`))
        ledger.reverse(last, moved.day);
    } else ledger.out(what === 'supplierReturn' ? moved : { ...moved, amount: 0 }, what);
  }
  return ledger;
}

const openings: fc.Arbitrary<Closing> = fc.dictionary(
  fc.constantFrom('p:G01', 'p:G02', 'p:G03'),
  fc.record({
    quantity: fc.integer({ min: -20, max: 100 }),
    amount: fc.integer({ min: -20_000, max: 200_000 }),
    unitCost: fc.integer({ min: 0, max: 5_000_000 }),
  }),
);

const linesOf = (opening: Closing, entries: readonly LedgerEntry[]): ReturnType<typeof monthLines> =>
  monthLines({
    month: '2026-11',
    opening,
    entries,
    products,
    count: { id: 'c1', reasons: {} },
    categories: [],
    treatments: {},
  });

describe('the lines of a month', () => {
  it('balance in quantity and amount, per product and in total', () => {
    fc.assert(
      fc.property(openings, moves, (opening, all) => {
        const lines = linesOf(opening, play(all).entries);
        for (const line of [...lines, totalsOf(lines)]) {
          expect(line.opening + line.received - line.sold - line.otherOut).toBe(line.closing);
          expect(line.soldCost + line.otherOutAmount + line.closingAmount).toBe(
            line.openingAmount + line.receivedAmount,
          );
        }
        for (const line of lines) {
          expect(line.opening + line.received - line.sold + otherIn(line)).toBe(bookQuantity(line));
          expect(bookQuantity(line) + line.adjusted).toBe(line.closing);
          expect(Number.isSafeInteger(line.unitCost) && line.unitCost >= 0).toBe(true);
        }
      }),
    );
  });

  it('hold the same stock as the books, whatever the order of the entries', () => {
    fc.assert(
      fc.property(openings, moves, fc.infiniteStream(fc.nat()), (opening, all, order) => {
        const { entries } = play(all);
        const keyed = entries.map((entry) => ({ entry, key: order.next().value as number }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ entry }) => entry);
        expect(linesOf(opening, shuffled)).toEqual(linesOf(opening, entries));
      }),
    );
  });

  it('keep the rounding difference in the closing amount: within one fen a rounded figure', () => {
    fc.assert(
      fc.property(openings, moves, (opening, all) => {
        for (const line of linesOf(opening, play(all).entries)) {
          const units = line.opening + line.received;
          if (units <= 0 || line.openingAmount + line.receivedAmount < 0) continue;
          const exact = line.closing * line.unitCost;
          // 4 decimals of unit cost over all units, and one fen for each of three roundings.
          const allowed = (Math.abs(units) + Math.abs(line.sold) + Math.abs(line.otherOut)) / 2 + 300;
          expect(Math.abs(line.closingAmount * 100 - exact)).toBeLessThanOrEqual(allowed);
        }
      }),
    );
  });

  it('leave an opening from which the next month goes on without a gap', () => {
    fc.assert(
      fc.property(openings, moves, (opening, all) => {
        const lines = linesOf(opening, play(all).entries);
        const next = monthLines({
          month: '2026-12',
          opening: closingOf(lines),
          entries: [],
          products,
          count: null,
          categories: [],
          treatments: {},
        });
        for (const line of next) {
          const before = lines.find(({ product }) => product === line.product);
          expect([line.opening, line.openingAmount]).toEqual([
            before?.closing ?? 0,
            before?.closingAmount ?? 0,
          ]);
          expect([line.closing, line.closingAmount]).toEqual([line.opening, line.openingAmount]);
        }
      }),
    );
  });

  it('balance without tax too', () => {
    fc.assert(
      fc.property(openings, moves, fc.integer({ min: 0, max: 2_500 }), (opening, all, hundredths) => {
        for (const gross of linesOf(opening, play(all).entries)) {
          const line = withoutTax(gross, hundredths / 100);
          expect(line.soldCost + line.otherOutAmount + line.closingAmount).toBe(
            line.openingAmount + line.receivedAmount,
          );
        }
      }),
    );
  });

  it('never hold other people’s money: deposits, tips, top-ups, fees, petty cash change nothing', () => {
    const foreign = ['topUp', 'fee', 'depositTaken', 'depositReturned', 'tipTaken', 'tipsPaid'];
    fc.assert(
      fc.property(steps, (all) => {
        const { entries } = new Ledger('A', '2026-11-21').play(all);
        const own = entries.filter(({ kind }) => !foreign.includes(kind) && !kind.startsWith('paid'));
        const input = {
          month: '2026-11',
          opening: {},
          products: anonymous,
          count: null,
          categories: [],
          treatments: {},
        };
        const lines = monthLines({ ...input, entries });
        expect(monthLines({ ...input, entries: own })).toEqual(lines);
        const sold = entries.reduce((sum, entry) => {
          if (entry.kind === 'sale') return sum + entry.body.total;
          return entry.kind === 'refund' ? sum - entry.body.total : sum;
        }, 0);
        const totals = totalsOf(lines);
        expect(totals.revenue).toBe(sold);
        expect(grossProfit(totals)).toBe(sold - totals.soldCost);
      }),
    );
  });
});
