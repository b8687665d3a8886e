/** What an entry moves: rows of stock, money, income, accounts and custody, as `effects.ts` derives them. */
import type { Tender } from './entries/parts';

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
