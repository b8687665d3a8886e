/** `sale.make`: goods are sold; one immutable entry with all its tenders (DOMAIN §4). */
import type { Account } from '../accounts/schema';
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import { checkInvoice, type InvoiceFields } from '../ledger/invoice';
import { accountsRead, checkPayments, MAX_MONEY, type PaymentInput } from '../ledger/payments';
import { needSession } from '../ledger/sessions';
import { checkSignatory, type SignatoryFields } from '../ledger/signatory';
import type { Product } from '../products/schema';
import { leadApproval } from '../signatures/lead-approval';
import { needsLead } from './discount-limit';
import { readOff, type Off } from './off';
import { priceSale, type LineInput } from './price-sale';
import { unsold } from './scan';

/** A line as typed: amounts as text. */
export interface TypedLine {
  readonly product: string;
  readonly packed: boolean;
  readonly quantity: string;
  readonly discount: string;
  readonly gift: boolean;
}

export interface SaleFields extends InvoiceFields, SignatoryFields {
  readonly lines: readonly TypedLine[];
  /** Member account whose prices hold, or ''. */
  readonly member: string;
  readonly discount: string;
  readonly rounding: string;
  /** Why something is given away. */
  readonly reason: string;
  readonly customerName: string;
  readonly customerPhone: string;
  readonly payments: readonly PaymentInput[];
  readonly remark: string;
}

export interface MakeSale {
  readonly id: string;
  readonly fields: SaleFields;
}

/** Most units of one line: more is a barcode read into the quantity. */
export const MAX_QUANTITY = 9_999;

/** A typed quantity, or null when it is no whole number above 0. */
export function readQuantity(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  const quantity = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return quantity > 0 ? quantity : null;
}

function checkOff(checks: Checks, field: string, typed: string): Off {
  const off = readOff(typed);
  if (off === null) checks.refuse(field, 'badDiscount');
  return off ?? 0;
}

function checkLines(
  checks: Checks,
  typed: readonly TypedLine[],
  products: ReadonlyMap<string, Product>,
  day: string,
): readonly LineInput[] {
  if (typed.length === 0) checks.refuse('lines', 'saleEmpty');
  return typed.map((line, at): LineInput => {
    const field = `lines.${at}`;
    const product = products.get(line.product);
    const reason = product ? unsold(product, day) : 'notFound';
    if (reason) checks.refuse(field, reason, { name: product?.body.name ?? '' });
    const quantity = readQuantity(line.quantity);
    if (quantity === null) checks.refuse(`${field}.quantity`, 'badQuantity', { max: MAX_QUANTITY });
    return {
      product: line.product,
      packed: line.packed,
      quantity: quantity ?? 1,
      discount: checkOff(checks, `${field}.discount`, line.discount),
      gift: line.gift,
    };
  });
}

export const makeSale: Command<MakeSale> = {
  type: 'sale.make',
  roles: DESK_ROLES,
  books: true,
  reads: ({ id, fields }) => [
    { name: 'self', collection: 'ledger', ids: [id] },
    {
      name: 'products',
      collection: 'products',
      ids: [...new Set(fields.lines.map(({ product }) => product))],
    },
    { name: 'member', collection: 'directory', ids: fields.member === '' ? [] : [fields.member] },
    accountsRead(fields.payments),
  ],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.self?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const session = needSession(checks, context);
    const products = new Map(
      ((loaded.products ?? []) as readonly Product[]).map((product) => [product.id, product]),
    );
    const lines = checkLines(checks, fields.lines, products, context.day);
    const member = loaded.member?.find((doc): doc is Account => doc.kind === 'account');
    const off = checkOff(checks, 'discount', fields.discount);
    const rounding = checks.money('rounding', fields.rounding) ?? 0;
    const [location = ''] = context.settings.locations;
    const priced = priceSale(
      { lines, member: member !== undefined, discount: off, rounding },
      products,
      location,
      context.day,
    );
    const { discount } = priced;
    priced.lines.forEach((line, at) => {
      if (line.discount > line.quantity * line.price)
        checks.refuse(`lines.${at}.discount`, 'discountTooHigh');
    });
    if (priced.total < 0) checks.refuse(discount > 0 ? 'discount' : 'rounding', 'discountTooHigh');
    if (priced.total > MAX_MONEY) checks.refuse('lines', 'saleTooLarge');
    const gives = priced.givenAway > 0 || rounding > context.settings.roundingLimitFen;
    const reason = checks.text('reason', fields.reason, { max: 200, required: gives });
    const approval =
      needsLead(priced, rounding, context.settings) && checks.refusals.length === 0
        ? leadApproval(checks, 'approval', [context.actor.id], context)
        : null;
    const invoice = checkInvoice(checks, fields);
    const customer = {
      name: checks.text('customerName', fields.customerName, { max: 40 }) || (member?.body.name ?? ''),
      phone: checks.phone('customerPhone', fields.customerPhone) || (member?.body.phone ?? ''),
      memberNo: member?.body.accountNo ?? '',
    };
    const remark = checks.text('remark', fields.remark, { max: 200 });
    const payments =
      checks.refusals.length > 0
        ? null
        : checkPayments(checks, fields.payments, { total: priced.total, direction: 'in' }, loaded, context);
    const signature = checkSignatory(checks, fields, fields.payments, loaded, context);
    if (!payments || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = {
      lines: priced.lines,
      discount,
      rounding,
      total: priced.total,
      payments,
      customer,
      invoice,
      reason,
      approval,
      signature,
      remark,
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'sale', 'sale.make', body, context, session),
      number: 'sale',
    });
  },
};
