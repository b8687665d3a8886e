/** 采购订货单 (DOMAIN §4): written, approved by a lead who did not write it, sent, cancelled. Goods come in by `stock.receive`. */
import { accept, refuse, type Command, type Context, type Decision } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import type { GoodsReceived } from '../ledger/entries/stock';
import type { Reversal } from '../ledger/schema';
import type { Product, Supplier } from '../products/schema';
import { leadApproval } from '../signatures/lead-approval';
import { checkLines, readLineProducts, sumOf, type StockLineInput } from '../stock/lines';
import { readReceipts, receivedFor, standing, stateOf } from './receipts';
import type { PurchaseOrder, PurchaseOrderBody } from './schema';

export interface PurchaseFields {
  readonly supplier: string;
  /** `YYYY-MM-DD`. */
  readonly expected: string;
  readonly lines: readonly StockLineInput[];
  readonly remark: string;
}

export interface SavePurchase {
  readonly id: string;
  readonly fields: PurchaseFields;
}

/** A day typed into a date field; today or later. */
export function checkDay(checks: Checks, field: string, typed: string, context: Context): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) checks.refuse(field, 'required');
  else if (typed < context.day) checks.refuse(field, 'dayPast');
  return typed;
}

const readOrder = (id: string) => ({ name: 'order', collection: 'stockDocuments', ids: [id] }) as const;

/** `order.save`: a new order, or a changed one that nobody has approved yet. */
export const savePurchase: Command<SavePurchase> = {
  type: 'order.save',
  roles: DESK_ROLES,
  reads: ({ id, fields }) => [
    readOrder(id),
    readLineProducts(fields.lines),
    { name: 'supplier', collection: 'directory', ids: [fields.supplier] },
  ],
  decide: ({ id, fields }, loaded, context) => {
    const before = loaded.order?.[0] as PurchaseOrder | undefined;
    if (before && before.status !== 'draft') return refuse({ code: 'orderNotDraft' });
    const checks = new Checks();
    const supplier = loaded.supplier?.find((doc): doc is Supplier => doc.kind === 'supplier');
    if (!supplier) checks.refuse('supplier', 'required');
    const expected = checkDay(checks, 'expected', fields.expected, context);
    const lines = checkLines(checks, fields.lines, (loaded.products ?? []) as readonly Product[], true);
    const remark = checks.text('remark', fields.remark, { max: 200 });
    if (!supplier || checks.refusals.length > 0) return refuse(...checks.refusals);
    const content = {
      supplier: supplier.id,
      supplierName: supplier.body.name,
      expected,
      lines,
      amount: sumOf(lines),
      remark,
    };
    if (before)
      return accept({ collection: 'stockDocuments', doc: changed(before, 'order.save', content, context) });
    const doc = newRecord<'purchaseOrder', PurchaseOrderBody>(
      id,
      'purchaseOrder',
      'order.save',
      { ...content, approval: null, orderedAt: '' },
      context,
    );
    return accept({
      collection: 'stockDocuments',
      doc: { ...doc, status: 'draft' },
      number: 'purchaseOrder',
    });
  },
};

const whoWrote = ({ by, body }: PurchaseOrder): readonly string[] => [
  by,
  ...(body.log ?? []).filter(({ act }) => act === 'order.save').map((entry) => entry.by),
];

export interface OrderId {
  readonly id: string;
}

/** `order.approve`: a lead who neither wrote nor changed it. */
export const approvePurchase: Command<OrderId> = {
  type: 'order.approve',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (_input, loaded, context) => {
    const order = loaded.order?.find((doc): doc is PurchaseOrder => doc.kind === 'purchaseOrder');
    if (!order) return refuse({ code: 'notFound' });
    if (order.status !== 'draft') return refuse({ code: 'changedMeanwhile' });
    const checks = new Checks();
    const approval = leadApproval(checks, 'approval', whoWrote(order), context);
    if (!approval) return refuse(...checks.refusals);
    return accept({
      collection: 'stockDocuments',
      doc: changed(order, 'order.approve', { approval }, context, { status: 'approved' }),
    });
  },
};

/** `order.place`: the approved order has gone to the supplier. */
export const placePurchase: Command<OrderId> = {
  type: 'order.place',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (_input, loaded, context) => {
    const order = loaded.order?.find((doc): doc is PurchaseOrder => doc.kind === 'purchaseOrder');
    if (!order) return refuse({ code: 'notFound' });
    if (order.status !== 'approved') return refuse({ code: 'orderNotApproved' });
    return accept({
      collection: 'stockDocuments',
      doc: changed(order, 'order.place', { orderedAt: context.now }, context, { status: 'ordered' }),
    });
  },
};

export interface CancelPurchase {
  readonly id: string;
  /** The order's business day. */
  readonly day: string;
  readonly reason: string;
}

/** `order.cancel`: nothing more will come; what came stays. */
export const cancelPurchase: Command<CancelPurchase> = {
  type: 'order.cancel',
  roles: DESK_ROLES,
  reads: ({ id, day }) => [readOrder(id), ...readReceipts(day)],
  decide: ({ day, reason: typed }, loaded, context): Decision => {
    const order = loaded.order?.find((doc): doc is PurchaseOrder => doc.kind === 'purchaseOrder');
    if (!order || order.day !== day) return refuse({ code: 'notFound' });
    const receipts = standing(
      (loaded.receipts ?? []) as readonly GoodsReceived[],
      (loaded.reversals ?? []) as readonly Reversal[],
    );
    const state = stateOf(order, receivedFor(order.id, receipts));
    if (state === 'received' || order.status === 'cancelled') return refuse({ code: 'changedMeanwhile' });
    const checks = new Checks();
    const reason = checks.text('reason', typed, { max: 200, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    return accept({
      collection: 'stockDocuments',
      doc: changed(order, 'order.cancel', {}, context, { status: 'cancelled', reason }),
    });
  },
};
