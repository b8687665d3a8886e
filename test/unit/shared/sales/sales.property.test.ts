/** Sales and refunds whatever is sold (DOMAIN §4): every fen has its line, and all parts together are the whole. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceSale, shareOut } from '@shared/sales/price-sale';
import { worthOf } from '@shared/sales/refund';
import type { Product } from '@shared/products/schema';

const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const product = (price: number): Product =>
  ({
    id: `p${price}`,
    body: {
      sku: 'S',
      name: '球',
      spec: '',
      category: '其他',
      unit: '个',
      pack: null,
      prices: [{ from: '2026-01-01', price, memberPrice: null }],
    },
  }) as unknown as Product;

describe('shareOut', () => {
  it('gives every fen away and nobody more than it weighs, whatever it is', () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (weights, part) => {
        const amount = Math.floor(sum(weights) * part);
        const shares = shareOut(amount, weights);
        expect(sum(shares)).toBe(amount);
        shares.forEach((share, at) => {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(weights[at] ?? 0);
        });
      }),
    );
  });
});

describe('priceSale', () => {
  it('has lines that add up to the total', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            price: fc.integer({ min: 1, max: 500_000 }),
            quantity: fc.integer({ min: 1, max: 50 }),
            gift: fc.boolean(),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        fc.integer({ min: 0, max: 500 }),
        (items, off) => {
          const products = new Map(items.map(({ price }) => [`p${price}`, product(price)]));
          const lines = items.map(({ price, quantity, gift }) => ({
            product: `p${price}`,
            packed: false,
            quantity,
            discount: 0,
            gift,
          }));
          const paid = sum(items.filter(({ gift }) => !gift).map(({ price, quantity }) => price * quantity));
          const discount = Math.min(off, paid);
          const priced = priceSale(
            { lines, member: false, discount, rounding: 0 },
            products,
            '展架',
            '2026-11-21',
          );
          expect(priced.total).toBe(paid - discount);
          expect(sum(priced.lines.map(({ amount }) => amount))).toBe(priced.total);
          for (const { quantity, price, discount: own, share, amount } of priced.lines)
            expect(quantity * price - own - share).toBe(amount);
          expect(priced.gross - priced.givenAway).toBe(priced.total);
        },
      ),
    );
  });
});

describe('worthOf', () => {
  it('gives back exactly the line, however it comes back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
        (amount, parts) => {
          const line = { amount, quantity: sum(parts) } as Parameters<typeof worthOf>[0];
          let already = 0;
          let back = 0;
          for (const part of parts) {
            back += worthOf(line, already, part);
            already += part;
          }
          expect(back).toBe(amount);
        },
      ),
    );
  });
});
