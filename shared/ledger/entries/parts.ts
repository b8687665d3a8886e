/** What entries of the ledger are made of: tenders, payments, invoices, customers, lines of goods. */
import type { BodyBase } from '../../core/envelope';

export const TENDERS = [
  'cash',
  'card',
  'wechat',
  'alipay',
  'transfer',
  'voucher',
  'member',
  'onAccount',
] as const;
export type Tender = (typeof TENDERS)[number];

/** Tenders that bring money or paper a till must hand on; the other two move an account. */
export const TILL_TENDERS = ['cash', 'card', 'wechat', 'alipay', 'transfer', 'voucher'] as const;

/** One tender of an act. The clerk saw the money arrive before it was recorded (待确认收款). */
export interface Payment {
  readonly tender: Tender;
  /** Above 0; of cash what stays after change. */
  readonly amount: number;
  /** Cash handed over before change; 0 for other tenders and for money paid out. */
  readonly given: number;
  /** POS terminal or merchant account, or ''. */
  readonly terminal: string;
  /** Last digits of the transaction, or the voucher's number, or ''. */
  readonly ref: string;
  /** Member or on-account account, else ''. */
  readonly account: string;
}

/** Invoice state (DOMAIN §4): a 收据 is not an invoice. */
export interface Invoice {
  readonly state: 'none' | 'toIssue' | 'issued';
  readonly title: string;
  readonly taxNo: string;
  readonly number: string;
}

/** Whom an act concerns; every part may be ''. */
export interface Customer {
  readonly name: string;
  readonly phone: string;
  readonly memberNo: string;
}

/** What every entry carries. `log` holds the one act that made it. */
export interface EntryBody extends BodyBase {
  /** Dense per desk, from 1; given by the gateway. */
  readonly n: number;
}

/** A product as it stood when an act moved it. */
export interface ProductLine {
  readonly product: string;
  readonly sku: string;
  readonly name: string;
  readonly spec: string;
  readonly category: string;
  /** Unit the quantity counts, the base unit or the pack. */
  readonly unit: string;
  readonly quantity: number;
  /** Base units in one `unit`. */
  readonly factor: number;
}
