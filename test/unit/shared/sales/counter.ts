/** A counter with goods, a member, a firm and an open till, for the tests of this folder. */
import type { Account } from '@shared/accounts/schema';
import type { Sale } from '@shared/ledger/entries/sales';
import { NO_INVOICE } from '@shared/ledger/invoice';
import { EMPTY_PAYMENT, type PaymentInput } from '@shared/ledger/payments';
import type { Product } from '@shared/products/schema';
import { makeSale, type SaleFields, type TypedLine } from '@shared/sales/sell';
import { openTill } from '@shared/tills/open-till';
import { Desk, LEAD, pinOf, type Act } from '../../../helpers/desk';

export const product = (
  id: string,
  price: number,
  change: Partial<Product['body']> = {},
  status: Product['status'] = 'onSale',
): Product =>
  ({
    id,
    kind: 'product',
    status,
    body: {
      sku: id,
      barcode: '',
      name: `商品${id}`,
      spec: '',
      unit: '个',
      category: '其他',
      pack: null,
      prices: [{ from: '2026-01-01', price, memberPrice: price - 1_000 }],
      ...change,
    },
  }) as unknown as Product;

const account = (id: string, body: object): Account =>
  ({
    id,
    kind: 'account',
    status: 'active',
    body: { accountNo: id, name: `户${id}`, phone: '', signatories: [], limit: 0, ...body },
  }) as unknown as Account;

export const line = (id: string, change: Partial<TypedLine> = {}): TypedLine => ({
  product: id,
  packed: false,
  quantity: '1',
  discount: '',
  gift: false,
  ...change,
});
export const pay = (amount: string, change: Partial<PaymentInput> = {}): PaymentInput => ({
  ...EMPTY_PAYMENT,
  amount,
  confirmed: true,
  ...change,
});
export const FIELDS: SaleFields = {
  ...NO_INVOICE,
  lines: [line('a', { quantity: '2' })],
  member: '',
  discount: '',
  rounding: '',
  reason: '',
  customerName: '',
  customerPhone: '',
  payments: [pay('240')],
  signatory: '',
  signature: null,
  remark: '',
};

/** A lead confirms by PIN. */
export const lead: Act = { witnesses: [pinOf(LEAD)] };

export class Counter {
  desk = new Desk('2026-11-21T02:00:00.000Z');
  private count = 0;

  constructor() {
    for (const one of [
      product('a', 12_000),
      product('b', 5_000, { pack: { unit: '箱', size: 12, barcode: '', price: 50_000 } }),
      product('new', 100, {}, 'new'),
      product('off', 100, {}, 'offSale'),
      product('unpriced', 100, { prices: [] }),
      product('dear', 1_000_000_000),
    ])
      this.desk.records.set(one.id, one);
    this.desk.records.set('m', account('m', { type: 'member' }));
    this.desk.records.set('f', account('f', { type: 'onAccount', limit: 100_000, signatories: ['王经理'] }));
    this.desk.run(openTill, { id: 'till', pieces: { '10000': '5' }, reason: '', shift: '早班' });
  }

  /** Sells two of `a` for cash, or what is changed of it; codes of the refusals. */
  sell(change: Partial<SaleFields>, act: Act = {}): readonly string[] {
    this.count += 1;
    return this.desk.codes(makeSale, { id: `sale-${this.count}`, fields: { ...FIELDS, ...change } }, act);
  }

  /** The last sale. */
  sold(): Sale {
    return this.desk.get<Sale>(`sale-${this.count}`);
  }
}
