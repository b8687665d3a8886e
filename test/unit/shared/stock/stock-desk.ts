/** A desk with a few products on sale and a supplier, for the tests of stock and orders. */
import { expect } from 'vitest';
import { newRecord } from '@shared/core/documents';
import type { Product, ProductBody, Supplier, SupplierBody } from '@shared/products/schema';
import { EMPTY_PRODUCT } from '@shared/products/fields';
import type { StockLineInput } from '@shared/stock/lines';
import { receiveGoods, type ReceiveFields } from '@shared/stock/receive';
import { takeOut, type TakeOutFields } from '@shared/stock/take-out';
import { transferGoods, type TransferFields } from '@shared/stock/transfer';
import { reverseEntry, type ReverseEntry } from '@shared/ledger/reverse';
import { onHand } from '@shared/ledger/books';
import { Desk, LEAD, pinOf, type Act } from '../../../helpers/desk';

export const MORNING = '2026-11-21T01:42:30.500Z'; // 09:42 in Shanghai
export const BY_LEAD = { witnesses: [pinOf(LEAD)] };
export const DISPLAY = '展架';
export const STORE = '库房';

/** Ids of the products: balls come in cartons of twelve. */
export const PRODUCTS = ['balls', 'glove', 'water'] as const;

export function productOf(desk: Desk, id: string, change: Partial<ProductBody> = {}): Product {
  const { facts: _facts, price: _price, memberPrice: _member, ...empty } = EMPTY_PRODUCT;
  const doc = newRecord<'product', ProductBody>(
    id,
    'product',
    'product.save',
    {
      sku: `SP-${id}`,
      barcode: `690${id.length}00${id}`,
      name: id,
      spec: '',
      unit: '盒',
      pack: id === 'balls' ? { unit: '箱', size: 12, barcode: 'carton', price: null } : null,
      category: '其他',
      prices: [{ from: '2026-01-01', price: 12_000, memberPrice: null }],
      cost: 7_000,
      supplier: 'supplier',
      reorderPoint: 6,
      reorderQuantity: 20,
      displayMinimum: 4,
      shelf: empty.shelf,
      facts: { text: id, version: 1 },
      acknowledged: [],
      ...change,
    },
    desk.context(),
  );
  return { ...doc, status: 'onSale', ver: { A: 1 } };
}

export function stockDesk(): Desk {
  const desk = new Desk(MORNING);
  for (const id of PRODUCTS) desk.records.set(id, productOf(desk, id));
  for (const id of ['supplier', 'other']) {
    const supplier: Supplier = {
      ...newRecord<'supplier', SupplierBody>(
        id,
        'supplier',
        'product.saveSupplier',
        { name: `供应商 ${id}`, contact: '', phone: '', leadDays: 3, remark: '' },
        desk.context(),
      ),
      ver: { A: 1 },
    };
    desk.records.set(id, supplier);
  }
  return desk;
}

export const line = (
  product: string,
  quantity: string,
  { price = '70', packed = false } = {},
): StockLineInput => ({ product, packed, quantity, price });

export const receiptFields = (change: Partial<ReceiveFields> = {}): ReceiveFields => ({
  source: 'purchase',
  location: STORE,
  supplier: 'supplier',
  order: '',
  orderDay: '',
  deliveryNote: '',
  lines: [line('balls', '5')],
  remark: '',
  ...change,
});

/** Receives goods under an id; refusals. */
export const receive = (desk: Desk, id: string, change: Partial<ReceiveFields> = {}, act: Act = {}) =>
  desk.codes(receiveGoods, { id, fields: receiptFields(change) }, { actId: id, ...act });

export const out = (desk: Desk, id: string, change: Partial<TakeOutFields> = {}, act: Act = {}) =>
  desk.codes(
    takeOut,
    {
      id,
      fields: {
        reason: 'used',
        location: DISPLAY,
        supplier: '',
        counterpart: '出发台',
        lines: [line('balls', '1', { price: '' })],
        remark: '',
        ...change,
      },
    },
    { actId: id, ...act },
  );

export const move = (desk: Desk, id: string, change: Partial<TransferFields> = {}) =>
  desk.codes(
    transferGoods,
    {
      id,
      fields: { from: STORE, to: DISPLAY, lines: [line('balls', '2', { price: '' })], remark: '', ...change },
    },
    { actId: id },
  );

export const reverse = (desk: Desk, id: string, change: Partial<ReverseEntry> = {}, act: Act = BY_LEAD) =>
  desk.codes(reverseEntry, { id, reason: '录错', confirmed: false, ...change }, { actId: `r-${id}`, ...act });

export const held = (desk: Desk, product: string, location?: string): number =>
  onHand(desk.books(), product, location);

/** Runs and expects no refusal. */
export function ok(refusals: readonly string[]): void {
  expect(refusals).toEqual([]);
}
