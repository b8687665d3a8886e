/** Accounts of the `directory` collection (DOMAIN §4): members' stored value and firms that sign. Balances are derived. */
import type { BodyBase, Envelope } from '../core/envelope';

export interface AccountBody extends BodyBase {
  /** 储值 or 挂账. */
  readonly type: 'member' | 'onAccount';
  /** Member number, or the club's number of the on-account agreement; unique. */
  readonly accountNo: string;
  /** Person, or firm. */
  readonly name: string;
  readonly phone: string;
  /** Who may sign for an on-account account. */
  readonly signatories: readonly string[];
  /** Fen that may be owed at one time; 0 for members. */
  readonly limit: number;
  readonly remark: string;
}
export type Account = Envelope<'account', 'active' | 'closed', AccountBody>;
