// Figures of shop and cash over any history of the ledger (DOMAIN §7): other people's money is never income.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behind } from '@shared/figures/drill';
import { monthSum } from '@shared/figures/month';
import { grossProfit, soldCost } from '@shared/figures/profit';
import { shopFigures, turnoverOf } from '@shared/figures/shop';
import { shopTables, TABLES, type Names } from '@shared/figures/tables';
import { effects } from '@shared/ledger/effects';
import { TENDERS } from '@shared/ledger/entries/parts';
import type { LedgerEntry } from '@shared/ledger/schema';
import { Ledger, steps } from '../ledger/history';

const history = steps.map((all) => new Ledger().play(all).entries as readonly LedgerEntry[]);
const byId = (entries: readonly LedgerEntry[]): ReadonlyMap<string, LedgerEntry> =>
  new Map(entries.map((entry) => [entry.id, entry]));
const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

const names: Names = {
  say: (key) => key,
  staff: (id) => id,
  product: (id) => ({ sku: id, name: id, category: '其他' }),
  tender: (tender) => tender,
  price: () => 1_000,
};

/** What a person would add up by hand: sales, refunds, fees, rentals, kept deposits; nothing else. */
function byHand(entries: readonly LedgerEntry[]): number {
  const all = byId(entries);
  return sum(
    entries.map((entry) => {
      if (entry.kind === 'sale') return entry.body.total;
      if (entry.kind === 'refund') return -entry.body.total;
      if (entry.kind === 'fee') return entry.body.amount;
      if (entry.kind === 'depositTaken') return entry.body.rental;
      if (entry.kind === 'depositReturned') return entry.body.kept + entry.body.lateFee;
      if (entry.kind === 'reversal') {
        const of = all.get(entry.body.of);
        return of?.kind === 'fee' ? -of.body.amount : of?.kind === 'sale' ? -of.body.total : 0;
      }
      return 0;
    }),
  );
}

describe('any history', () => {
  it('has as turnover what was earned, without top-ups, deposits, tips, settlements or petty cash', () => {
    fc.assert(
      fc.property(history, (entries) => {
        expect(turnoverOf(shopFigures(entries, byId(entries)))).toBe(byHand(entries));
      }),
    );
  });

  it('splits the same turnover by source, day, clerk and tender', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const figures = shopFigures(entries, byId(entries));
        const turnover = turnoverOf(figures);
        expect(sum(Object.values(figures.days))).toBe(turnover);
        expect(
          sum(
            Object.values(figures.clerks).map(
              ({ goods, refunded, fees, rest }) => goods + refunded + fees + rest,
            ),
          ),
        ).toBe(turnover);
        // A kept deposit came in as a deposit; nothing is paid when it is kept.
        expect(sum(Object.values(figures.tenders).map(({ earned }) => earned))).toBe(
          turnover - figures.income.depositKept,
        );
        expect(sum(Object.values(figures.products).map(({ revenue }) => revenue))).toBe(figures.income.goods);
        expect(sum(Object.values(figures.fees).map(({ amount }) => amount))).toBe(figures.income.fee);
      }),
    );
  });

  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const figures = shopFigures(entries, byId(entries));
        expect(shopFigures([...entries].reverse(), byId(entries))).toEqual(figures);
      }),
    );
  });

  it('has a profit that no deposit, tip or top-up changes', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 500_000 }), (entries, cost) => {
        const costs = { p0: cost, p1: cost, p2: cost, p3: cost };
        const figures = shopFigures(entries, byId(entries));
        const goods = entries.filter((entry) =>
          effects(entry).stock.some(({ move }) => move === 'sold' || move === 'returned'),
        );
        const alone = shopFigures(goods, byId(entries));
        expect(grossProfit(figures, costs)).toBe(grossProfit(alone, costs));
        expect(grossProfit(figures, costs)).toBe(figures.income.goods - (soldCost(figures, costs) ?? 0));
        expect(grossProfit(figures, null)).toBeNull();
      }),
    );
  });

  it('shows the differences of its shifts as the till found them', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const { shifts } = shopFigures(entries, byId(entries));
        const found = sum(
          entries
            .filter(({ kind }) => kind !== 'reversal')
            .flatMap((entry) => effects(entry).money)
            .filter(({ flow, tender }) => flow === 'difference' && tender === 'cash')
            .map(({ amount }) => amount),
        );
        expect(sum(shifts.map(({ cash }) => cash))).toBe(found);
      }),
    );
  });

  it('finds behind every figure the records that make it up', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const originals = byId(entries);
        const figures = shopFigures(entries, originals);
        const total = (drill: Parameters<typeof behind>[1]): number =>
          sum(behind(entries, drill, originals, () => '其他').map(({ amount }) => amount));
        for (const tender of TENDERS) {
          const { earned = 0, others = 0 } = figures.tenders[tender] ?? {};
          expect(total(`tender:${tender}`)).toBe(earned + others);
        }
        for (const [id, { revenue }] of Object.entries(figures.products))
          expect(total(`product:${id}`)).toBe(revenue);
        for (const [type, { amount }] of Object.entries(figures.fees))
          expect(total(`fee:${type}`)).toBe(amount);
        for (const [day, amount] of Object.entries(figures.days)) expect(total(`day:${day}`)).toBe(amount);
        for (const [id, { goods, refunded, fees, rest }] of Object.entries(figures.clerks))
          expect(total(`clerk:${id}`)).toBe(goods + refunded + fees + rest);
        for (const { id, cash, rest } of figures.shifts) expect(total(`shift:${id}`)).toBe(cash + rest);
        expect(total('source:rest')).toBe(figures.income.rental + figures.income.depositKept);
        expect(total('category:其他')).toBe(figures.income.goods);
      }),
    );
  });

  it('makes tables whose rows have a cell a column and whose totals agree', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const figures = shopFigures(entries, byId(entries));
        const now = { month: '2026-11', figures, costs: { p0: 12_345 } };
        const tables = shopTables({ now, before: null, lastYear: null }, names);
        for (const key of TABLES) {
          const { columns, rows, total } = tables[key];
          for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
          if (total) expect(total).toHaveLength(columns.length);
        }
        const { turnover } = monthSum(now);
        expect(tables.days.total?.[1]).toBe(turnover);
        expect(tables.clerks.total?.[7]).toBe(turnover);
        expect(tables.products.total?.[3]).toBe(tables.categories.total?.[2]);
        expect(tables.overview.rows[0]?.cells[1]).toBe(turnover);
      }),
    );
  });
});
