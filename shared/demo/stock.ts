/** The demo shop's goods: opening stock, deliveries by order, the display filled from the store, now and then something scrapped. */
import type { Actor, Witness } from '../core/command';
import { typedMoney } from '../core/money';
import { addDays } from '../core/time';
import { onHand } from '../ledger/books';
import type { GoodsReceived } from '../ledger/entries/stock';
import type { Reversal } from '../ledger/schema';
import { saveCustomerOrder, stepCustomerOrder } from '../orders/customer';
import { approvePurchase, placePurchase, savePurchase } from '../orders/purchase';
import { onOrder, outstandingOf, receivedFor, standing } from '../orders/receipts';
import type { CustomerOrder, PurchaseOrder } from '../orders/schema';
import { suggestedLines, suggestions } from '../orders/suggest';
import type { Product } from '../products/schema';
import { restockLines, restocks, stockLevels } from '../stock/levels';
import { receiveGoods } from '../stock/receive';
import { takeOut } from '../stock/take-out';
import { transferGoods } from '../stock/transfer';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';

/** Days from order to delivery in the demo. */
const DELIVERY_DAYS = 2;
/** Cups of what is made at the counter and never ordered, for the month. */
const MADE_HERE = 260;
/** Monday and Thursday. */
const ORDER_WEEKDAYS: readonly number[] = [1, 4];

export interface DemoStock {
  readonly at: string;
  readonly day: string;
  readonly products: readonly Product[];
  readonly clerk: Actor;
  readonly lead: Actor;
}

/** Products as they stand on the desk now: their cost follows the receipts. */
const current = (desk: PretendDesk, products: readonly Product[]): readonly Product[] =>
  products.map(({ id }) => desk.records.get(id) as Product);

const allOf = (desk: PretendDesk, kind: string) =>
  [...desk.records.values()].filter((record) => record.kind === kind);

const standingReceipts = (desk: PretendDesk): readonly GoodsReceived[] =>
  standing(allOf(desk, 'goodsReceived') as GoodsReceived[], allOf(desk, 'reversal') as Reversal[]);

const purchases = (desk: PretendDesk): readonly PurchaseOrder[] =>
  allOf(desk, 'purchaseOrder') as PurchaseOrder[];

/** Opening stock of every product, on the display and in the store. */
export function demoOpeningStock(
  desk: PretendDesk,
  draw: Draw,
  { at, products, lead }: Pick<DemoStock, 'at' | 'products' | 'lead'>,
): void {
  const [display = '', store = display] = desk.settings.locations;
  const enter = (location: string, quantity: (product: Product) => number): void => {
    const id = draw.id(at);
    const lines = products.map((product) => ({
      product: product.id,
      packed: false,
      quantity: String(quantity(product)),
      price: typedMoney(product.body.cost),
    }));
    const fields = {
      source: 'opening' as const,
      location,
      supplier: '',
      order: '',
      orderDay: '',
      deliveryNote: '',
      lines,
      remark: '',
    };
    desk.run(receiveGoods, { id, fields }, id, at, lead);
  };
  enter(display, ({ body }) =>
    body.reorderPoint === 0 ? MADE_HERE : body.displayMinimum * 2 + draw.whole(1, 4),
  );
  if (store !== display) enter(store, ({ body }) => body.reorderPoint * 2 + draw.whole(1, 5));
}

/** One order per supplier of what runs low, approved by the lead and sent the same day. */
export function demoOrders(
  desk: PretendDesk,
  draw: Draw,
  { at, day, products, clerk, lead }: DemoStock,
): void {
  const coming = onOrder(purchases(desk), standingReceipts(desk));
  for (const { supplier, items } of suggestions(current(desk, products), desk.books(), coming)) {
    if (supplier === '') continue;
    const id = draw.id(at);
    const fields = {
      supplier,
      expected: addDays(day, DELIVERY_DAYS),
      lines: suggestedLines(items),
      remark: '',
    };
    desk.run(savePurchase, { id, fields }, id, at, clerk);
    desk.run(approvePurchase, { id }, draw.id(at), at, lead);
    desk.run(placePurchase, { id }, draw.id(at), at, clerk);
  }
}

/** What is due comes in, now and then without the last line, which follows with the next delivery. */
export function demoDeliveries(desk: PretendDesk, draw: Draw, { at, day, clerk }: DemoStock): void {
  const [display = '', store = display] = desk.settings.locations;
  for (const order of purchases(desk)) {
    if (order.status !== 'ordered' || order.body.expected > day) continue;
    const open = outstandingOf(order, receivedFor(order.id, standingReceipts(desk)));
    const waiting = order.body.lines.filter(({ product }) => (open.get(product) ?? 0) > 0);
    const here = waiting.length > 2 && draw.chance(0.3) ? waiting.slice(0, -1) : waiting;
    if (here.length === 0) continue;
    const id = draw.id(at);
    const lines = here.map(({ product, factor, quantity, price }) => ({
      product,
      packed: factor > 1,
      quantity: String(quantity),
      price: typedMoney(price),
    }));
    const fields = {
      source: 'purchase' as const,
      location: store,
      supplier: order.body.supplier,
      order: order.id,
      orderDay: order.day,
      deliveryNote: `SH${draw.digits(6)}`,
      lines,
      remark: '',
    };
    desk.run(receiveGoods, { id, fields }, id, at, clerk);
  }
}

/** Fills thin displays from the store by one transfer. */
export function demoRestock(desk: PretendDesk, draw: Draw, { at, products, clerk }: DemoStock): void {
  const [from, to] = [desk.settings.locations[1] ?? '', desk.settings.locations[0] ?? ''];
  const levels = stockLevels(current(desk, products), desk.books(), desk.settings.locations);
  const lines = restockLines(restocks(levels));
  if (lines.length === 0) return;
  const id = draw.id(at);
  desk.run(transferGoods, { id, fields: { from, to, lines, remark: '' } }, id, at, clerk);
}

/** A bottle broken or tees used up by the desk, now and then. */
export function demoOtherOut(desk: PretendDesk, draw: Draw, { at, products, clerk, lead }: DemoStock): void {
  if (!draw.chance(0.15)) return;
  const id = draw.id(at);
  const scrapped = draw.chance(0.5);
  const display = desk.settings.locations[0] ?? '';
  const cheap = products.filter(
    ({ id: product, body }) =>
      ['饮料', '球钉与配件'].includes(body.category) && onHand(desk.books(), product, display) > 0,
  );
  if (cheap.length === 0) return;
  const fields = {
    reason: scrapped ? 'scrapped' : 'used',
    location: display,
    supplier: '',
    counterpart: scrapped ? '' : '出发台',
    lines: [{ product: draw.one(cheap).id, packed: false, quantity: '1', price: '' }],
    remark: scrapped ? '破损，不能出售' : '',
  };
  const witness: Witness = { staff: lead.id, name: lead.name, roles: lead.roles, at };
  desk.run(takeOut, { id, fields }, id, at, clerk, scrapped ? [witness] : []);
}

/** A member orders a driver the shop does not keep; what was ordered before arrives, then is fetched. */
export function demoCustomerOrder(
  desk: PretendDesk,
  draw: Draw,
  { at, day, clerk }: Pick<DemoStock, 'at' | 'day' | 'clerk'>,
  customer: { readonly name: string; readonly phone: string },
): void {
  for (const { id, status } of allOf(desk, 'customerOrder') as CustomerOrder[]) {
    const step = status === 'open' ? 'arrived' : status === 'arrived' ? 'fetched' : null;
    if (step) desk.run(stepCustomerOrder, { id, step, reason: '' }, draw.id(at), at, clerk);
  }
  const id = draw.id(at);
  const fields = {
    ...customer,
    lines: [
      {
        product: '',
        packed: false,
        name: draw.one(['一号木 9.5 度 硬杆', '推杆 34 寸', '定制绣字球帽', '左手铁杆组 5 号到 PW']),
        quantity: '1',
        price: String(draw.whole(8, 42) * 100),
      },
    ],
    neededBy: addDays(day, draw.whole(3, 9)),
    deposit: '',
    purchase: '',
    remark: '',
  };
  desk.run(saveCustomerOrder, { id, fields }, id, at, clerk);
}

/**
 * One day of goods, in the morning before the sales: orders on their weekdays, then deliveries that are due, the
 * display filled, something scrapped. Opening stock must stand.
 */
export function demoStockDay(desk: PretendDesk, draw: Draw, options: DemoStock): void {
  if (ORDER_WEEKDAYS.includes(new Date(`${options.day}T00:00:00Z`).getUTCDay()))
    demoOrders(desk, draw, options);
  demoDeliveries(desk, draw, options);
  demoRestock(desk, draw, options);
  demoOtherOut(desk, draw, options);
}
