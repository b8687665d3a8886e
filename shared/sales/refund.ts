/** `sale.refund`: goods come back or money is given back, against the sale and by its tenders (原路退回, DOMAIN §4). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import { invoiceNow, invoiceRead } from '../ledger/invoice-step';
import { accountsRead, checkPayments, type PaymentInput } from '../ledger/payments';
import type { Payment } from '../ledger/entries/parts';
import type { InvoiceStep, Refund, RefundLine, Sale } from '../ledger/entries/sales';
import { needSession } from '../ledger/sessions';
import { reversalId, standing } from '../ledger/standing';
import { leadApproval } from '../signatures/lead-approval';
import { readQuantity } from './sell';

/** How often parts of one sale may come back. */
const MAX_REFUNDS = 20;

export interface RefundFields {
  readonly lines: readonly {
    /** Line of the sale, from 0. */
    readonly line: number;
    readonly quantity: string;
    /** Where the goods go; '' when they are not fit for sale. */
    readonly location: string;
  }[];
  readonly payments: readonly PaymentInput[];
  readonly reason: string;
  readonly redInvoice: string;
}

export interface MakeRefund {
  readonly sale: string;
  readonly fields: RefundFields;
}

/** Ids that refunds of a sale may have: two desks refunding at once meet in one. */
export function refundIds(sale: string): readonly string[] {
  return Array.from({ length: MAX_REFUNDS }, (_, index) => `refund:${sale}:${index + 1}`);
}

/** Units of each line that came back already, by the refunds that stand. */
export function returnedOf(sale: Sale, refunds: readonly Refund[]): readonly number[] {
  return sale.body.lines.map((_line, at) =>
    refunds
      .flatMap(({ body }) => body.lines)
      .filter(({ line }) => line === at)
      .reduce((sum, { quantity }) => sum + quantity, 0),
  );
}

/** What some units of a line are worth, so that all parts together give the line's amount to the fen. */
export function worthOf(line: Sale['body']['lines'][number], already: number, quantity: number): number {
  const upTo = (count: number): number => Math.round((line.amount * count) / line.quantity);
  return upTo(already + quantity) - upTo(already);
}

/** What may still go back by each tender and account, in the order it was paid; `refunds` are those that stand. */
export function leftByTender(sale: Sale, refunds: readonly Refund[]): readonly Payment[] {
  const left = sale.body.payments.map((payment) => ({ ...payment, given: 0 }));
  for (const given of refunds.flatMap(({ body }) => body.payments)) {
    let amount = given.amount;
    for (const one of left) {
      if (one.tender !== given.tender || one.account !== given.account) continue;
      const part = Math.min(amount, one.amount);
      one.amount -= part;
      amount -= part;
    }
  }
  return left.filter(({ amount }) => amount > 0);
}

function checkLines(
  checks: Checks,
  sale: Sale,
  earlier: readonly Refund[],
  fields: RefundFields,
  locations: readonly string[],
): readonly RefundLine[] {
  const already = returnedOf(sale, earlier);
  const seen = new Set<number>();
  const lines = fields.lines
    .filter(({ quantity }) => !['', '0'].includes(quantity.trim()))
    .flatMap(({ line: at, quantity: typed, location }): readonly RefundLine[] => {
      const line = sale.body.lines[at];
      const quantity = readQuantity(typed);
      const field = `lines.${at}`;
      if (!line || seen.has(at)) {
        checks.refuse(field, 'notFound');
        return [];
      }
      seen.add(at);
      const left = line.quantity - (already[at] ?? 0);
      if (quantity === null || quantity > left) {
        checks.refuse(field, 'refundTooMany', { left });
        return [];
      }
      if (location !== '' && !locations.includes(location)) checks.refuse(field, 'notFound');
      const { product, sku, name, spec, category, unit, factor } = line;
      const amount = worthOf(line, already[at] ?? 0, quantity);
      return [{ product, sku, name, spec, category, unit, factor, quantity, line: at, location, amount }];
    });
  if (lines.length === 0 && checks.refusals.length === 0) checks.refuse('lines', 'refundEmpty');
  return lines;
}

export const refundSale: Command<MakeRefund> = {
  type: 'sale.refund',
  roles: DESK_ROLES,
  books: true,
  reads: ({ sale, fields }) => [
    { name: 'sale', collection: 'ledger', ids: [sale] },
    { name: 'refunds', collection: 'ledger', ids: refundIds(sale) },
    { name: 'reversals', collection: 'ledger', ids: refundIds(sale).map(reversalId) },
    invoiceRead(sale),
    accountsRead(fields.payments),
  ],
  decide: ({ sale: id, fields }, loaded, context) => {
    const sale = loaded.sale?.find((doc): doc is Sale => doc.kind === 'sale');
    if (!sale) return refuse({ code: 'notFound' });
    const all = (loaded.refunds ?? []) as readonly Refund[];
    const earlier = standing(all, loaded.reversals ?? []);
    if (all.length >= MAX_REFUNDS) return refuse({ code: 'refundTooOften' });
    const checks = new Checks();
    const session = needSession(checks, context);
    const lines = checkLines(checks, sale, earlier, fields, context.settings.locations);
    const total = lines.reduce((sum, { amount }) => sum + amount, 0);
    const reason = checks.text('reason', fields.reason, { max: 200, required: true });
    const invoice = invoiceNow(sale.body.invoice, (loaded.invoice ?? []) as readonly InvoiceStep[]);
    const redInvoice = checks.text('redInvoice', fields.redInvoice, {
      max: 40,
      required: invoice.state === 'issued',
    });
    const approval = checks.refusals.length > 0 ? null : leadApproval(checks, 'approval', [sale.by], context);
    const left = leftByTender(sale, earlier);
    const payments =
      checks.refusals.length > 0
        ? null
        : checkPayments(
            checks,
            fields.payments,
            { total, direction: 'out', among: left.map(({ tender }) => tender) },
            loaded,
            context,
          );
    payments?.forEach(({ tender, account }, at) => {
      const of = (all: readonly Payment[]): number =>
        all
          .filter((one) => one.tender === tender && one.account === account)
          .reduce((sum, { amount }) => sum + amount, 0);
      if (of(payments) > of(left)) checks.refuse(`payments.${at}.amount`, 'refundOtherTender');
    });
    if (!payments || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = {
      sale: id,
      saleNo: sale.body.no ?? '',
      lines,
      total,
      payments,
      reason,
      redInvoice,
      approval,
    };
    const entry = newEntry(`refund:${id}:${all.length + 1}`, 'refund', 'sale.refund', body, context, session);
    return accept({ collection: 'ledger', doc: entry, number: 'refund' });
  },
};
