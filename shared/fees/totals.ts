/** Sums of listed fees: per type and per tender, reversed ones taken out (DOMAIN §5). */
import type { Fee } from '../ledger/entries/fees';
import { TENDERS, type Tender } from '../ledger/entries/parts';
import type { Reversal } from '../ledger/schema';

/** A fee with what happened to it since. */
export interface FeeRow {
  readonly id: string;
  readonly fee: Fee;
  readonly reversal: Reversal | null;
}

export interface FeeSum {
  readonly key: string;
  readonly count: number;
  readonly amount: number;
}

function grouped(rows: readonly (readonly [key: string, amount: number])[]): readonly FeeSum[] {
  const sums = new Map<string, { count: number; amount: number }>();
  for (const [key, amount] of rows) {
    const sum = sums.get(key) ?? { count: 0, amount: 0 };
    sums.set(key, { count: sum.count + 1, amount: sum.amount + amount });
  }
  return [...sums].map(([key, sum]) => ({ key, ...sum }));
}

const standing = (rows: readonly FeeRow[]): readonly FeeRow[] => rows.filter(({ reversal }) => !reversal);

/** One sum a type, the largest first. */
export function feesByType(rows: readonly FeeRow[]): readonly FeeSum[] {
  return [...grouped(standing(rows).map(({ fee }) => [fee.body.type, fee.body.amount] as const))].sort(
    (a, b) => b.amount - a.amount,
  );
}

/** One sum a tender, in the house's order. */
export function feesByTender(rows: readonly FeeRow[]): readonly FeeSum[] {
  const order = (key: string): number => TENDERS.indexOf(key as Tender);
  return [
    ...grouped(
      standing(rows).flatMap(({ fee }) =>
        fee.body.payments.map(({ tender, amount }) => [tender, amount] as const),
      ),
    ),
  ].sort((a, b) => order(a.key) - order(b.key));
}

export const feeTotal = (rows: readonly FeeRow[]): number =>
  standing(rows).reduce((sum, { fee }) => sum + fee.body.amount, 0);
