/** The day's takings for Today, from the day's sales and what was given back since; no more of sales than that. */
import type { Refund, Sale } from '../ledger/entries/sales';
import { standing } from '../ledger/standing';

export interface DayTakings {
  /** Number of sales. */
  readonly count: number;
  /** Fen, refunds of these sales taken out. */
  readonly total: number;
}

/** Refunds of other days' sales and those taken back are passed over, as in the list of the day's sales. */
export function dayTakings(
  sales: readonly Sale[],
  refunds: readonly Refund[],
  reversals: readonly { readonly id: string }[],
): DayTakings {
  const ids = new Set(sales.map(({ id }) => id));
  const given = standing(
    refunds.filter(({ body }) => ids.has(body.sale)),
    reversals,
  );
  return {
    count: sales.length,
    total:
      sales.reduce((sum, { body }) => sum + body.total, 0) -
      given.reduce((sum, { body }) => sum + body.total, 0),
  };
}
