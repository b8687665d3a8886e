/** Money on accounts, deposits for loans, and tips (DOMAIN §4–5). */
import type { Envelope } from '../../core/envelope';
import type { Signature, StaffMark } from '../../signatures/signature';
import type { Customer, EntryBody, Payment } from './parts';

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
