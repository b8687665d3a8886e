/** Entries of months for tests: any desk, any day, each valid by its schema, numbered densely per desk. */
import { expect } from 'vitest';
import { NEVER_DUE } from '@shared/core/envelope';
import { faultsOf } from '@shared/core/validate';
import { effects, turned } from '@shared/ledger/effects';
import { placeOf } from '@shared/ledger/entry';
import type { ProductLine } from '@shared/ledger/entries/parts';
import type { OtherOutBody } from '@shared/ledger/entries/stock';
import type { EntryKind, LedgerEntry } from '@shared/ledger/schema';
import type { Product } from '@shared/products/schema';

export interface TestProduct {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly cost: number;
  readonly prices: readonly { readonly from: string; readonly price: number }[];
}

/** A product on sale; its id is `p:<sku>`. */
export function productOf({ sku, name, category, unit, cost, prices }: TestProduct): Product {
  const at = '2026-01-01T01:00:00.000Z';
  const product: Product = {
    id: `p:${sku}`,
    kind: 'product',
    status: 'onSale',
    day: '2026-01-01',
    dueAt: NEVER_DUE,
    desk: 'A',
    by: 'staff:1002',
    at,
    ver: { A: 1 },
    key: '',
    body: {
      v: 1,
      log: [{ id: `new-${sku}`, act: 'product.save', at, by: 'staff:1002', desk: 'A' }],
      sku,
      barcode: '',
      name,
      spec: '',
      unit,
      pack: null,
      category,
      prices: prices.map((price) => ({ ...price, memberPrice: null })),
      cost,
      supplier: '',
      reorderPoint: 0,
      reorderQuantity: 0,
      displayMinimum: 0,
      shelf: 'A-01',
      facts: { text: '', version: 1 },
      acknowledged: [],
    },
  };
  expect(faultsOf('products', product)).toBeNull();
  return product;
}

const MARK = { staff: 'staff:1002', name: '周立', at: '2026-11-21T01:00:00.000Z' };

export interface Moved {
  readonly desk?: string;
  readonly day: string;
  /** SKU. */
  readonly sku: string;
  readonly quantity: number;
  /** Base units in one; 1 unless said. */
  readonly factor?: number;
  /** Fen: cost of a purchase or supplier return, net revenue of a sale or refund. */
  readonly amount?: number;
  readonly id?: string;
}

export class MonthLedger {
  readonly entries: LedgerEntry[] = [];
  private readonly highest = new Map<string, number>();

  enter(desk: string, day: string, kind: EntryKind, body: object, id?: string): LedgerEntry {
    const n = (this.highest.get(desk) ?? 0) + 1;
    this.highest.set(desk, n);
    const at = new Date(Date.parse(`${day}T02:00:00.000Z`) + n * 1_000).toISOString();
    const own = id ?? `${desk}:${kind}:${n}`;
    const entry = {
      id: own,
      kind,
      status: placeOf(desk, n),
      day,
      dueAt: NEVER_DUE,
      desk,
      by: 'staff:1001',
      at,
      ver: { [desk]: 1 },
      key: kind === 'sale' || kind === 'refund' ? 'till:1' : '',
      body: { v: 1, n, log: [{ id: `act-${own}`, act: 'test', at, by: 'staff:1001', desk }], ...body },
    } as unknown as LedgerEntry;
    expect(faultsOf('ledger', entry)).toBeNull();
    this.entries.push(entry);
    return entry;
  }

  /** A number another entry of the desk took, e.g. a close that a command made. */
  skip(desk: string): void {
    this.highest.set(desk, (this.highest.get(desk) ?? 0) + 1);
  }

  private line({ sku, quantity, factor = 1 }: Moved): ProductLine {
    return {
      product: `p:${sku}`,
      sku,
      name: sku,
      spec: '',
      category: '其他',
      unit: '个',
      quantity,
      factor,
    };
  }

  receive(move: Moved, source: 'purchase' | 'opening' = 'purchase'): LedgerEntry {
    const { desk = 'A', day, quantity, amount = 0, id } = move;
    const line = { ...this.line(move), price: Math.floor(amount / quantity), amount };
    const body = { source, location: '库房', supplier: '', supplierName: '', order: '', orderNo: '' };
    return this.enter(
      desk,
      day,
      'goodsReceived',
      { ...body, deliveryNote: '', lines: [line], amount, remark: '' },
      id,
    );
  }

  sell(move: Moved, gift = false): LedgerEntry {
    const { desk = 'A', day, amount = 0, id } = move;
    const line = {
      ...this.line(move),
      location: '展架',
      price: 0,
      pricing: 'list',
      discount: 0,
      share: 0,
      amount,
      gift,
    };
    const payments =
      amount === 0 ? [] : [{ tender: 'cash', amount, given: amount, terminal: '', ref: '', account: '' }];
    const body = {
      lines: [line],
      discount: 0,
      rounding: 0,
      total: amount,
      payments,
      customer: { name: '', phone: '', memberNo: '' },
      invoice: { state: 'none', title: '', taxNo: '', number: '' },
      reason: '',
      approval: null,
      signature: null,
      remark: '',
    };
    return this.enter(desk, day, 'sale', body, id);
  }

  /** @param back false: the goods are not fit for sale and do not come back */
  refund(move: Moved, back = true): LedgerEntry {
    const { desk = 'A', day, amount = 0, id } = move;
    const line = { ...this.line(move), line: 0, location: back ? '展架' : '', amount };
    const payments =
      amount === 0 ? [] : [{ tender: 'cash', amount, given: 0, terminal: '', ref: '', account: '' }];
    const body = { sale: 'sale:1', saleNo: '', lines: [line], total: amount, payments };
    return this.enter(desk, day, 'refund', { ...body, reason: '', redInvoice: '', approval: null }, id);
  }

  out(move: Moved, reason: OtherOutBody['reason']): LedgerEntry {
    const { desk = 'A', day, amount = 0, id } = move;
    const line = { ...this.line(move), price: 0, amount };
    const body = { reason, location: '展架', counterpart: '', lines: [line], approval: null, remark: '' };
    return this.enter(desk, day, 'otherOut', body, id);
  }

  transfer(move: Moved): LedgerEntry {
    const { desk = 'A', day, id } = move;
    return this.enter(
      desk,
      day,
      'transfer',
      { from: '库房', to: '展架', lines: [this.line(move)], remark: '' },
      id,
    );
  }

  /** @param differences counted − book of each product, not 0 */
  counted(
    { desk = 'A', day }: Pick<Moved, 'desk' | 'day'>,
    count: string,
    differences: readonly Pick<Moved, 'sku' | 'quantity'>[],
  ): LedgerEntry {
    const lines = differences.map(({ sku, quantity }) => ({
      ...this.line({ day, sku, quantity: Math.abs(quantity) }),
      location: '展架',
      difference: quantity,
      reason: '盘点差异',
    }));
    const body = { count, countNo: '', lines, approval: MARK };
    return this.enter(desk, day, 'countAdjustment', body, `adj:${count}`);
  }

  reverse(entry: LedgerEntry, day: string, desk = 'A'): LedgerEntry {
    const moves = turned(effects(entry), 'till:1');
    const body = {
      of: entry.id,
      ofKind: entry.kind,
      ofNo: '',
      reason: '记错',
      approval: MARK,
      effects: moves,
    };
    return this.enter(desk, day, 'reversal', body, `reversal:${entry.id}`);
  }
}
