/**
 * The `ledger` collection: one act of money or stock is one immutable entry (DESIGN §2). `status` is the
 * entry's place `A-000000123` (desk and running number `n`), `key` the till session its money went through.
 * What an entry moves is derived by `effects.ts`, never stored twice. Money is fen, quantities whole base units.
 */
import type { BodyBase, Envelope } from '../core/envelope';
import type { Signature, StaffMark } from '../signatures/signature';

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

/** Money a member leaves with the club: a liability. */
export interface TopUpBody extends EntryBody {
  readonly account: string;
  readonly accountNo: string;
  readonly customer: Customer;
  readonly amount: number;
  readonly payments: readonly Payment[];
  readonly remark: string;
}
export type TopUp = Envelope<'topUp', string, TopUpBody>;

/** A member's money given back: the rest of a balance, or a part of it. */
export interface BalanceReturnedBody extends EntryBody {
  readonly account: string;
  readonly accountNo: string;
  readonly customer: Customer;
  readonly amount: number;
  /** What goes back to the customer. */
  readonly payments: readonly Payment[];
  readonly reason: string;
  readonly approval: StaffMark;
  readonly signature: Signature;
}
export type BalanceReturned = Envelope<'balanceReturned', string, BalanceReturnedBody>;

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

export const LOAN_ITEMS = ['clubs', 'key', 'umbrella', 'locker', 'cart', 'other'] as const;

/** A security deposit 押金 and what was lent for it; `amount` 0 is a loan without one. */
export interface DepositTakenBody extends EntryBody {
  readonly customer: Customer;
  readonly item: (typeof LOAN_ITEMS)[number];
  readonly itemNo: string;
  readonly description: string;
  readonly amount: number;
  /** Rental charged now: income. */
  readonly rental: number;
  /** ISO instant by which the thing comes back, or `NEVER_DUE`. */
  readonly backBy: string;
  /** amount + rental. */
  readonly payments: readonly Payment[];
  readonly signature: Signature | null;
  readonly remark: string;
}
export type DepositTaken = Envelope<'depositTaken', string, DepositTakenBody>;

/** Id `return:<depositTaken id>`. amount taken = returned + kept. */
export interface DepositReturnedBody extends EntryBody {
  readonly of: string;
  readonly ofNo: string;
  readonly returned: number;
  readonly kept: number;
  /** Why something was kept, or ''. */
  readonly reason: string;
  /** Late or further rental charged now, paid by `charged`. */
  readonly lateFee: number;
  /** What goes back to the customer, the way it came. */
  readonly payments: readonly Payment[];
  readonly charged: readonly Payment[];
  readonly signature: Signature | null;
  readonly approval: StaffMark | null;
}
export type DepositReturned = Envelope<'depositReturned', string, DepositReturnedBody>;

/** 代收小费: somebody else's money. */
export interface TipTakenBody extends EntryBody {
  /** For whom, e.g. a caddie with number. */
  readonly receiver: string;
  readonly amount: number;
  readonly payments: readonly Payment[];
  readonly customer: Customer;
  readonly remark: string;
}
export type TipTaken = Envelope<'tipTaken', string, TipTakenBody>;

/** Tips of one receiver paid out in cash. Id `tips:<first tip id>`. */
export interface TipsPaidBody extends EntryBody {
  readonly receiver: string;
  readonly tips: readonly { readonly id: string; readonly no: string; readonly amount: number }[];
  readonly amount: number;
  readonly signature: Signature | null;
}
export type TipsPaid = Envelope<'tipsPaid', string, TipsPaidBody>;

/** An on-account account pays (part of) what it owes. */
export interface AccountSettlementBody extends EntryBody {
  readonly account: string;
  readonly accountNo: string;
  readonly accountName: string;
  readonly settles: readonly { readonly entry: string; readonly no: string; readonly amount: number }[];
  readonly amount: number;
  readonly payments: readonly Payment[];
  readonly remark: string;
}
export type AccountSettlement = Envelope<'accountSettlement', string, AccountSettlementBody>;

/** Cash put into or taken out of the till beside sales (零星收支). */
export interface PettyCashBody extends EntryBody {
  readonly amount: number;
  /** One of the settings' purposes. */
  readonly purpose: string;
  readonly counterpart: string;
  readonly voucherNo: string;
  readonly approval: StaffMark | null;
  readonly remark: string;
}
export type PaidIn = Envelope<'paidIn', string, PettyCashBody>;
export type PaidOut = Envelope<'paidOut', string, PettyCashBody>;

export interface ReceivedLine extends ProductLine {
  /** Cost of one unit. */
  readonly price: number;
  readonly amount: number;
}
/** Goods in: a purchase (with or without an order), or the opening stock of a new register. */
export interface GoodsReceivedBody extends EntryBody {
  readonly source: 'purchase' | 'opening';
  readonly location: string;
  readonly supplier: string;
  readonly supplierName: string;
  /** Purchase order, or ''. */
  readonly order: string;
  readonly orderNo: string;
  readonly deliveryNote: string;
  readonly lines: readonly ReceivedLine[];
  readonly amount: number;
  readonly remark: string;
}
export type GoodsReceived = Envelope<'goodsReceived', string, GoodsReceivedBody>;

export const OUT_REASONS = ['supplierReturn', 'scrapped', 'used', 'gift'] as const;
/** Goods out that were not sold: 退供应商 报损 领用 赠送. */
export interface OtherOutBody extends EntryBody {
  readonly reason: (typeof OUT_REASONS)[number];
  readonly location: string;
  /** Supplier's name, department, or who received; or ''. */
  readonly counterpart: string;
  /** `price` and `amount` are at cost and matter for a supplier return only, else 0. */
  readonly lines: readonly ReceivedLine[];
  readonly approval: StaffMark | null;
  readonly remark: string;
}
export type OtherOut = Envelope<'otherOut', string, OtherOutBody>;

/** 调拨 between locations, 补架 among them. */
export interface TransferBody extends EntryBody {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly ProductLine[];
  readonly remark: string;
}
export type Transfer = Envelope<'transfer', string, TransferBody>;

export interface AdjustmentLine extends ProductLine {
  readonly location: string;
  /** Counted − book, in base units, never 0; `quantity` is its size and `factor` 1. */
  readonly difference: number;
  readonly reason: string;
}
/** 盘盈/盘亏, posted by approving a count. Id `adj:<count id>`. */
export interface CountAdjustmentBody extends EntryBody {
  readonly count: string;
  readonly countNo: string;
  readonly lines: readonly AdjustmentLine[];
  readonly approval: StaffMark;
}
export type CountAdjustment = Envelope<'countAdjustment', string, CountAdjustmentBody>;

/** Pieces per denomination, keyed by its fen: `{"10000": 3, "5000": 1}`. */
export type CashPieces = Readonly<Record<string, number>>;

export const CHECK_OUTCOMES = ['matches', 'amountDiffers', 'slipMissing', 'otherShift'] as const;

/** One tender at the end of a session. difference = actual − expected: 长款 above 0, 短款 below. */
export interface TenderCheck {
  readonly tender: Tender;
  readonly expected: number;
  readonly actual: number;
  readonly outcome: (typeof CHECK_OUTCOMES)[number];
  /** POS batch number, or ''. */
  readonly batchNo: string;
  readonly slips: number;
}

/** One payment that did not match. */
export interface PaymentException {
  readonly entry: string;
  readonly no: string;
  readonly tender: Tender;
  readonly amount: number;
  readonly outcome: Exclude<(typeof CHECK_OUTCOMES)[number], 'matches'>;
  readonly note: string;
}

/** The count of a blind close as it was committed, before anything was shown (DOMAIN §6). */
export interface FirstCount {
  readonly pieces: CashPieces;
  /** Fen per tender, cash by its pieces. */
  readonly actual: Readonly<Partial<Record<Tender, number>>>;
  readonly at: string;
}

/**
 * What a closed session leaves, common to handover and night seal. Id `end:<number of the closed session>`: two
 * desks or a double Enter that close one session meet in one id.
 */
export interface SessionCloseBody extends EntryBody {
  readonly session: string;
  readonly sessionNo: string;
  readonly pieces: CashPieces;
  /** Every tender the session saw, cash always among them. */
  readonly checks: readonly TenderCheck[];
  readonly exceptions: readonly PaymentException[];
  /** Counted cash that stays in the till for the next session. */
  readonly float: number;
  /** Of a blind close, else null. */
  readonly first: FirstCount | null;
  /** Why there is a difference, or ''. */
  readonly reason: string;
  /** Lead who approved a difference. */
  readonly approval: StaffMark | null;
  readonly leaving: StaffMark;
  readonly items: {
    readonly receiptFrom: string;
    readonly receiptTo: string;
    readonly keys: string;
    readonly cards: string;
    readonly equipment: string;
    readonly deposits: string;
  };
  readonly note: string;
}

/** Closes `session` and opens the next, whose id is this entry's and whose number is `no`. */
export interface TillHandoverBody extends SessionCloseBody {
  readonly taking: StaffMark;
  /** Name of the shift that takes over. */
  readonly shift: string;
}
export type TillHandover = Envelope<'tillHandover', string, TillHandoverBody>;

/** 封存待接: no successor at night. */
export interface TillSealBody extends SessionCloseBody {
  readonly sealNo: string;
  readonly safe: string;
  readonly witness: StaffMark;
}
export type TillSeal = Envelope<'tillSeal', string, TillSealBody>;

/** Opens a session, whose id is this entry's and whose number is `no`. */
export interface TillOpenBody extends EntryBody {
  readonly pieces: CashPieces;
  readonly float: number;
  /** The night seal taken over, or '' for a till's first float. Id is then `open:<number of the sealed session>`. */
  readonly from: string;
  /** Float under the seal, or `float` for the first. */
  readonly expected: number;
  readonly reason: string;
  readonly opener: StaffMark;
  /** Name of the shift it is opened for. */
  readonly shift: string;
}
export type TillOpen = Envelope<'tillOpen', string, TillOpenBody>;

/** 款项上交: money and slips of closed sessions to finance. */
export interface DepositBody extends EntryBody {
  readonly lines: readonly {
    readonly session: string;
    readonly sessionNo: string;
    /** Business day and shift of the session, as printed. */
    readonly day: string;
    readonly shift: string;
    readonly tender: Tender;
    readonly amount: number;
    /** Still waiting after this deposit. */
    readonly left: number;
    readonly slips: number;
  }[];
  readonly total: number;
  readonly bankSlipNo: string;
  readonly receiver: Signature;
  /** Why less than what waited was handed on, or ''. */
  readonly reason: string;
  readonly remark: string;
}
export type Deposit = Envelope<'deposit', string, DepositBody>;

/** The original of a paper signature is filed (DOMAIN §2). Id `paper:<entry id>`. */
export interface PaperFiledBody extends EntryBody {
  readonly of: string;
  readonly ofNo: string;
  readonly archiveNo: string;
}
export type PaperFiled = Envelope<'paperFiled', string, PaperFiledBody>;

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
  | PaperFiled
  | MonthClose
  | MonthReopen
  | NumberedStock
  | NumberedCount;

export type EntryKind = LedgerEntry['kind'];

export const STOCK_MOVES = [
  'opening',
  'received',
  'sold',
  'returned',
  'supplierReturn',
  'scrapped',
  'used',
  'gift',
  'transfer',
  'counted',
] as const;
export type StockMove = (typeof STOCK_MOVES)[number];

/** Base units in (+) or out (−) of a location. `value`: purchase cost of goods in and supplier returns, net revenue of goods sold and returned (signed like money), else 0. */
export interface StockRow {
  readonly product: string;
  readonly location: string;
  readonly quantity: number;
  readonly move: StockMove;
  readonly value: number;
}

export const MONEY_FLOWS = [
  'sale',
  'refund',
  'fee',
  'rental',
  'topUp',
  'securityDeposit',
  'tip',
  'settlement',
  'paidIn',
  'paidOut',
  'float',
  'difference',
  'handedOn',
] as const;
export type MoneyFlow = (typeof MONEY_FLOWS)[number];

/** Money in (+) or out (−) of a session under one tender. The rows of a closed session sum to 0 per tender. */
export interface MoneyRow {
  readonly session: string;
  readonly tender: Tender;
  readonly amount: number;
  readonly flow: MoneyFlow;
}

/** What the club earned (+) or gave back (−): never other people's money. */
export interface IncomeRow {
  readonly source: 'goods' | 'fee' | 'rental' | 'depositKept';
  readonly amount: number;
}

/** Member account: the customer's money with us. On account: what the customer owes us. */
export interface AccountRow {
  readonly account: string;
  readonly amount: number;
}

/** Something not settled yet, under the entry that began it; 0 in sum is settled. */
export interface OpenRow {
  readonly ref: string;
  readonly kind: 'securityDeposit' | 'loan' | 'tip' | 'receivable' | 'sealedFloat';
  readonly account: string;
  readonly amount: number;
}

/** Money of a closed session that waits to be deposited with finance. */
export interface CustodyRow {
  readonly session: string;
  readonly tender: Tender;
  readonly amount: number;
}

/** Everything an entry moves. */
export interface Effects {
  readonly stock: readonly StockRow[];
  readonly money: readonly MoneyRow[];
  readonly income: readonly IncomeRow[];
  readonly accounts: readonly AccountRow[];
  readonly open: readonly OpenRow[];
  readonly custody: readonly CustodyRow[];
}
