/** 核对: every month computed anew from the raw entries and compared with what is kept. */
import { closedMonths, monthOf } from '@shared/ledger/months';
import type { LedgerEntry, MonthClose, MonthLine } from '@shared/ledger/schema';
import { monthOfDay, monthsBetween, standingCloses } from '@shared/month-end/months';
import { closingOf, monthLines, type Closing } from '@shared/month-end/report';
import { useDirectory } from './directory';
import { closeMarks, closingAt, firstMonth, undisturbed } from './month-closings';
import { loadProducts, productsNow } from './products';
import { byIds, range } from './read';
import { today } from './session';

export interface MonthDifference {
  readonly month: string;
  readonly product: string;
  readonly field: string;
  readonly kept: number;
  readonly computed: number;
}

export interface Verification {
  readonly months: number;
  readonly entries: number;
  readonly differences: readonly MonthDifference[];
}

const FIGURES = [
  'opening',
  'openingAmount',
  'received',
  'receivedAmount',
  'sold',
  'revenue',
  'soldCost',
  'otherOut',
  'otherOutAmount',
  'closing',
  'closingAmount',
  'unitCost',
  'adjusted',
] as const satisfies readonly (keyof MonthLine)[];

function ofClose(month: string, kept: readonly MonthLine[], lines: readonly MonthLine[]): MonthDifference[] {
  const computed = new Map(lines.map((line) => [line.product, line]));
  return kept.flatMap((line) =>
    FIGURES.flatMap((field) => {
      const now = computed.get(line.product)?.[field] ?? 0;
      return line[field] === now
        ? []
        : [{ month, product: line.product, field, kept: line[field], computed: now }];
    }),
  );
}

function ofClosing(month: string, kept: Closing, computed: Closing): MonthDifference[] {
  return [...new Set([...Object.keys(kept), ...Object.keys(computed)])].flatMap((product) =>
    (['quantity', 'amount'] as const).flatMap((field) => {
      const before = kept[product]?.[field] ?? 0;
      const now = computed[product]?.[field] ?? 0;
      return before === now ? [] : [{ month, product, field, kept: before, computed: now }];
    }),
  );
}

/** Costs a closed month took from the products' records, which may have changed since. */
function costsOf(close: MonthClose | undefined): Closing {
  const lines = close?.body.lines.filter(({ opening, received }) => opening + received <= 0) ?? [];
  return Object.fromEntries(
    lines.map(({ product, unitCost }) => [product, { quantity: 0, amount: 0, unitCost }]),
  );
}

/** Goes through the whole ledger; `progress` hears each month that is done. */
export function verifyMonths(progress: (done: number, all: number) => void): Promise<Verification> {
  return undisturbed(async () => {
    const from = await firstMonth();
    if (from === null) return { months: 0, entries: 0, differences: [] };
    await loadProducts();
    const standing = standingCloses(await closeMarks());
    const closes = await byIds<MonthClose>(
      'ledger',
      [...standing.values()].map(({ id }) => id),
    );
    const closed = closedMonths(closes);
    const frozen = new Map(closes.map((close) => [close.body.month, close]));
    const months = monthsBetween(from, monthOfDay(today()));
    const waiting = new Map<string, LedgerEntry[]>();
    const differences: MonthDifference[] = [];
    let opening: Closing = {};
    let entries = 0;
    for (const [at, month] of months.entries()) {
      for (const entry of await range<LedgerEntry>('ledger', 'day', [month], [`${month}-99`])) {
        entries += 1;
        const counts = monthOf(entry, closed);
        const list = waiting.get(counts);
        if (list) list.push(entry);
        else waiting.set(counts, [entry]);
      }
      const close = frozen.get(month);
      const lines = monthLines({
        month,
        opening: { ...costsOf(close), ...opening },
        entries: waiting.get(month) ?? [],
        products: productsNow(),
        count: close?.body.count ? { id: close.body.count.id, reasons: {} } : null,
        categories: useDirectory.getState().settings.productCategories,
        treatments: {},
      });
      waiting.delete(month);
      if (close) differences.push(...ofClose(month, close.body.lines, lines));
      else differences.push(...ofClosing(month, await closingAt(month), closingOf(lines)));
      opening = closingOf(lines);
      progress(at + 1, months.length);
    }
    return { months: months.length, entries, differences };
  });
}
