/** What the entries of one month moved per product, whatever the location (transfers cancel out). */
import { effects } from '../ledger/effects';
import type { StockRow } from '../ledger/moves';
import type { LedgerEntry } from '../ledger/schema';

export interface ProductSums {
  /** Opening stock of a new register, counted among 期初. */
  opening: number;
  openingAmount: number;
  /** Purchases less supplier returns, which undo a purchase at the cost they are credited with. */
  received: number;
  receivedAmount: number;
  /** Sales less customer returns. */
  sold: number;
  revenue: number;
  /** Scrapped, used, given away, count differences: out less in. */
  otherOut: number;
  /** Of the month's own stocktake, in less out. */
  adjusted: number;
}

export type MonthSums = Map<string, ProductSums>;

const none = (): ProductSums => ({
  opening: 0,
  openingAmount: 0,
  received: 0,
  receivedAmount: 0,
  sold: 0,
  revenue: 0,
  otherOut: 0,
  adjusted: 0,
});

function addRow(sums: ProductSums, { move, quantity, value }: StockRow, ofCount: boolean): void {
  switch (move) {
    case 'opening':
      sums.opening += quantity;
      sums.openingAmount += value;
      return;
    case 'received':
    case 'supplierReturn':
      sums.received += quantity;
      sums.receivedAmount += value;
      return;
    case 'sold':
    case 'returned':
      sums.sold -= quantity;
      sums.revenue += value;
      return;
    case 'scrapped':
    case 'used':
    case 'gift':
      sums.otherOut -= quantity;
      return;
    case 'counted':
      sums.otherOut -= quantity;
      if (ofCount) sums.adjusted += quantity;
      return;
    case 'transfer':
      return;
  }
}

/** True for what a count posted and for its reversal. */
function belongsTo(entry: LedgerEntry, count: string): boolean {
  if (count === '') return false;
  if (entry.kind === 'countAdjustment') return entry.body.count === count;
  return entry.kind === 'reversal' && entry.body.of === `adj:${count}`;
}

/** Sums of entries per product; `count` is the month's stocktake or ''. */
export function sumsOf(entries: readonly LedgerEntry[], count: string): MonthSums {
  const all: MonthSums = new Map();
  for (const entry of entries) {
    const ofCount = belongsTo(entry, count);
    for (const row of effects(entry).stock) {
      let sums = all.get(row.product);
      if (!sums) all.set(row.product, (sums = none()));
      addRow(sums, row, ofCount);
    }
  }
  return all;
}
