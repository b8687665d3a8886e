/** How far an order has come: derived from the goods received under its number, less those taken back (DOMAIN §4). */
import type { Loaded, Read } from '../core/command';
import type { Checks } from '../core/field-checks';
import { baseUnits } from '../ledger/effects';
import type { ProductLine } from '../ledger/entries/parts';
import type { GoodsReceived } from '../ledger/entries/stock';
import type { Reversal } from '../ledger/schema';
import type { PurchaseOrder } from './schema';

export const PURCHASE_STATES = [
  'draft',
  'approved',
  'ordered',
  'partly',
  'received',
  'closedShort',
  'cancelled',
] as const;
/** `closedShort`: a part came, the rest was cancelled. */
export type PurchaseState = (typeof PURCHASE_STATES)[number];

/** Base units by product. */
export type Units = ReadonlyMap<string, number>;

/** Receipts since an order's day and what was taken back of them. */
export const readReceipts = (since: string): readonly Read[] =>
  (['goodsReceived', 'reversal'] as const).map((kind) => ({
    name: kind === 'reversal' ? 'reversals' : 'receipts',
    collection: 'ledger',
    index: 'kind',
    from: [kind, since],
    to: [kind, '9'],
  }));

/** Receipts that were not taken back. */
export function standing(
  receipts: readonly GoodsReceived[],
  reversals: readonly Reversal[],
): readonly GoodsReceived[] {
  const back = new Set(reversals.map(({ body }) => body.of));
  return receipts.filter(({ id }) => !back.has(id));
}

/** Base units per product in lines. */
export function unitsOf(lines: readonly ProductLine[]): Units {
  const units = new Map<string, number>();
  for (const line of lines) units.set(line.product, (units.get(line.product) ?? 0) + baseUnits(line));
  return units;
}

/** Base units per product that came for an order. @param receipts standing ones */
export function receivedFor(order: string, receipts: readonly GoodsReceived[]): Units {
  return unitsOf(receipts.filter(({ body }) => body.order === order).flatMap(({ body }) => body.lines));
}

/** Base units still to come per product, never below 0; nothing of a cancelled order. */
export function outstandingOf({ status, body }: PurchaseOrder, received: Units): Units {
  if (status === 'cancelled') return new Map();
  return new Map(
    [...unitsOf(body.lines)].map(([product, ordered]) => [
      product,
      Math.max(0, ordered - (received.get(product) ?? 0)),
    ]),
  );
}

export function stateOf(order: PurchaseOrder, received: Units): PurchaseState {
  const came = [...received.values()].some((units) => units > 0);
  if (order.status === 'cancelled') return came ? 'closedShort' : 'cancelled';
  if (!came) return order.status;
  return [...outstandingOf(order, received).values()].some((units) => units > 0) ? 'partly' : 'received';
}

/** Base units per product that are on order: of every order that is not received or cancelled, drafts too, so that nothing is proposed twice. */
export function onOrder(orders: readonly PurchaseOrder[], receipts: readonly GoodsReceived[]): Units {
  const units = new Map<string, number>();
  for (const order of orders)
    for (const [product, open] of outstandingOf(order, receivedFor(order.id, receipts)))
      units.set(product, (units.get(product) ?? 0) + open);
  return units;
}

/** Refuses a receipt for an order that is not out, of another supplier, or of more than is still to come. */
export function checkReceipt(
  checks: Checks,
  {
    supplier,
    orderDay,
    source,
  }: { readonly supplier: string; readonly orderDay: string; readonly source: string },
  order: PurchaseOrder | undefined,
  lines: readonly ProductLine[],
  loaded: Loaded,
): void {
  if (!order || order.day !== orderDay || source !== 'purchase') {
    checks.refuse('', 'notFound');
    return;
  }
  if (order.status !== 'ordered') checks.refuse('', 'orderNotOut');
  if (order.body.supplier !== supplier) checks.refuse('supplier', 'orderOtherSupplier');
  const receipts = standing(
    (loaded.receipts ?? []) as readonly GoodsReceived[],
    (loaded.reversals ?? []) as readonly Reversal[],
  );
  const open = outstandingOf(order, receivedFor(order.id, receipts));
  for (const [product, units] of unitsOf(lines)) {
    const left = open.get(product);
    const name = lines.find((line) => line.product === product)?.name ?? '';
    if (left === undefined) checks.refuse('lines', 'notInOrder', { name });
    else if (units > left) checks.refuse('lines', 'moreThanOrdered', { name, left });
  }
}
