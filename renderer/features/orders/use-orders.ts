/** Orders of the last years with the receipts that tell how far they have come; kept current. */
import { useMemo } from 'react';
import type { Period } from '@shared/core/period';
import { addDays } from '@shared/core/time';
import type { GoodsReceived } from '@shared/ledger/entries/stock';
import type { Reversal } from '@shared/ledger/schema';
import { receivedFor, standing, stateOf, type PurchaseState, type Units } from '@shared/orders/receipts';
import type { CustomerOrder, PurchaseOrder } from '@shared/orders/schema';
import { useLive, type ReadState } from '../../data/live';
import { range } from '../../data/read';
import { today } from '../../data/session';

/** Orders older than that are no longer waited for. Days. */
const LISTED_DAYS = 730;

/** Days whose orders are listed; some are expected later, none are made later. */
export const listedPeriod = (): Period => ({ from: addDays(today(), -LISTED_DAYS), to: today() });

export interface ListedPurchase {
  readonly id: string;
  readonly order: PurchaseOrder;
  readonly state: PurchaseState;
  /** Base units that came, by product. */
  readonly received: Units;
  /** Receipts of this order, oldest first, those taken back among them. */
  readonly receipts: readonly GoodsReceived[];
}

export interface Orders {
  readonly purchases: readonly ListedPurchase[];
  readonly customers: readonly CustomerOrder[];
  /** Receipts that were not taken back. */
  readonly standing: readonly GoodsReceived[];
}

/** Everything the pages and Today need: some hundreds of documents in years. */
export async function loadOrders(): Promise<Orders> {
  const { from } = listedPeriod();
  const [purchases, customers] = await Promise.all([
    range<PurchaseOrder>('stockDocuments', 'kind', ['purchaseOrder', from], ['purchaseOrder', '9']),
    range<CustomerOrder>('stockDocuments', 'kind', ['customerOrder', from], ['customerOrder', '9']),
  ]);
  const since = purchases.map(({ day }) => day).sort()[0];
  const [receipts, reversals] =
    since === undefined
      ? [[], []]
      : await Promise.all([
          range<GoodsReceived>('ledger', 'kind', ['goodsReceived', since], ['goodsReceived', '9']),
          range<Reversal>('ledger', 'kind', ['reversal', since], ['reversal', '9']),
        ]);
  const valid = standing(receipts, reversals);
  return {
    purchases: purchases
      .map((order): ListedPurchase => {
        const received = receivedFor(order.id, valid);
        return {
          id: order.id,
          order,
          state: stateOf(order, received),
          received,
          receipts: receipts.filter(({ body }) => body.order === order.id),
        };
      })
      .sort((a, b) => b.order.at.localeCompare(a.order.at) || b.id.localeCompare(a.id)),
    customers: [...customers].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id)),
    standing: valid,
  };
}

/** Waiting for goods that were ordered. */
export const isComing = (state: PurchaseState): boolean => state === 'ordered' || state === 'partly';

export const isOpen = (state: PurchaseState): boolean =>
  state === 'draft' || state === 'approved' || isComing(state);

/** Days an order is late on `day`; 0 when it is not. */
export function daysLate({ order, state }: ListedPurchase, day: string): number {
  if (!isComing(state) || order.body.expected >= day) return 0;
  return Math.round((Date.parse(day) - Date.parse(order.body.expected)) / 86_400_000);
}

/** True when the purchase order a customer order waits for has come. */
export function hasArrived({ body, status }: CustomerOrder, purchases: readonly ListedPurchase[]): boolean {
  return (
    status === 'open' &&
    body.purchase !== '' &&
    purchases.some(({ id, state }) => id === body.purchase && state === 'received')
  );
}

export interface OrdersState {
  readonly state: ReadState;
  readonly orders: Orders | null;
}

export function useOrders(): OrdersState {
  const live = useLive(loadOrders, ['stockDocuments', 'ledger'], [], (value, { collection, docs }) =>
    // Sales and the like do not concern orders.
    collection === 'ledger' && !docs.some(({ kind }) => kind === 'goodsReceived' || kind === 'reversal')
      ? value
      : null,
  );
  const orders = live.state === 'ready' ? live.value : null;
  return useMemo(() => ({ state: live.state, orders }), [live.state, orders]);
}
