/** A till's session from its opening to finance's signature, and petty cash (DOMAIN §5). */
import type { Envelope } from '../../core/envelope';
import type { Later, Signature, StaffMark } from '../../signatures/signature';
import type { EntryBody, Tender } from './parts';

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
  /** `later`: finance receives it in the browser (`depositReceived`). */
  readonly receiver: Signature | Later;
  /** Why less than what waited was handed on, or ''. */
  readonly reason: string;
  readonly remark: string;
}
export type Deposit = Envelope<'deposit', string, DepositBody>;

/** Finance received a deposit that was handed on without them. Id `received:<deposit id>`. */
export interface DepositReceivedBody extends EntryBody {
  readonly of: string;
  readonly ofNo: string;
  readonly receiver: Signature;
}
export type DepositReceived = Envelope<'depositReceived', string, DepositReceivedBody>;

/** The original of a paper signature is filed (DOMAIN §2). Id `paper:<entry id>`. */
export interface PaperFiledBody extends EntryBody {
  readonly of: string;
  readonly ofNo: string;
  readonly archiveNo: string;
}
export type PaperFiled = Envelope<'paperFiled', string, PaperFiledBody>;
