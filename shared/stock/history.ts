/** A product's history: every move with the entry behind it and the balance after it (DOMAIN §4). */
import { effects } from '../ledger/effects';
import type { StockMove } from '../ledger/moves';
import type { LedgerEntry } from '../ledger/schema';

export interface HistoryRow {
  readonly id: string;
  readonly entry: LedgerEntry;
  readonly move: StockMove;
  readonly location: string;
  /** Base units in (+) or out (−). */
  readonly quantity: number;
  /** On hand after it, in the places listed. */
  readonly balance: number;
}

export interface History {
  /** On hand before the first row. */
  readonly opening: number;
  /** Oldest first. */
  readonly rows: readonly HistoryRow[];
  readonly closing: number;
}

const inOrder = (a: LedgerEntry, b: LedgerEntry): number =>
  a.at.localeCompare(b.at) || a.desk.localeCompare(b.desk) || a.body.n - b.body.n;

/**
 * Moves of a product within `entries`, which are all those from a day until now; what was there before is
 * what is on hand now less their sum.
 * @param now on hand now in these places
 * @param to last business day listed
 */
export function historyOf(
  entries: readonly LedgerEntry[],
  product: string,
  { location, now, to }: { readonly location: string; readonly now: number; readonly to: string },
): History {
  const moves = [...entries].sort(inOrder).flatMap((entry) =>
    effects(entry)
      .stock.filter(
        (row) =>
          row.product === product && row.quantity !== 0 && (location === '' || row.location === location),
      )
      .map((row, at) => ({ id: `${entry.id} ${at}`, entry, ...row })),
  );
  const opening = now - moves.reduce((sum, { quantity }) => sum + quantity, 0);
  let balance = opening;
  const rows = moves
    .filter(({ entry }) => entry.day <= to)
    .map(({ id, entry, move, location: place, quantity }): HistoryRow => {
      balance += quantity;
      return { id, entry, move, location: place, quantity, balance };
    });
  return { opening, rows, closing: balance };
}
