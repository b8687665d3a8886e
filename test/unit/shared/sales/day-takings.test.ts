/** The sum of the day's sales on Today equals the one of the sales list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refund, Sale } from '@shared/ledger/entries/sales';
import { dayTakings } from '@shared/sales/day-takings';
import { listedSales, netTotal } from '@shared/sales/rows';

const sale = (id: string, total: number): Sale =>
  ({
    id,
    kind: 'sale',
    at: '2026-11-21T02:00:00.000Z',
    body: { n: 1, total, lines: [], invoice: {} },
  }) as unknown as Sale;
const refund = (of: string, total: number): Refund =>
  ({
    id: `r:${of}`,
    kind: 'refund',
    at: '2026-11-21T03:00:00.000Z',
    body: { n: 2, sale: of, total, lines: [] },
  }) as unknown as Refund;

describe('the day’s takings', () => {
  it('are what was sold less what was given back of it', () => {
    const sales = [sale('a', 5_000), sale('b', 1_200)];
    expect(dayTakings(sales, [refund('a', 2_000), refund('another day’s', 9_900)], [])).toEqual({
      count: 2,
      total: 4_200,
    });
    expect(dayTakings([], [], [])).toEqual({ count: 0, total: 0 });
  });

  it('equal the sum under the list of the day’s sales', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { maxLength: 8 }),
        fc.array(fc.record({ of: fc.nat(9), total: fc.nat(1_000_000) }), { maxLength: 12 }),
        (totals, back) => {
          const sales = totals.map((total, at) => sale(`s${at}`, total));
          const refunds = back.map(({ of, total }) => refund(`s${of}`, total));
          const rows = listedSales([...sales, ...refunds]);
          expect(dayTakings(sales, refunds, [])).toEqual({ count: rows.length, total: netTotal(rows) });
        },
      ),
    );
  });
});
