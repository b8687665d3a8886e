/**
 * What every month left in stock and cost, so that any month's report is one closing and that month's
 * entries away. A closed month's closing is its frozen entry. The others are derived, kept outside RxDB
 * (`derived.ts`) and checked before use: entries never change, so a closing is right while every month up
 * to it still has as many entries as when it was made, the same months stand closed, and the costs it
 * fell back on are the products' still. Otherwise it is made anew from the last right one. While a desk pulls,
 * entries may stand before the products they name: what is made then lacks them and is not kept.
 */
import { monthOf } from '@shared/ledger/months';
import type { LedgerEntry, MonthClose, MonthReopen } from '@shared/ledger/schema';
import {
  monthOfDay,
  monthsBetween,
  previousMonth,
  standingCloses,
  type CloseMark,
} from '@shared/month-end/months';
import { closingOf, isKnown, monthLines, type Closing, type MonthInput } from '@shared/month-end/report';
import { loadDerived, saveDerived } from './derived';
import { useDirectory } from './directory';
import { logFault } from './faults';
import { onChange } from './live';
import { loadProducts, productsNow } from './products';
import { byIds, count, first, range } from './read';
import { today } from './session';

interface Kept {
  /** First month of the ledger, and how many entries each month from it on has. */
  readonly from: string;
  readonly counts: readonly number[];
  /** Last closed month below and its round, or ''. */
  readonly after: string;
  /** Costs taken from the product's record, for want of any purchase. */
  readonly costs: Readonly<Record<string, number>>;
  readonly products: readonly string[];
  /** Quantity, amount and unit cost of each product in turn. */
  readonly figures: Float64Array;
}

/** Grows with each change of the ledger, so that a reader notices what it may have missed. */
let changes = 0;
const counts = new Map<string, number>();
let marks: Promise<readonly CloseMark[]> | null = null;

onChange(({ collection, docs }) => {
  if (collection !== 'ledger') return;
  changes += 1;
  for (const { day } of docs) counts.delete(monthOfDay(day));
  if (docs.some(({ kind }) => kind === 'monthClose' || kind === 'monthReopen')) marks = null;
});

/** What has been read from the ledger is whole: nothing was written meanwhile. */
export async function undisturbed<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    const began = changes;
    const value = await read();
    if (began === changes) return value;
  }
}

function lightly(entry: MonthClose | MonthReopen): CloseMark {
  const { id, at, by } = entry;
  if (entry.kind === 'monthReopen') return { id, at, by, kind: entry.kind, body: entry.body };
  const { month, round, cut, entries } = entry.body;
  return { id, at, by, kind: entry.kind, body: { month, round, cut, entries } };
}

async function readMarks(): Promise<readonly CloseMark[]> {
  const closes = await range<MonthClose>('ledger', 'kind', ['monthClose'], ['monthClose']);
  const reopens = await range<MonthReopen>('ledger', 'kind', ['monthReopen'], ['monthReopen']);
  return [...closes, ...reopens].map(lightly);
}

/** Every close and reopening, without their lines. */
export function closeMarks(): Promise<readonly CloseMark[]> {
  marks ??= readMarks().catch((error: unknown) => {
    marks = null;
    throw error;
  });
  return marks;
}

/** The first month with entries, or null. */
export async function firstMonth(): Promise<string | null> {
  const entry = await first('ledger', 'day');
  return entry ? monthOfDay(entry.day) : null;
}

/** How many entries are dated in a month. */
async function entriesOf(month: string): Promise<number> {
  let known = counts.get(month);
  if (known === undefined) {
    const began = changes;
    known = await count('ledger', 'day', [month], [`${month}-99`]);
    if (began === changes) counts.set(month, known);
  }
  return known;
}

const keyOf = (month: string): string => `closing:${month}`;

const dated = (month: string): Promise<readonly LedgerEntry[]> =>
  range<LedgerEntry>('ledger', 'day', [month], [`${month}-99`]);

/** The entries that count in a month. */
export async function countingEntries(month: string): Promise<readonly LedgerEntry[]> {
  const standing = standingCloses(await closeMarks());
  const closed = Object.fromEntries([...standing].map(([one, { body }]) => [one, body.cut]));
  const here = (entry: LedgerEntry): boolean => monthOf(entry, closed) === month;
  const own = (await dated(month)).filter(here);
  const close = standing.get(month);
  if (close) {
    const [whole] = await byIds<MonthClose>('ledger', [close.id]);
    return [
      ...own,
      ...(await byIds<LedgerEntry>(
        'ledger',
        (whole?.body.late ?? []).map(({ id }) => id),
      )),
    ];
  }
  if (!standing.has(previousMonth(month))) return own;
  const late: LedgerEntry[] = [];
  for (const [earlier, { body }] of standing)
    if (earlier < month && (await entriesOf(earlier)) > body.entries) late.push(...(await dated(earlier)));
  const [first = month] = [...standing.keys()].sort();
  late.push(...(await range<LedgerEntry>('ledger', 'day', ['0'], [`${previousMonth(first)}-99`])));
  return [...own, ...late.filter(here)];
}

interface Ended {
  readonly closing: Closing;
  /** Every product that the entries up to it name was known. */
  readonly whole: boolean;
}

const NOTHING: Ended = { closing: {}, whole: true };

/** What a month's lines are made of beside its stocktake and remarks. */
export interface ReadInput extends Omit<MonthInput, 'count' | 'treatments'> {
  /** False while a product that its entries or those before name has not come to this desk: its lines are missing. */
  readonly whole: boolean;
}

export async function monthInput(month: string): Promise<ReadInput> {
  await loadProducts();
  const [before, entries] = await Promise.all([endOf(previousMonth(month)), countingEntries(month)]);
  const categories = useDirectory.getState().settings.productCategories;
  const products = productsNow();
  const whole = before.whole && isKnown(entries, products);
  return { month, opening: before.closing, entries, products, categories, whole };
}

async function isRight(kept: Kept, month: string, from: string, after: string): Promise<boolean> {
  const months = monthsBetween(from, month);
  if (kept.from !== from || kept.after !== after || kept.counts.length !== months.length) return false;
  const costs = new Map(productsNow().map(({ id, body }) => [id, body.cost]));
  if (Object.entries(kept.costs).some(([id, cost]) => costs.get(id) !== cost)) return false;
  const now = await Promise.all(months.map(entriesOf));
  return now.every((number, at) => number === kept.counts[at]);
}

function unpacked({ products, figures }: Kept): Closing {
  return Object.fromEntries(
    products.map((product, at) => {
      const [quantity = 0, amount = 0, unitCost = 0] = figures.subarray(at * 3, at * 3 + 3);
      return [product, { quantity, amount, unitCost }];
    }),
  );
}

/** What stood at the end of a month. */
export const closingAt = async (month: string): Promise<Closing> => (await endOf(month)).closing;

async function endOf(month: string): Promise<Ended> {
  const [from, all] = await Promise.all([firstMonth(), closeMarks(), loadProducts()]);
  if (from === null || month < from) return NOTHING;
  const standing = standingCloses(all);
  const close = standing.get(month);
  if (close) {
    const [frozen] = await byIds<MonthClose>('ledger', [close.id]);
    return { closing: closingOf(frozen?.body.lines ?? []), whole: true };
  }
  const closed = [...standing.values()].filter(({ body }) => body.month < month);
  const last = closed.reduce<(typeof closed)[number] | null>(
    (latest, one) => (latest && latest.body.month > one.body.month ? latest : one),
    null,
  );
  const after = last ? `${last.body.month}#${last.body.round}` : '';
  const kept = await loadDerived<Kept>(keyOf(month));
  if (kept && (await isRight(kept, month, from, after))) return { closing: unpacked(kept), whole: true };
  return undisturbed(() => build(month, from, after));
}

async function build(month: string, from: string, after: string): Promise<Ended> {
  const input = await monthInput(month);
  const lines = monthLines({ ...input, count: null, treatments: {} });
  const cost = new Map(input.products.map(({ id, body }) => [id, body.cost]));
  const costs = lines
    .filter(({ product, opening, received }) => !input.opening[product] && opening + received <= 0)
    .map(({ product }) => [product, cost.get(product) ?? 0] as const);
  const kept: Kept = {
    from,
    counts: await Promise.all(monthsBetween(from, month).map(entriesOf)),
    after,
    costs: Object.fromEntries(costs),
    products: lines.map(({ product }) => product),
    figures: Float64Array.from(lines.flatMap((line) => [line.closing, line.closingAmount, line.unitCost])),
  };
  const save = (): void =>
    void saveDerived(keyOf(month), kept).catch((error: unknown) => logFault('closings', error));
  // The current month changes with every sale: only what is over is kept.
  if (input.whole && month < monthOfDay(today())) save();
  return { closing: closingOf(lines), whole: input.whole };
}
