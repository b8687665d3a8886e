/** A desk with products on sale, stock on the shelves and a till, for the tests of this folder. */
import { expect } from 'vitest';
import { accept, type Command } from '@shared/core/command';
import { NEVER_DUE } from '@shared/core/envelope';
import { DEFAULT_SETTINGS, type Settings } from '@shared/core/settings';
import { approveCount } from '@shared/counts/approve';
import { groundOf } from '@shared/counts/book';
import { recordLine } from '@shared/counts/record-line';
import { rowsOf, type CountRow } from '@shared/counts/rows';
import type { Count, CountLine, CountType } from '@shared/counts/schema';
import { startCount } from '@shared/counts/start';
import { submitCount } from '@shared/counts/submit';
import { newEntry, type NewBody } from '@shared/ledger/entry';
import type { ProductLine } from '@shared/ledger/entries/parts';
import type { EntryKind } from '@shared/ledger/schema';
import type { Product } from '@shared/products/schema';
import { CLERK, Desk, LEAD, pinOf, type Act } from '../../../helpers/desk';

export const MORNING = '2026-11-21T00:31:00.000Z'; // 08:31 in Shanghai
export const DAY = '2026-11-21';
export const BY_LEAD = { witnesses: [pinOf(LEAD)] };

/** id, name, category, shelf, yuan, state. */
const PRODUCTS = [
  ['ball', '高尔夫球 三层', '高尔夫球', 'A-01', 120, 'onSale'],
  ['glove', '手套 左手 22', '手套', 'A-02', 60, 'onSale'],
  ['water', '矿泉水 550 ml', '饮料', 'B-01', 5, 'onSale'],
  ['old', '旧款帽子', '帽子与袜子', 'C-01', 80, 'offSale'],
] as const;

export function product([id, name, category, shelf, yuan, status]: (typeof PRODUCTS)[number]): Product {
  const body = {
    v: 1,
    sku: `S-${id}`,
    barcode: '',
    name,
    spec: '',
    unit: '个',
    pack: null,
    category,
    prices: [{ from: '2026-01-01', price: yuan * 100, memberPrice: null }],
    cost: 0,
    supplier: '',
    reorderPoint: 0,
    reorderQuantity: 0,
    displayMinimum: 0,
    shelf,
    facts: { text: '', version: 1 },
    acknowledged: [],
  };
  return {
    id,
    kind: 'product',
    status,
    day: DAY,
    dueAt: NEVER_DUE,
    desk: 'A',
    by: LEAD.id,
    at: MORNING,
    ver: { A: 1 },
    key: '',
    body,
  };
}

/** Enters any entry: what the other features' commands do is theirs to test. */
const enter: Command<{
  readonly id: string;
  readonly kind: EntryKind;
  readonly body: object;
  readonly session: string;
}> = {
  type: 'test.enter',
  roles: ['clerk'],
  reads: () => [],
  decide: ({ id, kind, body, session }, _loaded, context) =>
    accept({
      collection: 'ledger',
      doc: newEntry(id, kind as 'transfer', 'test.enter', body as NewBody<'transfer'>, context, session),
    }),
};

const line = (id: string, quantity: number): ProductLine => ({
  product: id,
  sku: `S-${id}`,
  name: id,
  spec: '',
  category: '其他',
  unit: '个',
  quantity,
  factor: 1,
});

export class Shop extends Desk {
  private made = 0;

  constructor(settings: Partial<Settings> = {}) {
    super(MORNING, { ...DEFAULT_SETTINGS, ...settings });
    for (const one of PRODUCTS) this.records.set(one[0], product(one));
  }

  enter<K extends EntryKind>(
    kind: K,
    body: NewBody<K>,
    session = '',
    id = `${kind}${(this.made += 1)}`,
  ): string {
    expect(this.codes(enter, { id, kind, body, session })).toEqual([]);
    return id;
  }

  receive(id: string, quantity: number, location = '展架', source: 'purchase' | 'opening' = 'opening'): void {
    const lines = [{ ...line(id, quantity), price: 0, amount: 0 }];
    this.enter('goodsReceived', {
      source,
      location,
      supplier: '',
      supplierName: '',
      order: '',
      orderNo: '',
      deliveryNote: '',
      lines,
      amount: 0,
      remark: '',
    });
  }

  /** Sells for cash at the price of the day. */
  sell(id: string, quantity: number, session = 'till'): void {
    const price = this.get<Product>(id).body.prices[0]?.price ?? 0;
    const amount = price * quantity;
    this.enter(
      'sale',
      {
        lines: [
          {
            ...line(id, quantity),
            location: '展架',
            price,
            pricing: 'list',
            discount: 0,
            share: 0,
            amount,
            gift: false,
          },
        ],
        discount: 0,
        rounding: 0,
        total: amount,
        payments: [{ tender: 'cash', amount, given: amount, terminal: '', ref: '', account: '' }],
        customer: { name: '', phone: '', memberNo: '' },
        invoice: { state: 'none', title: '', taxNo: '', number: '' },
        reason: '',
        approval: null,
        signature: null,
        remark: '',
      },
      session,
    );
  }

  start(type: CountType = 'morning', period = DAY, act: Act = {}): readonly string[] {
    return this.codes(startCount, { type, period }, act);
  }

  count(): Count {
    const found = [...this.records.values()].filter(({ kind }) => kind === 'count').at(-1);
    if (!found) throw new Error('no count');
    return found as Count;
  }

  lines(): readonly CountLine[] {
    const { id } = this.count();
    return [...this.records.values()].filter(
      ({ kind, key }) => kind === 'countLine' && key === id,
    ) as CountLine[];
  }

  type(id: string, quantity: string, location = '展架', act: Act = {}): readonly string[] {
    return this.codes(recordLine, { count: this.count().id, product: id, location, quantity }, act);
  }

  rows(): readonly CountRow[] {
    return rowsOf(
      this.count(),
      this.lines(),
      groundOf(this.books(), this.ledger(), this.count().id),
      this.settings,
    );
  }

  row(id: string, location = '展架'): CountRow {
    const row = this.rows().find((one) => one.product === id && one.location === location);
    if (!row) throw new Error(`no line ${id}`);
    return row;
  }

  /** Counts everything not counted yet as the books say. */
  typeTheRest(act: Act = {}): void {
    for (const row of this.rows())
      if (row.counted === null)
        expect(this.type(row.product, String(Math.max(0, row.book)), row.location, act)).toEqual([]);
  }

  private of(): { readonly count: string; readonly opening: Count['body']['opening'] } {
    const { id, body } = this.count();
    return { count: id, opening: body.opening };
  }

  submit(skipReason = '', act: Act = {}): readonly string[] {
    return this.codes(submitCount, { ...this.of(), skipReason }, act);
  }

  approve(act: Act = BY_LEAD): readonly string[] {
    return this.codes(approveCount, this.of(), act);
  }
}

/** Twelve balls, nine gloves, forty-four bottles on the shelves, six bottles in the store. */
export function shop(settings: Partial<Settings> = {}): Shop {
  const desk = new Shop(settings);
  desk.receive('ball', 12);
  desk.receive('glove', 9);
  desk.receive('water', 44);
  desk.receive('water', 6, '库房');
  return desk;
}

export const OTHER_CLERK = { ...CLERK, id: 'staff:1003', name: '赵一鸣' };
