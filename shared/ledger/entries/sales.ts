/** Sales, what came back of them, and their invoices (DOMAIN §4). */
import type { Envelope } from '../../core/envelope';
import type { Signature, StaffMark } from '../../signatures/signature';
import type { Customer, EntryBody, Invoice, Payment, ProductLine } from './parts';

export interface SaleLine extends ProductLine {
  readonly location: string;
  /** Per unit, as listed for the day. */
  readonly price: number;
  readonly pricing: 'list' | 'member';
  /** Off this line, typed by the clerk. */
  readonly discount: number;
  /** This line's part of the discount and rounding (抹零) on the whole sale. */
  readonly share: number;
  /** quantity × price − discount − share; 0 for a gift. */
  readonly amount: number;
  readonly gift: boolean;
}

export interface SaleBody extends EntryBody {
  readonly lines: readonly SaleLine[];
  readonly discount: number;
  readonly rounding: number;
  readonly total: number;
  readonly payments: readonly Payment[];
  readonly customer: Customer;
  readonly invoice: Invoice;
  /** Why a discount or gift was given, or ''. */
  readonly reason: string;
  /** Lead who approved a discount above the limit. */
  readonly approval: StaffMark | null;
  /** Signatory of an on-account tender. */
  readonly signature: Signature | null;
  readonly remark: string;
}
export type Sale = Envelope<'sale', string, SaleBody>;

export interface RefundLine extends ProductLine {
  /** Line of the sale, from 0. */
  readonly line: number;
  /** Where the goods go back to; '' when they are not fit for sale and do not come back. */
  readonly location: string;
  readonly amount: number;
}

/** Id `refund:<sale id>:<k>`, k from 1: two desks refunding one sale meet in one id. */
export interface RefundBody extends EntryBody {
  readonly sale: string;
  readonly saleNo: string;
  readonly lines: readonly RefundLine[];
  readonly total: number;
  /** Back the way it was paid (原路退回). */
  readonly payments: readonly Payment[];
  readonly reason: string;
  /** Number of the red invoice (红冲) where the sale had one, or ''. */
  readonly redInvoice: string;
  readonly approval: StaffMark | null;
}
export type Refund = Envelope<'refund', string, RefundBody>;

/** A later step of an invoice. Id `invoice:<entry id>` for the first issue. */
export interface InvoiceStepBody extends EntryBody {
  readonly of: string;
  readonly ofNo: string;
  readonly step: 'asked' | 'issued' | 'red';
  readonly title: string;
  readonly taxNo: string;
  readonly number: string;
}
export type InvoiceStep = Envelope<'invoiceStep', string, InvoiceStepBody>;
