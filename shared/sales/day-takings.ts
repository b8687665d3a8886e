/** The day's takings for Today, from the day's sales and what was given back since; no more of sales than that. */
import type { Refund, Sale } from '../ledger/entries/sales';

export interface DayTakings {
  /** Number of sales. */
  readonly count: number;
  /** Fen, refunds of these sales taken out. */
  readonly total: number;
}

/** Refunds of other days' sales are passed over, as in the list of the day's sales. */
export function dayTakings(sales: readonly Sale[], refunds: readonly Refund[]): DayTakings {
  const ids = new Set(sales.map(({ id }) => id));
  const given = refunds.filter(({ body }) => ids.has(body.sale));
  return {
    count: sales.length,
    total:
      sales.reduce((sum, { body }) => sum + body.total, 0) -
      given.reduce((sum, { body }) => sum + body.total, 0),
  };
}
