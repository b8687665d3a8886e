/** The lines of a count with their figures: what the page, the sheet and the approval look at. */
import type { Settings } from '../core/settings';
import { bookAt, lateAt, type Ground } from './book';
import { byKey, figureOf, keyText, linesOf, type PlacedLine } from './lines';
import type { Count, CountLine } from './schema';

/** A line as it stands; quantities are base units. */
export interface CountRow extends PlacedLine {
  readonly key: string;
  readonly line: CountLine | null;
  readonly first: number | null;
  /** The last recount, null while there is none. */
  readonly recount: number | null;
  readonly counted: number | null;
  readonly book: number;
  /** counted − book, 0 while not counted. */
  readonly difference: number;
  /** Entries that came in after the figure was taken and were reckoned in. */
  readonly late: number;
  readonly reason: string;
  readonly needsRecount: boolean;
  readonly needsReason: boolean;
  readonly skipped: boolean;
}

/** All lines, place by place, each by its shelf. An approved count shows what was approved. */
export function rowsOf(
  count: Count,
  lines: readonly CountLine[],
  ground: Ground,
  { recountThreshold }: Pick<Settings, 'recountThreshold'>,
): readonly CountRow[] {
  const counted = byKey(lines);
  const final = new Map((count.body.final ?? []).map((line) => [keyText(line), line]));
  const skipped = new Set(count.body.skipped.map(keyText));
  return linesOf(count).map((placed): CountRow => {
    const key = keyText(placed);
    const line = counted.get(key) ?? null;
    const base = { ...placed, key, line, skipped: skipped.has(key) };
    if (!line)
      return {
        ...base,
        first: null,
        recount: null,
        counted: null,
        book: ground.books.stock[placed.product]?.[placed.location] ?? 0,
        difference: 0,
        late: 0,
        reason: '',
        needsRecount: false,
        needsReason: false,
      };
    const figure = figureOf(line);
    const frozen = final.get(key);
    const book = frozen?.book ?? bookAt(figure, placed, ground);
    const difference = figure.quantity - book;
    const recounted = line.body.figures.length > 1;
    return {
      ...base,
      first: line.body.figures[0]?.quantity ?? null,
      recount: recounted ? figure.quantity : null,
      counted: figure.quantity,
      book,
      difference,
      late: lateAt(figure, placed, ground).length,
      reason: line.body.reason,
      needsRecount: !frozen && Math.abs(difference) > recountThreshold && !recounted,
      needsReason: !frozen && difference !== 0 && line.body.reason === '',
    };
  });
}

/** True while the book and whatever it follows from must not be seen (blind mode, DOMAIN §4). */
export const isHidden = ({ status, body }: Pick<Count, 'status' | 'body'>): boolean =>
  body.blind && status === 'counting';

/** Base units counted of each product over all its places; products with a line not counted are left out. */
export function countedQuantities(count: Count, lines: readonly CountLine[]): ReadonlyMap<string, number> {
  const counted = byKey(lines);
  const sums = new Map<string, number>();
  for (const { product, locations } of count.body.products) {
    const found = locations.map((location) => counted.get(keyText({ product, location })));
    if (found.some((line) => line === undefined)) continue;
    sums.set(
      product,
      found.reduce((sum, line) => sum + (line ? figureOf(line).quantity : 0), 0),
    );
  }
  return sums;
}
