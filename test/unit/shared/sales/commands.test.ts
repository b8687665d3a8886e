/** Selling and giving back (DOMAIN §4). */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '@shared/accounts/schema';
import { topUp } from '@shared/accounts/top-up';
import { effects } from '@shared/ledger/effects';
import { recordInvoiceStep } from '@shared/ledger/invoice-step';
import { NO_INVOICE } from '@shared/ledger/invoice';
import { EMPTY_PAYMENT, type PaymentInput } from '@shared/ledger/payments';
import type { Refund, Sale } from '@shared/ledger/entries/sales';
import type { LedgerEntry } from '@shared/ledger/schema';
import type { Product } from '@shared/products/schema';
import { refundSale, type RefundFields } from '@shared/sales/refund';
import { makeSale, type SaleFields, type TypedLine } from '@shared/sales/sell';
import { dayTakings } from '@shared/sales/day-takings';
import { shopFigures } from '@shared/figures/shop';
import { reverseEntry } from '@shared/ledger/reverse';
import { openTill } from '@shared/tills/open-till';
import { expectedOf } from '@shared/tills/till';
import { till } from '../../../helpers/tills';
import { CLERK, Desk, LEAD, pinOf } from '../../../helpers/desk';

const product = (
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

const line = (id: string, change: Partial<TypedLine> = {}): TypedLine => ({
  product: id,
  packed: false,
  quantity: '1',
  discount: '',
  gift: false,
  ...change,
});
const pay = (amount: string, change: Partial<PaymentInput> = {}): PaymentInput => ({
  ...EMPTY_PAYMENT,
  amount,
  confirmed: true,
  ...change,
});
const FIELDS: SaleFields = {
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

let desk: Desk;
let count = 0;

beforeEach(() => {
  desk = new Desk('2026-11-21T02:00:00.000Z');
  for (const one of [
    product('a', 12_000),
    product('b', 5_000, { pack: { unit: '箱', size: 12, barcode: '', price: 50_000 } }),
    product('new', 100, {}, 'new'),
    product('off', 100, {}, 'offSale'),
    product('unpriced', 100, { prices: [] }),
    product('dear', 1_000_000_000),
  ])
    desk.records.set(one.id, one);
  desk.records.set('m', account('m', { type: 'member' }));
  desk.records.set('f', account('f', { type: 'onAccount', limit: 100_000, signatories: ['王经理'] }));
  desk.run(openTill, { id: 'till', pieces: { '10000': '5' }, reason: '', shift: '早班' });
});

const sell = (change: Partial<SaleFields>, act: Parameters<Desk['run']>[2] = {}): readonly string[] => {
  count += 1;
  return desk.codes(makeSale, { id: `sale-${count}`, fields: { ...FIELDS, ...change } }, act);
};
const sold = (): Sale => desk.records.get(`sale-${count}`) as Sale;
const lead = { witnesses: [pinOf(LEAD)] };

describe('sale.make', () => {
  it('keeps lines, total and tenders in one entry of the open session', () => {
    expect(
      sell({ payments: [pay('200', { given: '200' }), pay('40', { tender: 'wechat', ref: '8812' })] }),
    ).toEqual([]);
    const { key, body } = sold();
    expect([key, body.total, body.payments.length, body.lines[0]?.location]).toEqual([
      'till',
      24_000,
      2,
      '展架',
    ]);
    expect(body.no).toMatch(/^XS-A-20261121-\d{4}$/);
    expect(body.n).toBe(2);
  });
  it('sells packs at their own price and moves their pieces', () => {
    expect(sell({ lines: [line('b', { packed: true })], payments: [pay('500')] })).toEqual([]);
    expect(effects(sold()).stock).toEqual([
      { product: 'b', location: '展架', quantity: -12, move: 'sold', value: 50_000 },
    ]);
  });
  it("takes a member's price", () => {
    expect(sell({ member: 'm', payments: [pay('220')] })).toEqual([]);
    expect(sold().body.lines[0]?.pricing).toBe('member');
  });
  it('moves a gift out as given away, at no price', () => {
    expect(
      sell({ lines: [line('a'), line('b', { gift: true })], reason: '满赠', payments: [pay('120')] }, lead),
    ).toEqual([]);
    expect(effects(sold()).stock[1]).toEqual({
      product: 'b',
      location: '展架',
      quantity: -1,
      move: 'gift',
      value: 0,
    });
  });
  it('is one sale however often it is sent', () => {
    sell({}, { actId: 'act-once' });
    expect(desk.codes(makeSale, { id: sold().id, fields: FIELDS }, { actId: 'act-once' })).toEqual([]);
    expect([...desk.records.values()].filter(({ kind }) => kind === 'sale')).toHaveLength(1);
  });

  it.each<[string, Partial<SaleFields>, string]>([
    ['nothing', { lines: [] }, 'lines saleEmpty'],
    ['half a piece', { lines: [line('a', { quantity: '0.5' })] }, 'lines.0.quantity badQuantity'],
    ['a negative quantity', { lines: [line('a', { quantity: '-1' })] }, 'lines.0.quantity badQuantity'],
    [
      'a barcode for a quantity',
      { lines: [line('a', { quantity: '6901234500017' })] },
      'lines.0.quantity badQuantity',
    ],
    ['a product not acknowledged yet', { lines: [line('new')] }, 'lines.0 notYetOnSale'],
    ['a product taken off sale', { lines: [line('off')] }, 'lines.0 offSale'],
    ['a product that is gone', { lines: [line('gone')] }, 'lines.0 notFound'],
    [
      'a line discount above the line',
      { lines: [line('a', { discount: '121' })] },
      'lines.0.discount discountTooHigh',
    ],
    ['a discount above the sale', { discount: '241' }, 'discount discountTooHigh'],
    ['a negative discount', { discount: '-5' }, 'discount badDiscount'],
    [
      'a line discount that is a formula',
      { lines: [line('a', { discount: '=5' })] },
      'lines.0.discount badDiscount',
    ],
    ['more than all of it off', { discount: '101%' }, 'discount badDiscount'],
    ['a product nobody has priced', { lines: [line('unpriced')] }, 'lines.0 noPrice'],
    ['more than ten million', { lines: [line('dear', { quantity: '2' })] }, 'lines saleTooLarge'],
    [
      'less cash in hand than the amount',
      { payments: [pay('240', { given: '200' })] },
      'payments.0.given givenTooLow',
    ],
    [
      'money nobody has seen',
      { payments: [pay('240', { tender: 'wechat', confirmed: false })] },
      'payments.0 notConfirmed',
    ],
    [
      'an empty member account',
      { payments: [pay('240', { tender: 'member', account: 'm' })] },
      'payments.0.amount balanceTooLow',
    ],
    [
      'a firm above its limit',
      {
        lines: [line('a', { quantity: '9' })],
        payments: [pay('1080', { tender: 'onAccount', account: 'f' })],
      },
      'payments.0.amount overLimit',
    ],
    ['a discount without a reason', { discount: '5', payments: [pay('235')] }, 'reason required'],
    ['less money than the total', { payments: [pay('239')] }, 'payments paymentsShort'],
    [
      'an on-account tender nobody may sign',
      {
        payments: [pay('240', { tender: 'onAccount', account: 'f' })],
        signatory: '路人',
        signature: { mode: 'paper', archiveNo: '' },
      },
      'signatory notAuthorised',
    ],
    [
      'an on-account tender nobody signed',
      { payments: [pay('240', { tender: 'onAccount', account: 'f' })], signatory: '王经理' },
      'signature signatureMissing',
    ],
  ])('refuses %s', (_what, change, code) => expect(sell(change)).toContain(code));

  it('needs a lead other than the seller above the limits', () => {
    const big = { discount: '25', reason: '老客户', payments: [pay('215')] };
    expect(sell({ discount: '24', reason: '老客户', payments: [pay('216')] })).toEqual([]);
    expect(sell(big)).toEqual(['approval leadMustConfirm']);
    expect(sell(big, { actor: LEAD })).toEqual(['approval notOwnApproval']);
    expect(sell(big, lead)).toEqual([]);
    expect(sell({ rounding: '1.01', reason: '抹零', payments: [pay('238.99')] })).toEqual([
      'approval leadMustConfirm',
    ]);
    expect(sell({ rounding: '0.50', payments: [pay('239.50')] })).toEqual([]);
  });

  it('takes per cent and 折 off a line and off what is left of the whole', () => {
    const lines = [line('a', { quantity: '2', discount: '5%' })];
    expect(sell({ lines, discount: '9.5折', reason: '活动', payments: [pay('216.60')] })).toEqual([]);
    expect([sold().body.lines[0]?.discount, sold().body.discount, sold().body.total]).toEqual([
      1_200, 1_140, 21_660,
    ]);
  });

  it('goes on with its numbers after the clock was set back by a day', () => {
    expect(sell({})).toEqual([]);
    const { n } = sold().body;
    desk.now = '2026-11-20T02:00:00.000Z';
    expect(sell({})).toEqual([]);
    expect(sold().body.n).toBe(n + 1);
    expect(sold().key).toBe('till');
  });

  it('spends a balance once', () => {
    desk.run(topUp, {
      id: 'top',
      account: 'm',
      fields: { amount: '300', payments: [pay('300')], remark: '' },
    });
    const spend = { payments: [pay('240', { tender: 'member', account: 'm' })] };
    expect(desk.books().accounts.m).toBe(30_000);
    expect(sell(spend)).toEqual([]);
    expect(sell(spend)).toEqual(['payments.0.amount balanceTooLow']);
    expect(desk.books().accounts.m).toBe(6_000);
  });

  it('does not sell while the till is closed', () => {
    desk = new Desk('2026-11-21T02:00:00.000Z');
    desk.records.set('a', product('a', 12_000));
    expect(sell({})).toContain('noSession');
  });
  it('signs on account', () => {
    const signs = {
      payments: [pay('240', { tender: 'onAccount', account: 'f' })],
      signatory: '王经理',
      signature: { mode: 'paper', archiveNo: 'QD-1' },
    } as const;
    expect(sell(signs)).toEqual([]);
    expect(desk.books().accounts.f).toBe(24_000);
  });
});

describe('sale.refund', () => {
  const back = (change: Partial<RefundFields>, act = lead): readonly string[] =>
    desk.codes(
      refundSale,
      {
        sale: sold().id,
        fields: {
          lines: [{ line: 0, quantity: '1', location: '展架' }],
          payments: [pay('120')],
          reason: '不合适',
          redInvoice: '',
          ...change,
        },
      },
      act,
    );

  it('leaves nothing of a sale that comes back whole', () => {
    sell({ discount: '1', reason: '抹', payments: [pay('139'), pay('100', { tender: 'alipay' })] });
    const whole = {
      lines: [{ line: 0, quantity: '2', location: '展架' }],
      payments: [pay('139'), pay('100', { tender: 'alipay' })],
    };
    expect(back(whole)).toEqual([]);
    const refund = desk.records.get(`refund:${sold().id}:1`) as Refund;
    const both = [sold(), refund] as readonly LedgerEntry[];
    for (const part of ['stock', 'money', 'income'] as const) {
      const rows = both.flatMap((entry) => effects(entry)[part] as readonly object[]);
      expect(
        rows.reduce(
          (sum, row) =>
            sum + ('quantity' in row ? Number(row.quantity) : 'amount' in row ? Number(row.amount) : 0),
          0,
        ),
      ).toBe(0);
    }
  });

  it('comes back in parts, never more than was sold', () => {
    sell({});
    expect(back({})).toEqual([]);
    expect(back({ lines: [{ line: 0, quantity: '2', location: '' }] })).toEqual(['lines.0 refundTooMany']);
    expect(back({ lines: [{ line: 0, quantity: '1', location: '' }] })).toEqual([]);
    expect(back({})).toEqual(['lines.0 refundTooMany']);
  });

  it('taken back by a lead counts nowhere, and may come back again', () => {
    sell({ payments: [pay('240', { tender: 'wechat' })] });
    const sold1 = desk.ledger();
    const figures = (): object => {
      const entries = desk.ledger();
      const { income, products, tenders, saleCount, days } = shopFigures(
        entries,
        new Map(entries.map((entry) => [entry.id, entry])),
      );
      return { income, products, tenders, saleCount, days };
    };
    const state = (): object => {
      const { stock, accounts, open } = desk.books();
      const all = desk.ledger();
      const taken = dayTakings(
        all.filter((entry): entry is Sale => entry.kind === 'sale'),
        all.filter((entry): entry is Refund => entry.kind === 'refund'),
        all.filter(({ kind }) => kind === 'reversal'),
      );
      return { stock, accounts, open, taken, figures: figures(), till: expectedOf(till(desk, 'till')) };
    };
    const before = state();
    expect(back({ payments: [pay('120', { tender: 'wechat' })] })).toEqual([]);
    expect(state()).not.toEqual(before);
    const undo = (act: Parameters<Desk['run']>[2]): readonly string[] =>
      desk.codes(reverseEntry, { id: `refund:${sold().id}:1`, reason: '退错单', confirmed: true }, act);
    expect(undo({})).toEqual(['approval leadMustConfirm']);
    expect(undo(lead)).toEqual([]);
    expect(state()).toEqual(before);
    expect(desk.ledger().length).toBe(sold1.length + 2);
    expect(undo(lead)).toEqual(['entryReversed']);
    // Both pieces can come back still, and no third.
    const two = {
      lines: [{ line: 0, quantity: '2', location: '' }],
      payments: [pay('240', { tender: 'wechat' })],
    };
    expect(back(two)).toEqual([]);
    expect(back({ payments: [pay('120', { tender: 'wechat' })] })).toContain('lines.0 refundTooMany');
  });

  it('goes back the way it came', () => {
    sell({ payments: [pay('200'), pay('40', { tender: 'card' })] });
    expect(back({ payments: [pay('120', { tender: 'card' })] })).toEqual([
      'payments.0.amount refundOtherTender',
    ]);
    expect(back({ payments: [pay('120', { tender: 'wechat' })] })).toEqual(['payments.0 tenderNotHere']);
    expect(back({ payments: [pay('80'), pay('40', { tender: 'card' })] })).toEqual([]);
    expect(back({ payments: [pay('120')] })).toEqual([]);
  });

  it.each<[string, Partial<RefundFields>, string]>([
    ['nothing', { lines: [] }, 'lines refundEmpty'],
    ['half a piece', { lines: [{ line: 0, quantity: '0.5', location: '' }] }, 'lines.0 refundTooMany'],
    ['a line that was not sold', { lines: [{ line: 7, quantity: '1', location: '' }] }, 'lines.7 notFound'],
    ['no reason', { reason: '' }, 'reason required'],
    ['more money than the goods', { payments: [pay('121')] }, 'payments paymentsOver'],
    ['a shelf that is none', { lines: [{ line: 0, quantity: '1', location: '月球' }] }, 'lines.0 notFound'],
  ])('refuses %s', (_what, change, code) => {
    sell({});
    expect(back(change)).toContain(code);
  });

  it('needs a lead who did not sell it', () => {
    sell({}, { actor: LEAD });
    expect(back({}, lead)).toEqual(['approval notOwnApproval']);
    sell({});
    expect(back({}, { witnesses: [] })).toEqual(['approval leadMustConfirm']);
    expect(
      desk.codes(refundSale, {
        sale: 'nothing',
        fields: { lines: [], payments: [], reason: '', redInvoice: '' },
      }),
    ).toEqual(['notFound']);
  });

  it('asks for the red invoice once one was issued', () => {
    sell({});
    desk.run(
      recordInvoiceStep,
      { of: sold().id, step: 'issued', invoiceTitle: '海湾公司', invoiceTaxNo: '', invoiceNo: 'FP1' },
      { actor: CLERK },
    );
    expect(back({})).toEqual(['redInvoice required']);
    expect(back({ redInvoice: 'HC1' })).toEqual([]);
  });
});
