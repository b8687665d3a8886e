/** Fees, and the pre-numbered stock some of them use up (DOMAIN §5). */
import type { Envelope } from '../../core/envelope';
import type { Signature, StaffMark } from '../../signatures/signature';
import type { Customer, EntryBody, Invoice, Payment } from './parts';

export interface FeeBody extends EntryBody {
  /** Name of the fee type in the settings. */
  readonly type: string;
  readonly customer: Customer;
  readonly agreementNo: string;
  readonly cardNo: string;
  readonly receiptNo: string;
  readonly amount: number;
  readonly payments: readonly Payment[];
  readonly invoice: Invoice;
  /** Preparation list, every item ticked before money was taken. */
  readonly checklist: readonly string[];
  readonly signature: Signature | null;
  readonly remark: string;
}
export type Fee = Envelope<'fee', string, FeeBody>;

export const NUMBERED_STOCKS = ['card', 'agreement', 'receiptBook'] as const;
export type NumberedStockKind = (typeof NUMBERED_STOCKS)[number];
/** 领入 发出 收回 作废 退领: `returned` takes an issued piece back, `withdrawn` gives blank ones back to their source. */
export const NUMBERED_MOVES = ['received', 'issued', 'returned', 'voided', 'withdrawn'] as const;
export type NumberedMove = (typeof NUMBERED_MOVES)[number];
/** Blank cards, agreements, receipt books (DOMAIN §5). */
export interface NumberedStockBody extends EntryBody {
  readonly stock: NumberedStockKind;
  readonly move: NumberedMove;
  /** First and last number, equal for one piece. */
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  /** Fee the piece was issued with, or ''. */
  readonly fee: string;
  readonly reason: string;
  readonly approval: StaffMark | null;
}
export type NumberedStock = Envelope<'numberedStock', string, NumberedStockBody>;

/** A count of numbered stock. Ranges as text, e.g. `HY000101–HY000150`; a difference is posted as moves of the same act. */
export interface NumberedCountBody extends EntryBody {
  readonly stock: NumberedStockKind;
  readonly book: readonly string[];
  readonly counted: readonly string[];
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
  readonly bookQuantity: number;
  readonly countedQuantity: number;
  readonly reason: string;
  /** Lead who approved a difference. */
  readonly approval: StaffMark | null;
}
export type NumberedCount = Envelope<'numberedCount', string, NumberedCountBody>;
