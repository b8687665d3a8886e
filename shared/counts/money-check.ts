/**
 * Quantity must agree with money (DOMAIN §4): what the morning count says was sold since the last approved count,
 * against what was recorded, and what was recorded against the money that was counted or settled. Pure; the period is
 * that of the tills: from the opening time of the count before to the opening time of this one, desk by desk. Money
 * is fen, quantities are base units.
 */
import { onHand, type Books } from '../ledger/books';
import { effects, isTillTender } from '../ledger/effects';
import { TENDERS, type Tender } from '../ledger/entries/parts';
import type { TillHandover, TillOpen, TillSeal } from '../ledger/entries/tills';
import type { MoneyFlow, StockMove } from '../ledger/moves';
import type { Cut, LedgerEntry } from '../ledger/schema';
import { adjustmentId } from './approve';
import { bookAt, isSettled, within, type Ground } from './book';
import { figureOf, keyText, linesOf } from './lines';
import type { Count, CountLine, CountProduct } from './schema';

/** One side of the check: what stock tells of a product or a group. shouldSell = opening + received − otherOut − counted. */
export interface QuantityCheck {
  readonly opening: number;
  readonly received: number;
  readonly otherOut: number;
  /** Counted, rolled back to opening time. */
  readonly counted: number;
  readonly shouldSell: number;
  readonly recorded: number;
  /** shouldSell − recorded: above 0 goods are missing. */
  readonly difference: number;
  /** difference at the price of the day. */
  readonly value: number;
}

export interface ProductCheck extends QuantityCheck {
  readonly of: CountProduct;
}

export interface GroupCheck extends QuantityCheck {
  readonly category: string;
}

/** The other side: one tender. recorded = sales + fees + topUps + others; difference = actual − recorded. */
export interface TenderMoney {
  readonly tender: Tender;
  readonly sales: number;
  readonly fees: number;
  readonly topUps: number;
  readonly others: number;
  readonly recorded: number;
  readonly actual: number;
  readonly difference: number;
}

export interface MoneyCheck {
  /** First and last business day of the money looked at; '' while there was none. */
  readonly from: string;
  readonly to: string;
  readonly products: readonly ProductCheck[];
  readonly groups: readonly GroupCheck[];
  readonly tenders: readonly TenderMoney[];
  /** Recorded net sales + what is missing at the price of the day. */
  readonly shouldSell: number;
  /** Fees, top-ups, deposits and other flows as recorded. */
  readonly flows: number;
  /** shouldSell + flows. */
  readonly should: number;
  readonly actual: number;
  /** actual − should = Σ differences of the tenders − Σ values of the products. */
  readonly difference: number;
  /** Products and tenders that differ: they carry the difference. None: quantity agrees with money. */
  readonly productsOff: readonly ProductCheck[];
  readonly tendersOff: readonly TenderMoney[];
}

export interface MoneyCheckInput {
  readonly count: Count;
  readonly lines: readonly CountLine[];
  readonly books: Books;
  /** Opening time of the count before; `{}` for the first count. */
  readonly from: Cut;
  /** Every entry from those that stand at `from` itself on: it may be the one that opened a session. */
  readonly entries: readonly LedgerEntry[];
  readonly ground: Ground;
}

const IN: readonly StockMove[] = ['received', 'opening'];
const SOLD: readonly StockMove[] = ['sold', 'returned'];

type Column = 'sales' | 'fees' | 'topUps' | 'others';
const COLUMN_OF: Readonly<Record<MoneyFlow, Column | null>> = {
  sale: 'sales',
  refund: 'sales',
  fee: 'fees',
  rental: 'others',
  topUp: 'topUps',
  securityDeposit: 'others',
  tip: 'others',
  settlement: 'others',
  paidIn: 'others',
  paidOut: 'others',
  float: null,
  difference: null,
  handedOn: null,
};

type Closing = TillHandover | TillSeal;
const isClosing = (entry: LedgerEntry): entry is Closing =>
  entry.kind === 'tillHandover' || entry.kind === 'tillSeal';

/** Sums of a list. */
const sum = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((all, one) => all + of(one), 0);

function quantities({ count, lines, books, from, entries, ground }: MoneyCheckInput): {
  readonly products: readonly ProductCheck[];
  readonly sales: number;
} {
  const { opening: until, previous } = count.body;
  const byLine = new Map(lines.map((line) => [keyText(line.body), line]));
  const sums = new Map<string, { received: number; otherOut: number; recorded: number; after: number }>();
  let sales = 0;
  for (const entry of entries) {
    const inPeriod = within(until, entry);
    // What the count before posted belongs to the opening stock, whenever it was approved; so does what other counts
    // put right since.
    if (within(from, entry) || entry.id === adjustmentId(previous)) continue;
    if (!inPeriod && isSettled(entry, count.id)) continue;
    for (const { product, quantity, move, value } of effects(entry).stock) {
      const moved = sums.get(product) ?? { received: 0, otherOut: 0, recorded: 0, after: 0 };
      sums.set(product, moved);
      if (!inPeriod) moved.after += quantity;
      else if (SOLD.includes(move)) {
        moved.recorded -= quantity;
        sales += value;
      } else if (IN.includes(move)) moved.received += quantity;
      else moved.otherOut -= quantity;
    }
  }
  const rolledBack = (product: string, location: string): number => {
    const line = byLine.get(keyText({ product, location }));
    if (!line) return 0;
    const figure = figureOf(line);
    const key = { product, location };
    // What moved in this place between opening time and the figure: book then less book at opening time.
    const afterOpening = sum(ground.moves.get(keyText(key)) ?? [], ({ entry, quantity, settled }) =>
      settled || within(until, entry) ? 0 : quantity,
    );
    const moved = bookAt(figure, key, ground) - (onHand(books, product, location) - afterOpening);
    return figure.quantity - moved;
  };
  const counted = new Map<string, number>();
  for (const { product, location } of linesOf(count))
    counted.set(product, (counted.get(product) ?? 0) + rolledBack(product, location));
  const products = count.body.products.map((of): ProductCheck => {
    const { received, otherOut, recorded, after } = sums.get(of.product) ?? {
      received: 0,
      otherOut: 0,
      recorded: 0,
      after: 0,
    };
    const opening = onHand(books, of.product) - after - received + otherOut + recorded;
    const there = counted.get(of.product) ?? 0;
    const shouldSell = opening + received - otherOut - there;
    const difference = shouldSell - recorded;
    return {
      of,
      opening,
      received,
      otherOut,
      counted: there,
      shouldSell,
      recorded,
      difference,
      value: difference * of.price,
    };
  });
  return { products, sales };
}

const PARTS = [
  'opening',
  'received',
  'otherOut',
  'counted',
  'shouldSell',
  'recorded',
  'difference',
  'value',
] as const satisfies readonly (keyof QuantityCheck)[];

/** Products summed up by their category, in the order in which categories first stand on the shelves. */
function grouped(products: readonly ProductCheck[]): readonly GroupCheck[] {
  const categories = [...new Set(products.map(({ of }) => of.category))];
  return categories.map((category) => {
    const mine = products.filter(({ of }) => of.category === category);
    const sums = Object.fromEntries(PARTS.map((part) => [part, sum(mine, (one) => one[part])]));
    return { category, ...(sums as Record<(typeof PARTS)[number], number>) };
  });
}

/** Cash a session began with. */
const floatOf = (entry: LedgerEntry | undefined): number =>
  entry?.kind === 'tillOpen' || entry?.kind === 'tillHandover' ? entry.body.float : 0;

/** Money of the sessions closed in the period; an opening that found more or less than was sealed is part of it. */
function moneyOf({ count, from, entries }: MoneyCheckInput): readonly TenderMoney[] {
  const { opening: until } = count.body;
  const inPeriod = entries.filter((entry) => !within(from, entry) && within(until, entry));
  const opened = new Map(entries.map((entry) => [entry.id, entry]));
  const closings = inPeriod.filter(isClosing);
  const openings = inPeriod.filter((entry): entry is TillOpen => entry.kind === 'tillOpen');
  const rows = inPeriod.flatMap((entry) => effects(entry).money);
  return TENDERS.flatMap((tender): readonly TenderMoney[] => {
    const mine = rows.filter((row) => row.tender === tender);
    const column = (wanted: Column): number =>
      sum(mine, ({ flow, amount }) => (COLUMN_OF[flow] === wanted ? amount : 0));
    const parts = {
      sales: column('sales'),
      fees: column('fees'),
      topUps: column('topUps'),
      others: column('others'),
    };
    const recorded = parts.sales + parts.fees + parts.topUps + parts.others;
    const checked = sum(closings, ({ key, body }) => {
      const found = sum(
        body.checks.filter((check) => check.tender === tender),
        ({ actual }) => actual,
      );
      return tender === 'cash' ? found - floatOf(opened.get(key)) : found;
    });
    const overnight = tender === 'cash' ? sum(openings, ({ body }) => body.float - body.expected) : 0;
    // Accounts have no till: the books themselves are what was settled.
    const actual = isTillTender(tender) ? checked + overnight : recorded;
    const money = { tender, ...parts, recorded, actual, difference: actual - recorded };
    return mine.length === 0 && actual === 0 ? [] : [money];
  });
}

/** The whole check. Only what is counted whole can be checked: ask `canCheck` first. */
export function moneyCheck(input: MoneyCheckInput): MoneyCheck {
  const { count, from, entries } = input;
  const { products, sales } = quantities(input);
  const tenders = moneyOf(input);
  const days = entries
    .filter((entry) => !within(from, entry) && within(count.body.opening, entry))
    // Of what went through the tills: opening them this morning is no business of today.
    .filter(({ key, kind }) => key !== '' && kind !== 'tillOpen')
    .map(({ day }) => day)
    .sort();
  const shouldSell = sales + sum(products, ({ value }) => value);
  const flows = sum(tenders, ({ fees, topUps, others }) => fees + topUps + others);
  const actual = sum(tenders, (tender) => tender.actual);
  return {
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    products,
    groups: grouped(products),
    tenders,
    shouldSell,
    flows,
    should: shouldSell + flows,
    actual,
    difference: actual - shouldSell - flows,
    productsOff: products.filter(({ difference }) => difference !== 0),
    tendersOff: tenders.filter(({ difference }) => difference !== 0),
  };
}

/** True when every line is counted; a line that was let pass leaves the sums without ground. */
export function canCheck(count: Count, lines: readonly CountLine[]): boolean {
  const counted = new Set(lines.map(({ body }) => keyText(body)));
  return linesOf(count).every((line) => counted.has(keyText(line)));
}

/** True when neither a product nor a tender carries a difference. */
export const agrees = ({ productsOff, tendersOff }: MoneyCheck): boolean =>
  productsOff.length === 0 && tendersOff.length === 0;
