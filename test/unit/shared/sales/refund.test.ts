/** Giving back (DOMAIN §4). */
import { beforeEach, describe, expect, it } from 'vitest';
import { shopFigures } from '@shared/figures/shop';
import { effects } from '@shared/ledger/effects';
import type { Refund, Sale } from '@shared/ledger/entries/sales';
import { recordInvoiceStep } from '@shared/ledger/invoice-step';
import { reverseEntry } from '@shared/ledger/reverse';
import type { LedgerEntry } from '@shared/ledger/schema';
import { dayTakings } from '@shared/sales/day-takings';
import { refundSale, type RefundFields } from '@shared/sales/refund';
import { expectedOf } from '@shared/tills/till';
import { CLERK, LEAD, type Act } from '../../../helpers/desk';
import { till } from '../../../helpers/tills';
import { Counter, lead, pay } from './counter';

let counter: Counter;
beforeEach(() => {
  counter = new Counter();
});

describe('sale.refund', () => {
  const back = (change: Partial<RefundFields>, act = lead): readonly string[] =>
    counter.desk.codes(
      refundSale,
      {
        sale: counter.sold().id,
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
    counter.sell({ discount: '1', reason: '抹', payments: [pay('139'), pay('100', { tender: 'alipay' })] });
    const whole = {
      lines: [{ line: 0, quantity: '2', location: '展架' }],
      payments: [pay('139'), pay('100', { tender: 'alipay' })],
    };
    expect(back(whole)).toEqual([]);
    const refund = counter.desk.records.get(`refund:${counter.sold().id}:1`) as Refund;
    const both = [counter.sold(), refund] as readonly LedgerEntry[];
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
    counter.sell({});
    expect(back({})).toEqual([]);
    expect(back({ lines: [{ line: 0, quantity: '2', location: '' }] })).toEqual(['lines.0 refundTooMany']);
    expect(back({ lines: [{ line: 0, quantity: '1', location: '' }] })).toEqual([]);
    expect(back({})).toEqual(['lines.0 refundTooMany']);
  });

  it('taken back by a lead counts nowhere, and may come back again', () => {
    counter.sell({ payments: [pay('240', { tender: 'wechat' })] });
    const sold1 = counter.desk.ledger();
    const figures = (): object => {
      const entries = counter.desk.ledger();
      const { income, products, tenders, saleCount, days } = shopFigures(
        entries,
        new Map(entries.map((entry) => [entry.id, entry])),
      );
      return { income, products, tenders, saleCount, days };
    };
    const state = (): object => {
      const { stock, accounts, open } = counter.desk.books();
      const all = counter.desk.ledger();
      const taken = dayTakings(
        all.filter((entry): entry is Sale => entry.kind === 'sale'),
        all.filter((entry): entry is Refund => entry.kind === 'refund'),
        all.filter(({ kind }) => kind === 'reversal'),
      );
      return {
        stock,
        accounts,
        open,
        taken,
        figures: figures(),
        till: expectedOf(till(counter.desk, 'till')),
      };
    };
    const before = state();
    expect(back({ payments: [pay('120', { tender: 'wechat' })] })).toEqual([]);
    expect(state()).not.toEqual(before);
    const undo = (act: Act): readonly string[] =>
      counter.desk.codes(
        reverseEntry,
        { id: `refund:${counter.sold().id}:1`, reason: '退错单', confirmed: true },
        act,
      );
    expect(undo({})).toEqual(['approval leadMustConfirm']);
    expect(undo(lead)).toEqual([]);
    expect(state()).toEqual(before);
    expect(counter.desk.ledger().length).toBe(sold1.length + 2);
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
    counter.sell({ payments: [pay('200'), pay('40', { tender: 'card' })] });
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
    counter.sell({});
    expect(back(change)).toContain(code);
  });

  it('needs a lead who did not sell it', () => {
    counter.sell({}, { actor: LEAD });
    expect(back({}, lead)).toEqual(['approval notOwnApproval']);
    counter.sell({});
    expect(back({}, { witnesses: [] })).toEqual(['approval leadMustConfirm']);
    expect(
      counter.desk.codes(refundSale, {
        sale: 'nothing',
        fields: { lines: [], payments: [], reason: '', redInvoice: '' },
      }),
    ).toEqual(['notFound']);
  });

  it('asks for the red invoice once one was issued', () => {
    counter.sell({});
    counter.desk.run(
      recordInvoiceStep,
      { of: counter.sold().id, step: 'issued', invoiceTitle: '海湾公司', invoiceTaxNo: '', invoiceNo: 'FP1' },
      { actor: CLERK },
    );
    expect(back({})).toEqual(['redInvoice required']);
    expect(back({ redInvoice: 'HC1' })).toEqual([]);
  });
});
