/** Random histories of a desk's ledger for property tests: every entry is valid by its schema. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { NEVER_DUE } from '@shared/core/envelope';
import { faultsOf } from '@shared/core/validate';
import { placeOf } from '@shared/ledger/entry';
import { effects, turned } from '@shared/ledger/effects';
import type { Payment, ProductLine, Tender } from '@shared/ledger/entries/parts';
import type { TenderCheck } from '@shared/ledger/entries/tills';
import type { LedgerEntry } from '@shared/ledger/schema';

const MARK = { staff: 'staff:1002', name: '周立', at: '2026-11-21T01:00:00.000Z' };
const CUSTOMER = { name: '', phone: '', memberNo: '' };
const INVOICE = { state: 'none', title: '', taxNo: '', number: '' } as const;
const NO_ITEMS = { receiptFrom: '', receiptTo: '', keys: '', cards: '', equipment: '', deposits: '' };

type Step =
  | {
      readonly do: 'sale' | 'refund';
      readonly product: number;
      readonly quantity: number;
      readonly tenders: readonly number[];
    }
  | {
      readonly do: 'topUp' | 'fee' | 'tip' | 'paidIn' | 'paidOut';
      readonly amount: number;
      readonly tender: number;
    }
  | {
      readonly do: 'deposit';
      readonly amount: number;
      readonly rental: number;
      readonly kept: number;
      readonly back: boolean;
    }
  | { readonly do: 'receive' | 'out' | 'transfer'; readonly product: number; readonly quantity: number }
  | { readonly do: 'handover' | 'night'; readonly error: number; readonly float: number }
  | { readonly do: 'reverse' };

const money = fc.integer({ min: 1, max: 500_000 });
const small = fc.integer({ min: 1, max: 20 });
const product = fc.integer({ min: 0, max: 3 });

/** Steps of some shifts; `Ledger.play` makes entries of them. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom('sale' as const, 'refund' as const),
      product,
      quantity: small,
      tenders: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      do: fc.constantFrom(
        'topUp' as const,
        'fee' as const,
        'tip' as const,
        'paidIn' as const,
        'paidOut' as const,
      ),
      amount: money,
      tender: fc.integer({ min: 0, max: 5 }),
    }),
    fc.record({
      do: fc.constant('deposit' as const),
      amount: money,
      rental: money,
      kept: money,
      back: fc.boolean(),
    }),
    fc.record({
      do: fc.constantFrom('receive' as const, 'out' as const, 'transfer' as const),
      product,
      quantity: small,
    }),
    fc.record({
      do: fc.constantFrom('handover' as const, 'night' as const),
      error: fc.integer({ min: -5_000, max: 5_000 }),
      float: fc.integer({ min: 0, max: 60_000 }),
    }),
    fc.constant({ do: 'reverse' as const }),
  ),
  { maxLength: 40 },
);

const TENDERS: readonly Tender[] = [
  'cash',
  'card',
  'wechat',
  'alipay',
  'transfer',
  'voucher',
  'member',
  'onAccount',
];

function pay(tender: Tender, amount: number): Payment {
  const account = tender === 'member' ? 'account:m1' : tender === 'onAccount' ? 'account:f1' : '';
  return { tender, amount, given: tender === 'cash' ? amount : 0, terminal: '', ref: '', account };
}

function line(index: number, quantity: number): ProductLine {
  return {
    product: `p${index}`,
    sku: `S${index}`,
    name: `商品${index}`,
    spec: '',
    category: '其他',
    unit: '个',
    quantity,
    factor: 1,
  };
}

/** A desk that enters what its steps say, keeping a till as the commands do. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];
  private session = '';
  private sealed: { readonly id: string; readonly float: number } | null = null;

  constructor(
    readonly desk = 'A',
    private readonly day = '2026-11-21',
  ) {}

  private enter(
    kind: LedgerEntry['kind'],
    body: object,
    id = `${this.desk}:${kind}:${this.entries.length}`,
    key = this.session,
  ): LedgerEntry {
    const n = this.entries.length + 1;
    const at = new Date(Date.parse(`${this.day}T01:00:00.000Z`) + n * 1_000).toISOString();
    const log = [{ id: `act-${id}`, act: 'test', at, by: 'staff:1001', desk: this.desk }];
    const entry = {
      id,
      kind,
      status: placeOf(this.desk, n),
      day: this.day,
      dueAt: NEVER_DUE,
      desk: this.desk,
      by: 'staff:1001',
      at,
      ver: { [this.desk]: 1 },
      key,
      body: { v: 1, n, log, ...body },
    } as unknown as LedgerEntry;
    expect(faultsOf('ledger', entry)).toBeNull();
    this.entries.push(entry);
    return entry;
  }

  /** What the open session holds by its records. */
  private expected(tender: Tender): number {
    return this.entries
      .flatMap((entry) => effects(entry).money)
      .filter((row) => row.session === this.session && row.tender === tender)
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  private open(): void {
    if (this.session !== '') return;
    const id = `${this.desk}:open:${this.entries.length}`;
    const expected = this.sealed?.float ?? 50_000;
    this.enter(
      'tillOpen',
      {
        pieces: {},
        float: expected,
        from: this.sealed?.id ?? '',
        expected,
        reason: '',
        opener: MARK,
        shift: '早班',
      },
      id,
      id,
    );
    this.session = id;
    this.sealed = null;
  }

  private close(kind: 'tillHandover' | 'tillSeal', error: number, wanted: number): void {
    const checks = TENDERS.map((tender): TenderCheck => {
      const expected = this.expected(tender);
      const actual = tender === 'cash' ? Math.max(0, expected + error) : expected;
      return {
        tender,
        expected,
        actual,
        outcome: actual === expected ? 'matches' : 'amountDiffers',
        batchNo: '',
        slips: 0,
      };
    });
    const counted = checks[0]?.actual ?? 0;
    const float = Math.min(wanted, counted);
    const common = {
      session: this.session,
      sessionNo: '',
      pieces: {},
      checks,
      exceptions: [],
      float,
      first: null,
      reason: '',
      approval: MARK,
      leaving: MARK,
      items: NO_ITEMS,
      note: '',
    };
    if (kind === 'tillHandover') {
      const next = `${this.desk}:handover:${this.entries.length}`;
      this.enter('tillHandover', { ...common, taking: MARK, shift: '晚班' }, next);
      this.session = next;
    } else {
      const { id } = this.enter('tillSeal', { ...common, sealNo: '1', safe: '', witness: MARK });
      this.sealed = { id, float };
      this.session = '';
    }
  }

  play(all: readonly Step[]): this {
    for (const step of all) this.step(step);
    return this;
  }

  private step(step: Step): void {
    this.open();
    switch (step.do) {
      case 'sale':
      case 'refund': {
        const tenders = [...new Set(step.tenders.map((at) => TENDERS[at] ?? 'cash'))];
        const payments = tenders.map((tender) => pay(tender, 1_000 * step.quantity));
        const total = payments.reduce((sum, { amount }) => sum + amount, 0);
        const sold = line(step.product, step.quantity);
        if (step.do === 'sale')
          this.enter('sale', {
            lines: [
              {
                ...sold,
                location: '展架',
                price: 1_000 * tenders.length,
                pricing: 'list',
                discount: 0,
                share: 0,
                amount: total,
                gift: false,
              },
            ],
            discount: 0,
            rounding: 0,
            total,
            payments,
            customer: CUSTOMER,
            invoice: INVOICE,
            reason: '',
            approval: null,
            signature: null,
            remark: '',
          });
        else
          this.enter('refund', {
            sale: 'sale:1',
            saleNo: '',
            lines: [{ ...sold, line: 0, location: '展架', amount: total }],
            total,
            payments,
            reason: '',
            redInvoice: '',
            approval: null,
          });
        return;
      }
      case 'topUp':
        this.enter('topUp', {
          account: 'account:m1',
          accountNo: '8',
          customer: CUSTOMER,
          amount: step.amount,
          payments: [pay(TENDERS[step.tender] ?? 'cash', step.amount)],
          remark: '',
        });
        return;
      case 'fee':
        this.enter('fee', {
          type: '会费',
          customer: CUSTOMER,
          agreementNo: '',
          cardNo: '',
          receiptNo: '',
          amount: step.amount,
          payments: [pay(TENDERS[step.tender] ?? 'cash', step.amount)],
          invoice: INVOICE,
          checklist: [],
          signature: null,
          remark: '',
        });
        return;
      case 'tip': {
        const tip = this.enter('tipTaken', {
          receiver: '球童 12',
          amount: step.amount,
          payments: [pay(TENDERS[step.tender] ?? 'cash', step.amount)],
          customer: CUSTOMER,
          remark: '',
        });
        if (step.amount % 2 === 0)
          this.enter('tipsPaid', {
            receiver: '球童 12',
            tips: [{ id: tip.id, no: '', amount: step.amount }],
            amount: step.amount,
            signature: null,
          });
        return;
      }
      case 'paidIn':
      case 'paidOut':
        this.enter(step.do, {
          amount: step.amount,
          purpose: '其他',
          counterpart: '',
          voucherNo: '',
          approval: null,
          remark: '',
        });
        return;
      case 'deposit': {
        const { amount, rental } = step;
        const taken = this.enter('depositTaken', {
          customer: CUSTOMER,
          item: 'clubs',
          itemNo: '1',
          description: '',
          amount,
          rental,
          backBy: NEVER_DUE,
          payments: [
            pay('wechat', Math.min(300, rental)),
            pay('cash', amount + rental - Math.min(300, rental)),
          ],
          signature: null,
          remark: '',
        });
        const kept = Math.min(step.kept, amount);
        if (step.back)
          this.enter('depositReturned', {
            of: taken.id,
            ofNo: '',
            returned: amount - kept,
            kept,
            reason: '',
            lateFee: 0,
            payments: amount > kept ? [{ ...pay('cash', amount - kept), given: 0 }] : [],
            charged: [],
            signature: null,
            approval: null,
          });
        return;
      }
      case 'receive':
        this.enter(
          'goodsReceived',
          {
            source: 'purchase',
            location: '库房',
            supplier: '',
            supplierName: '',
            order: '',
            orderNo: '',
            deliveryNote: '',
            lines: [{ ...line(step.product, step.quantity), price: 600, amount: 600 * step.quantity }],
            amount: 600 * step.quantity,
            remark: '',
          },
          undefined,
          '',
        );
        return;
      case 'out':
        this.enter(
          'otherOut',
          {
            reason: 'scrapped',
            location: '展架',
            counterpart: '',
            lines: [{ ...line(step.product, step.quantity), price: 0, amount: 0 }],
            approval: null,
            remark: '',
          },
          undefined,
          '',
        );
        return;
      case 'transfer':
        this.enter(
          'transfer',
          { from: '库房', to: '展架', lines: [line(step.product, step.quantity)], remark: '' },
          undefined,
          '',
        );
        return;
      case 'handover':
        this.close('tillHandover', step.error, step.float);
        return;
      case 'night':
        this.close('tillSeal', step.error, step.float);
        return;
      case 'reverse': {
        const last = this.entries.filter(({ kind }) => kind === 'fee' || kind === 'goodsReceived').at(-1);
        if (!last || this.entries.some(({ id }) => id === `reversal:${last.id}`)) return;
        this.enter(
          'reversal',
          {
            of: last.id,
            ofKind: last.kind,
            ofNo: '',
            reason: '误记',
            approval: MARK,
            effects: turned(effects(last), this.session),
          },
          `reversal:${last.id}`,
        );
        return;
      }
    }
  }
}
