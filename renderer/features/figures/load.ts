/**
 * Figures of a month out of the ledger. Costs come apart from the rest: the first time they go through every
 * month there was. Sums of months are kept until an entry of theirs or of an earlier month comes.
 */
import { monthSum, type MonthFigures, type MonthSum } from '@shared/figures/month';
import type { UnitCosts } from '@shared/figures/profit';
import { shopFigures } from '@shared/figures/shop';
import type { LedgerEntry } from '@shared/ledger/schema';
import { onChange } from '../../data/live';
import { closingAt, countingEntries, undisturbed } from '../../data/month-closings';
import { loadProducts } from '../../data/products';
import { byIds } from '../../data/read';

export interface LoadedMonth extends MonthFigures {
  readonly entries: readonly LedgerEntry[];
  /** What reversals take back, by id. */
  readonly originals: ReadonlyMap<string, LedgerEntry>;
}

/** Everything a month's figures are made of, but for its costs. */
export async function loadMonth(month: string): Promise<LoadedMonth> {
  await loadProducts();
  const entries = await undisturbed(() => countingEntries(month));
  const originals = new Map(entries.map((entry) => [entry.id, entry]));
  const elsewhere = entries.flatMap((entry) =>
    entry.kind === 'reversal' && !originals.has(entry.body.of) ? [entry.body.of] : [],
  );
  for (const entry of await byIds<LedgerEntry>('ledger', elsewhere)) originals.set(entry.id, entry);
  return { month, entries, originals, figures: shopFigures(entries, originals), costs: null };
}

/** The cost of the month's report, so that both show one profit. */
export async function loadCosts(month: string): Promise<UnitCosts> {
  const closing = await closingAt(month);
  return Object.fromEntries(Object.entries(closing).map(([id, { unitCost }]) => [id, unitCost]));
}

const sums = new Map<string, MonthSum>();

onChange(({ collection, docs }) => {
  if (collection !== 'ledger') return;
  // An entry changes its own month and, through costs and late entries, those after it.
  const first = docs.reduce((least, { day }) => (day < least ? day : least), '9').slice(0, 7);
  for (const month of sums.keys()) if (month >= first) sums.delete(month);
});

/** A month's sums for the chart of the year. */
export async function loadSum(month: string): Promise<MonthSum> {
  const kept = sums.get(month);
  if (kept) return kept;
  const sum = await undisturbed(async () =>
    monthSum({ ...(await loadMonth(month)), costs: await loadCosts(month) }),
  );
  sums.set(month, sum);
  return sum;
}
