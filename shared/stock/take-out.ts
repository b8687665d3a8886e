/** `stock.takeOut`: goods leave that were not sold: 退供应商 报损 领用 赠送 (DOMAIN §4). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import { OUT_REASONS } from '../ledger/entries/stock';
import type { Product, Supplier } from '../products/schema';
import { leadApproval } from '../signatures/lead-approval';
import { checkLines, readLineProducts, type StockLineInput } from './lines';

export interface TakeOutFields {
  readonly reason: string;
  readonly location: string;
  /** Supplier id; of a supplier return only. */
  readonly supplier: string;
  /** Who received it; needed for 领用 and 赠送. */
  readonly counterpart: string;
  readonly lines: readonly StockLineInput[];
  readonly remark: string;
}

export interface TakeOut {
  readonly id: string;
  readonly fields: TakeOutFields;
}

export const takeOut: Command<TakeOut> = {
  type: 'stock.takeOut',
  roles: DESK_ROLES,
  reads: ({ id, fields }) => [
    { name: 'self', collection: 'ledger', ids: [id] },
    readLineProducts(fields.lines),
    { name: 'supplier', collection: 'directory', ids: fields.supplier === '' ? [] : [fields.supplier] },
  ],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.self?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const reason = checks.choice('reason', fields.reason, OUT_REASONS);
    const back = reason === 'supplierReturn';
    const lines = checkLines(checks, fields.lines, (loaded.products ?? []) as readonly Product[], back);
    const location = checks.choice('location', fields.location, context.settings.locations) ?? '';
    const supplier = loaded.supplier?.find((doc): doc is Supplier => doc.kind === 'supplier');
    if (back && !supplier) checks.refuse('supplier', 'required');
    const receiver = checks.text('counterpart', fields.counterpart, {
      max: 60,
      required: reason === 'used' || reason === 'gift',
    });
    const scrapped = reason === 'scrapped';
    const remark = checks.text('remark', fields.remark, { max: 200, required: scrapped || back });
    // Nobody approves what they throw away themselves.
    const approval = scrapped ? leadApproval(checks, 'approval', [context.actor.id], context) : null;
    if (reason === null || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = {
      reason,
      location,
      counterpart: back ? (supplier?.body.name ?? '') : receiver,
      lines,
      approval,
      remark,
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'otherOut', 'stock.takeOut', body, context),
      number: 'goodsIssued',
    });
  },
};
