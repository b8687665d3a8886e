/** `stock.receive`: goods come in by purchase (with or without an order) or as the opening stock of a new register (DOMAIN §4). */
import { accept, refuse, type Command, type Context, type Loaded, type Write } from '../core/command';
import { changed } from '../core/documents';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import type { GoodsReceived, ReceivedLine } from '../ledger/entries/stock';
import type { Reversal } from '../ledger/schema';
import { checkReceipt, readReceipts, standing } from '../orders/receipts';
import type { PurchaseOrder } from '../orders/schema';
import type { Product, Supplier } from '../products/schema';
import { checkLines, readLineProducts, sumOf, type StockLineInput } from './lines';

export interface ReceiveFields {
  readonly source: 'purchase' | 'opening';
  readonly location: string;
  /** Supplier id, or ''. */
  readonly supplier: string;
  /** Purchase order id and its business day, or ''. */
  readonly order: string;
  readonly orderDay: string;
  readonly deliveryNote: string;
  readonly lines: readonly StockLineInput[];
  readonly remark: string;
}

export interface ReceiveGoods {
  readonly id: string;
  readonly fields: ReceiveFields;
}

const ACT = 'stock.receive';

/** The opening stock of a product in a place is entered once. */
function checkOpening(
  checks: Checks,
  { location }: ReceiveFields,
  lines: readonly ReceivedLine[],
  loaded: Loaded,
): void {
  const entered = standing(
    (loaded.receipts ?? []) as readonly GoodsReceived[],
    (loaded.reversals ?? []) as readonly Reversal[],
  )
    .filter(({ body }) => body.source === 'opening' && body.location === location)
    .flatMap(({ body }) => body.lines);
  for (const line of lines)
    if (entered.some(({ product }) => product === line.product))
      checks.refuse('lines', 'openingTwice', { name: line.name });
}

/** The last known cost follows what was paid. */
function newCosts(
  lines: readonly ReceivedLine[],
  products: readonly Product[],
  context: Context,
): readonly Write[] {
  return products.flatMap((product) => {
    const paid = lines.filter((line) => line.product === product.id && line.price > 0).at(-1);
    const cost = paid ? Math.round(paid.price / paid.factor) : product.body.cost;
    return cost === product.body.cost
      ? []
      : [{ collection: 'products' as const, doc: changed(product, ACT, { cost }, context) }];
  });
}

export const receiveGoods: Command<ReceiveGoods> = {
  type: ACT,
  roles: DESK_ROLES,
  reads: ({ id, fields }) => [
    { name: 'self', collection: 'ledger', ids: [id] },
    readLineProducts(fields.lines),
    { name: 'supplier', collection: 'directory', ids: fields.supplier === '' ? [] : [fields.supplier] },
    { name: 'order', collection: 'stockDocuments', ids: fields.order === '' ? [] : [fields.order] },
    ...(fields.source === 'opening' || fields.order !== '' ? readReceipts(fields.orderDay) : []),
  ],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.self?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const products = (loaded.products ?? []) as readonly Product[];
    const lines = checkLines(checks, fields.lines, products, true);
    const location = checks.choice('location', fields.location, context.settings.locations) ?? '';
    const supplier = loaded.supplier?.find((doc): doc is Supplier => doc.kind === 'supplier');
    const order = loaded.order?.find((doc): doc is PurchaseOrder => doc.kind === 'purchaseOrder');
    if (fields.source === 'opening') {
      if (!context.actor.roles.includes('lead')) checks.refuse('', 'openingByLead');
      checkOpening(checks, fields, lines, loaded);
    } else if (!supplier) checks.refuse('supplier', 'required');
    if (fields.order !== '') checkReceipt(checks, fields, order, lines, loaded);
    const deliveryNote = checks.text('deliveryNote', fields.deliveryNote, { max: 40 });
    const remark = checks.text('remark', fields.remark, { max: 200 });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = {
      source: fields.source,
      location,
      supplier: supplier?.id ?? '',
      supplierName: supplier?.body.name ?? '',
      order: order?.id ?? '',
      orderNo: order?.body.no ?? '',
      deliveryNote,
      lines,
      amount: sumOf(lines),
      remark,
    };
    return accept(
      {
        collection: 'ledger',
        doc: newEntry(id, 'goodsReceived', ACT, body, context),
        number: 'goodsReceived',
      },
      ...newCosts(lines, products, context),
    );
  },
};
