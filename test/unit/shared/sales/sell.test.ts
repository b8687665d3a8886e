/** Selling (DOMAIN §4). */
import { beforeEach, describe, expect, it } from 'vitest';
import { topUp } from '@shared/accounts/top-up';
import { effects } from '@shared/ledger/effects';
import { makeSale, type SaleFields } from '@shared/sales/sell';
import { Desk, LEAD } from '../../../helpers/desk';
import { Counter, FIELDS, lead, line, pay, product } from './counter';

let counter: Counter;
beforeEach(() => {
  counter = new Counter();
});

describe('sale.make', () => {
  it('keeps lines, total and tenders in one entry of the open session', () => {
    expect(
      counter.sell({
        payments: [pay('200', { given: '200' }), pay('40', { tender: 'wechat', ref: '8812' })],
      }),
    ).toEqual([]);
    const { key, body } = counter.sold();
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
    expect(counter.sell({ lines: [line('b', { packed: true })], payments: [pay('500')] })).toEqual([]);
    expect(effects(counter.sold()).stock).toEqual([
      { product: 'b', location: '展架', quantity: -12, move: 'sold', value: 50_000 },
    ]);
  });
  it("takes a member's price", () => {
    expect(counter.sell({ member: 'm', payments: [pay('220')] })).toEqual([]);
    expect(counter.sold().body.lines[0]?.pricing).toBe('member');
  });
  it('moves a gift out as given away, at no price', () => {
    expect(
      counter.sell(
        { lines: [line('a'), line('b', { gift: true })], reason: '满赠', payments: [pay('120')] },
        lead,
      ),
    ).toEqual([]);
    expect(effects(counter.sold()).stock[1]).toEqual({
      product: 'b',
      location: '展架',
      quantity: -1,
      move: 'gift',
      value: 0,
    });
  });
  it('is one sale however often it is sent', () => {
    counter.sell({}, { actId: 'act-once' });
    expect(
      counter.desk.codes(makeSale, { id: counter.sold().id, fields: FIELDS }, { actId: 'act-once' }),
    ).toEqual([]);
    expect([...counter.desk.records.values()].filter(({ kind }) => kind === 'sale')).toHaveLength(1);
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
  ])('refuses %s', (_what, change, code) => expect(counter.sell(change)).toContain(code));

  it('needs a lead other than the seller above the limits', () => {
    const big = { discount: '25', reason: '老客户', payments: [pay('215')] };
    expect(counter.sell({ discount: '24', reason: '老客户', payments: [pay('216')] })).toEqual([]);
    expect(counter.sell(big)).toEqual(['approval leadMustConfirm']);
    expect(counter.sell(big, { actor: LEAD })).toEqual(['approval notOwnApproval']);
    expect(counter.sell(big, lead)).toEqual([]);
    expect(counter.sell({ rounding: '1.01', reason: '抹零', payments: [pay('238.99')] })).toEqual([
      'approval leadMustConfirm',
    ]);
    expect(counter.sell({ rounding: '0.50', payments: [pay('239.50')] })).toEqual([]);
  });

  it('takes per cent and 折 off a line and off what is left of the whole', () => {
    const lines = [line('a', { quantity: '2', discount: '5%' })];
    expect(counter.sell({ lines, discount: '9.5折', reason: '活动', payments: [pay('216.60')] })).toEqual([]);
    expect([
      counter.sold().body.lines[0]?.discount,
      counter.sold().body.discount,
      counter.sold().body.total,
    ]).toEqual([1_200, 1_140, 21_660]);
  });

  it('goes on with its numbers after the clock was set back by a day', () => {
    expect(counter.sell({})).toEqual([]);
    const { n } = counter.sold().body;
    counter.desk.now = '2026-11-20T02:00:00.000Z';
    expect(counter.sell({})).toEqual([]);
    expect(counter.sold().body.n).toBe(n + 1);
    expect(counter.sold().key).toBe('till');
  });

  it('spends a balance once', () => {
    counter.desk.run(topUp, {
      id: 'top',
      account: 'm',
      fields: { amount: '300', payments: [pay('300')], remark: '' },
    });
    const spend = { payments: [pay('240', { tender: 'member', account: 'm' })] };
    expect(counter.desk.books().accounts.m).toBe(30_000);
    expect(counter.sell(spend)).toEqual([]);
    expect(counter.sell(spend)).toEqual(['payments.0.amount balanceTooLow']);
    expect(counter.desk.books().accounts.m).toBe(6_000);
  });

  it('does not sell while the till is closed', () => {
    counter.desk = new Desk('2026-11-21T02:00:00.000Z');
    counter.desk.records.set('a', product('a', 12_000));
    expect(counter.sell({})).toContain('noSession');
  });
  it('signs on account', () => {
    const signs = {
      payments: [pay('240', { tender: 'onAccount', account: 'f' })],
      signatory: '王经理',
      signature: { mode: 'paper', archiveNo: 'QD-1' },
    } as const;
    expect(counter.sell(signs)).toEqual([]);
    expect(counter.desk.books().accounts.f).toBe(24_000);
  });
});
