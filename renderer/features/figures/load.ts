/** Figures of a month out of the ledger; sums of other months are kept while the entries up to them stay as many. */
import { monthSum, type MonthFigures, type MonthSum } from '@shared/figures/month';
import { shopFigures } from '@shared/figures/shop';
import type { LedgerEntry } from '@shared/ledger/schema';
import { closingAt, countingEntries, undisturbed } from '../../data/month-closings';
import { loadProducts } from '../../data/products';
import { byIds, count } from '../../data/read';

export interface LoadedMonth extends MonthFigures {
  readonly entries: readonly LedgerEntry[];
  /** What reversals take back, by id. */
  readonly originals: ReadonlyMap<string, LedgerEntry>;
}

/** Everything a month's figures are made of. */
export async function loadMonth(month: string): Promise<LoadedMonth> {
  await loadProducts();
  const [entries, closing] = await undisturbed(() => Promise.all([countingEntries(month), closingAt(month)]));
  // The cost of the month's report, so that both show one profit.
  const costs = Object.fromEntries(Object.entries(closing).map(([id, { unitCost }]) => [id, unitCost]));
  const originals = new Map(entries.map((entry) => [entry.id, entry]));
  const elsewhere = entries.flatMap((entry) =>
    entry.kind === 'reversal' && !originals.has(entry.body.of) ? [entry.body.of] : [],
  );
  for (const entry of await byIds<LedgerEntry>('ledger', elsewhere)) originals.set(entry.id, entry);
  return { month, entries, originals, figures: shopFigures(entries, originals), costs };
}

const sums = new Map<string, { readonly entries: number; readonly sum: MonthSum }>();

/** A month's sums for the chart of the year. */
export async function loadSum(month: string): Promise<MonthSum> {
  const entries = await count('ledger', 'day', ['0'], [`${month}-99`]);
  const kept = sums.get(month);
  if (kept?.entries === entries) return kept.sum;
  const sum = monthSum(await loadMonth(month));
  sums.set(month, { entries, sum });
  return sum;
}
