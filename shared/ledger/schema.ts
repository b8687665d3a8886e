/**
 * The `ledger` collection: one act of money or stock is one immutable entry (DESIGN §2). `status` is the
 * entry's place `A-000000123` (desk and running number `n`), `key` the till session its money went through.
 * What an entry moves is derived by `effects.ts`, never stored twice. Money is fen, quantities whole base units.
 */
import type { Envelope } from '../core/envelope';
import type { StaffMark } from '../signatures/signature';
import type { Fee, NumberedCount, NumberedStock } from './entries/fees';
import type {
  AccountSettlement,
  BalanceReturned,
  DepositReturned,
  DepositTaken,
  TipTaken,
  TipsPaid,
  TopUp,
} from './entries/money';
import type { EntryBody, ProductLine } from './entries/parts';
import type { InvoiceStep, Refund, Sale } from './entries/sales';
import type { CountAdjustment, GoodsReceived, OtherOut, Transfer } from './entries/stock';
import type {
  Deposit,
  DepositReceived,
  PaidIn,
  PaidOut,
  PaperFiled,
  TillHandover,
  TillOpen,
  TillSeal,
} from './entries/tills';
import type { Effects } from './moves';

/** Takes an entry back: its moves with the sign turned, money out of today's session. Id `reversal:<entry id>`. */
export interface ReversalBody extends EntryBody {
  readonly of: string;
  readonly ofKind: EntryKind;
  readonly ofNo: string;
  readonly reason: string;
  readonly approval: StaffMark;
  readonly effects: Effects;
}
export type Reversal = Envelope<'reversal', string, ReversalBody>;

/** One product's month, also the row of 商品进销存月报. Amounts at cost unless said. */
export interface MonthLine extends Omit<ProductLine, 'quantity' | 'factor'> {
  readonly opening: number;
  readonly openingAmount: number;
  readonly received: number;
  readonly receivedAmount: number;
  readonly sold: number;
  readonly revenue: number;
  readonly soldCost: number;
  /** All other moves out less moves in, transfers aside. */
  readonly otherOut: number;
  readonly otherOutAmount: number;
  readonly closing: number;
  readonly closingAmount: number;
  /** Weighted average cost of a base unit in 1/10000 yuan (fen × 100), so that yuan keep 4 decimals (FORMS). */
  readonly unitCost: number;
  /** Base units the month's stocktake found more (+) or fewer (−) than the book; part of `otherOut`, sign turned. */
  readonly adjusted: number;
  /** Base units counted, rolled on to the end of the month; null when the stocktake did not hold the product. */
  readonly counted: number | null;
  /** Selling price of a base unit on the month's last day, fen. */
  readonly price: number;
  /** Why the count differed, and what is done about it 处理意见; each may be ''. */
  readonly reason: string;
  readonly treatment: string;
}

/** The stocktake a month is closed by. */
export interface MonthCount {
  readonly id: string;
  readonly no: string;
  /** 盘点时点: ISO instant. */
  readonly at: string;
  readonly counter: string;
  /** Lead who approved it 监盘人. */
  readonly supervisor: string;
}

/** 补记: an entry dated in a closed month that counts in this one. */
export interface LateEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly no: string;
  readonly day: string;
  /** Desk and running number. */
  readonly place: string;
}

/** Last `n` per desk that a closed month holds. */
export type Cut = Readonly<Record<string, number>>;

/** Id `close:<month>:<round>`. */
export interface MonthCloseBody extends EntryBody {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly round: number;
  readonly cut: Cut;
  /** Entries dated in the month that the cut holds; any more are late. */
  readonly entries: number;
  readonly count: MonthCount | null;
  readonly lines: readonly MonthLine[];
  readonly late: readonly LateEntry[];
  /** Desks that had not declared themselves complete. */
  readonly silent: readonly string[];
  /** Tax in the prices, per cent, for the sheet without tax. */
  readonly taxPercent: number;
  /** Why it was closed without a stocktake, or a remark, or ''. */
  readonly note: string;
}
export type MonthClose = Envelope<'monthClose', string, MonthCloseBody>;

/** Id `reopen:<month>:<round of the close>`: finance together with the manager. */
export interface MonthReopenBody extends EntryBody {
  readonly month: string;
  readonly round: number;
  readonly reason: string;
  readonly approval: StaffMark;
}
export type MonthReopen = Envelope<'monthReopen', string, MonthReopenBody>;

export type LedgerEntry =
  | Sale
  | Refund
  | InvoiceStep
  | TopUp
  | BalanceReturned
  | Fee
  | Reversal
  | DepositTaken
  | DepositReturned
  | TipTaken
  | TipsPaid
  | AccountSettlement
  | PaidIn
  | PaidOut
  | GoodsReceived
  | OtherOut
  | Transfer
  | CountAdjustment
  | TillOpen
  | TillHandover
  | TillSeal
  | Deposit
  | DepositReceived
  | PaperFiled
  | MonthClose
  | MonthReopen
  | NumberedStock
  | NumberedCount;

export type EntryKind = LedgerEntry['kind'];
