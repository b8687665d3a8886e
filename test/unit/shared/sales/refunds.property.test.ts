/** Whatever is sold and however it comes back (DOMAIN §4): never more than was sold or paid, and in the end nothing is left. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { effects } from '@shared/ledger/effects';
import { NO_INVOICE } from '@shared/ledger/invoice';
import { EMPTY_PAYMENT, type PaymentInput } from '@shared/ledger/payments';
import type { Tender } from '@shared/ledger/entries/parts';
import type { Refund, Sale } from '@shared/ledger/entries/sales';
import type { LedgerEntry } from '@shared/ledger/schema';
import type { Product } from '@shared/products/schema';
import { leftByTender, refundSale, returnedOf, worthOf } from '@shared/sales/refund';
import { makeSale } from '@shared/sales/sell';
import { priceSale } from '@shared/sales/price-sale';
import { openTill } from '@shared/tills/open-till';
import { Desk, LEAD, pinOf } from '../../../helpers/desk';

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const yuan = (fen: number): string => (fen / 100).toFixed(2);
const TENDERS = ['cash', 'wechat', 'card'] as const satisfies readonly Tender[];

const product = (index: number, price: number): Product =>
  ({
    id: `p${index}`,
    kind: 'product',
    status: 'onSale',
    body: {
      sku: `S${index}`,
      name: `商品${index}`,
      spec: '',
      category: '其他',
      unit: '个',
      pack: null,
      prices: [{ from: '2026-01-01', price, memberPrice: null }],
    },
  }) as unknown as Product;

/** An amount in as many tenders as fit. */
function paid(total: number, cuts: readonly number[]): readonly PaymentInput[] {
  const first = Math.floor(total * (cuts[0] ?? 0));
  const second = Math.floor((total - first) * (cuts[1] ?? 0));
  return [first, second, total - first - second]
    .map((amount, at) => ({
      ...EMPTY_PAYMENT,
      tender: TENDERS[at] ?? 'cash',
      amount: yuan(amount),
      confirmed: true,
    }))
    .filter(({ amount }) => amount !== '0.00');
}

/** Sums per product, tender and source of income, without those that are 0. */
function sums(entries: readonly LedgerEntry[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  const add = (key: string, amount: number): void => {
    totals.set(key, (totals.get(key) ?? 0) + amount);
  };
  for (const { stock, money, income } of entries.map((entry) => effects(entry))) {
    for (const row of stock) add(`stock ${row.product} ${row.location}`, row.quantity);
    for (const row of money) add(`money ${row.tender}`, row.amount);
    for (const row of income) add('income', row.amount);
  }
  return new Map([...totals].filter(([, amount]) => amount !== 0));
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

it('a sale that comes back in any parts by any of its tenders leaves nothing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          price: fc.integer({ min: 1, max: 90_000 }),
          quantity: fc.integer({ min: 1, max: 6 }),
          gift: fc.boolean(),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      share,
      fc.array(share, { minLength: 2, maxLength: 2 }),
      fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }), { maxLength: 3 }),
      (items, off, cuts, parts) => {
        const desk = new Desk('2026-11-21T02:00:00.000Z');
        const lead = { witnesses: [pinOf(LEAD)] };
        const products = new Map(items.map(({ price }, at) => [`p${at}`, product(at, price)]));
        for (const one of products.values()) desk.records.set(one.id, one);
        desk.run(openTill, { id: 'till', pieces: { '10000': '5' }, reason: '', shift: '早班' });
        const lines = items.map(({ quantity, gift }, at) => ({
          product: `p${at}`,
          packed: false,
          quantity,
          discount: 0,
          gift,
        }));
        const whole = sum(items.map(({ price, quantity, gift }) => (gift ? 0 : price * quantity)));
        const discount = Math.floor(whole * off);
        const { total } = priceSale(
          { lines, member: false, discount, rounding: 0 },
          products,
          '展架',
          '2026-11-21',
        );
        const fields = {
          ...NO_INVOICE,
          lines: lines.map((line) => ({ ...line, quantity: String(line.quantity), discount: '' })),
          member: '',
          discount: yuan(discount),
          rounding: '',
          reason: '试',
          customerName: '',
          customerPhone: '',
          payments: paid(total, cuts),
          signatory: '',
          signature: null,
          remark: '',
        };
        expect(desk.codes(makeSale, { id: 'sale', fields }, lead)).toEqual([]);
        const sale = desk.get<Sale>('sale');
        expect(sum(sale.body.lines.map(({ amount }) => amount))).toBe(sale.body.total);
        expect(sum(sale.body.payments.map(({ amount }) => amount))).toBe(sale.body.total);

        const back = (): readonly Refund[] =>
          desk.ledger().filter((entry): entry is Refund => entry.kind === 'refund');
        /** Gives back what is asked for of each line; by the tenders in the turned order every second time. */
        const give = (asked: readonly number[]): readonly string[] => {
          const already = returnedOf(sale, back());
          const chosen = sale.body.lines.map((line, at) => ({
            line: at,
            quantity: String(asked[at] ?? 0),
            location: line.location,
          }));
          let rest = sum(
            sale.body.lines.map((line, at) =>
              worthOf(line, already[at] ?? 0, Math.min(asked[at] ?? 0, line.quantity - (already[at] ?? 0))),
            ),
          );
          const left = leftByTender(sale, back());
          const payments = (back().length % 2 === 0 ? left : [...left].reverse()).flatMap((one) => {
            const amount = Math.min(rest, one.amount);
            rest -= amount;
            return amount > 0
              ? [{ ...EMPTY_PAYMENT, tender: one.tender, amount: yuan(amount), confirmed: true }]
              : [];
          });
          const form = { lines: chosen, payments, reason: '试', redInvoice: '' };
          return desk.codes(refundSale, { sale: 'sale', fields: form }, lead);
        };
        for (const asked of parts) {
          const already = returnedOf(sale, back());
          const tooMany = sale.body.lines.some(
            ({ quantity }, at) => (asked[at] ?? 0) > quantity - (already[at] ?? 0),
          );
          const nothing = sale.body.lines.every((_line, at) => (asked[at] ?? 0) === 0);
          const codes = give(asked);
          expect(codes.length > 0).toBe(tooMany || nothing);
          const given = sum(back().map(({ body }) => body.total));
          expect(given).toBeLessThanOrEqual(sale.body.total);
        }
        const already = returnedOf(sale, back());
        const rest = sale.body.lines.map(({ quantity }, at) => quantity - (already[at] ?? 0));
        if (rest.some((count) => count > 0)) expect(give(rest)).toEqual([]);
        expect(sums([sale, ...back()])).toEqual(new Map());
      },
    ),
    { numRuns: 60 },
  );
});
