/** 客户订货 (DOMAIN §4): what a customer wants that is not here; open → arrived → fetched, or cancelled. */
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { MAX_PRICE } from '../products/fields';
import type { Product } from '../products/schema';
import { linkChild, originIn, originOf, readOrigin } from '../service/origin';
import type { Origin } from '../service/schema';
import { checkQuantity, lineOf, readLineProducts, sumOf } from '../stock/lines';
import { checkDay } from './purchase';
import type { CustomerOrder, CustomerOrderBody, CustomerOrderLine, PurchaseOrder } from './schema';

export interface CustomerLineInput {
  /** Product id, or '' with `name` typed. */
  readonly product: string;
  readonly packed: boolean;
  readonly name: string;
  readonly quantity: string;
  /** '' while it is not known. */
  readonly price: string;
}

export interface CustomerOrderFields {
  readonly name: string;
  readonly phone: string;
  readonly lines: readonly CustomerLineInput[];
  readonly neededBy: string;
  readonly deposit: string;
  /** Purchase order id, or ''. */
  readonly purchase: string;
  readonly remark: string;
}

export interface SaveCustomerOrder {
  readonly id: string;
  readonly fields: CustomerOrderFields;
  /** The matter a new order grows from. */
  readonly origin?: Pick<Origin, 'collection' | 'id'> | null;
}

const MAX_LINES = 50;

function checkLines(
  checks: Checks,
  typed: readonly CustomerLineInput[],
  products: readonly Product[],
): readonly CustomerOrderLine[] {
  if (typed.length === 0) checks.refuse('lines', 'linesEmpty');
  if (typed.length > MAX_LINES) checks.refuse('lines', 'linesTooMany', { max: MAX_LINES });
  return typed.map((line, at): CustomerOrderLine => {
    const field = `lines.${at}`;
    const product = products.find(({ id }) => id === line.product);
    if (!product && line.product !== '') checks.refuse(field, 'notFound');
    const quantity = checkQuantity(checks, `${field}.quantity`, line.quantity) ?? 1;
    const price = checks.money(`${field}.price`, line.price) ?? 0;
    if (price > MAX_PRICE) checks.refuse(`${field}.price`, 'priceTooHigh');
    const kept = product ? lineOf(product, line.packed) : null;
    return {
      product: product?.id ?? '',
      name: kept?.name ?? checks.text(field, line.name, { max: 80, required: true }),
      spec: kept?.spec ?? '',
      unit: kept?.unit ?? '',
      quantity,
      price,
      amount: quantity * price,
    };
  });
}

const readOrder = (id: string) => ({ name: 'order', collection: 'stockDocuments', ids: [id] }) as const;

/** `customerOrder.save`: a new one, or a changed one while it is open. */
export const saveCustomerOrder: Command<SaveCustomerOrder> = {
  type: 'customerOrder.save',
  roles: DESK_ROLES,
  reads: ({ id, fields, origin }) => [
    readOrder(id),
    ...readOrigin(origin ?? null),
    readLineProducts(fields.lines),
    {
      name: 'purchase',
      collection: 'stockDocuments',
      ids: fields.purchase === '' ? [] : [fields.purchase],
    },
  ],
  decide: ({ id, fields, origin }, loaded, context) => {
    const before = loaded.order?.[0] as CustomerOrder | undefined;
    if (before && before.status !== 'open') return refuse({ code: 'changedMeanwhile' });
    const checks = new Checks();
    const name = checks.text('name', fields.name, { max: 40, required: true });
    const phone = checks.phone('phone', fields.phone, true);
    const lines = checkLines(checks, fields.lines, (loaded.products ?? []) as readonly Product[]);
    const neededBy =
      before?.body.neededBy === fields.neededBy
        ? fields.neededBy
        : checkDay(checks, 'neededBy', fields.neededBy, context);
    const deposit = checks.text('deposit', fields.deposit, { max: 60 });
    const purchase = loaded.purchase?.find((doc): doc is PurchaseOrder => doc.kind === 'purchaseOrder');
    if (fields.purchase !== '' && !purchase) checks.refuse('purchase', 'notFound');
    const remark = checks.text('remark', fields.remark, { max: 200 });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const content = {
      name,
      phone,
      lines,
      amount: sumOf(lines),
      neededBy,
      deposit,
      purchase: purchase?.id ?? '',
      purchaseNo: purchase?.body.no ?? '',
      remark,
    };
    if (before)
      return accept({
        collection: 'stockDocuments',
        doc: changed(before, 'customerOrder.save', content, context),
      });
    const parent = originIn(loaded);
    if (origin && !parent) return refuse({ code: 'notFound' });
    const doc = newRecord<'customerOrder', CustomerOrderBody>(
      id,
      'customerOrder',
      'customerOrder.save',
      { ...content, ...(origin && parent ? { origin: originOf(origin.collection, parent) } : {}) },
      context,
    );
    return accept(
      { collection: 'stockDocuments', doc: { ...doc, status: 'open' }, number: 'customerOrder' },
      ...linkChild(parent, doc, context, 'customerOrder.save'),
    );
  },
};

/** From where an order may come to a state. */
const BEFORE = {
  arrived: ['open'],
  fetched: ['arrived'],
  cancelled: ['open', 'arrived'],
} as const satisfies Record<string, readonly CustomerOrder['status'][]>;
export type CustomerStep = keyof typeof BEFORE;

export interface StepCustomerOrder {
  readonly id: string;
  readonly step: CustomerStep;
  /** Why it is cancelled; else ''. */
  readonly reason: string;
}

/** `customerOrder.step`: the goods are here, were fetched, or are no longer wanted. */
export const stepCustomerOrder: Command<StepCustomerOrder> = {
  type: 'customerOrder.step',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: ({ step, reason: typed }, loaded, context) => {
    const order = loaded.order?.find((doc): doc is CustomerOrder => doc.kind === 'customerOrder');
    if (!order) return refuse({ code: 'notFound' });
    const from: readonly string[] = BEFORE[step];
    if (!from.includes(order.status)) return refuse({ code: 'changedMeanwhile' });
    const checks = new Checks();
    const reason = checks.text('reason', typed, { max: 200, required: step === 'cancelled' });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    return accept({
      collection: 'stockDocuments',
      doc: changed(order, `customerOrder.${step}`, {}, context, { status: step, reason }),
    });
  },
};
