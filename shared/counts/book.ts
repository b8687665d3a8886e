/**
 * The book as of the moment a line was counted (DOMAIN §4). It is worked out backwards: what the books hold now less
 * every move entered after that moment. So it is right whatever was sold meanwhile and in whatever order records of
 * other desks come in.
 */
import type { Context, Loaded, Read } from '../core/command';
import { onHand, type Books } from '../ledger/books';
import { effects } from '../ledger/effects';
import { placeOf } from '../ledger/entry';
import type { Cut, LedgerEntry } from '../ledger/schema';
import { keyText } from './lines';
import type { Figure, LineKey } from './schema';

type Placed = Pick<LedgerEntry, 'desk' | 'at'> & { readonly body: { readonly n: number } };

/** True for entries a cut holds. */
export const within = (cut: Cut, { desk, body }: Placed): boolean => body.n <= (cut[desk] ?? 0);

/**
 * True when an entry happened before a figure was taken: known to the counting desk then, or of another desk, with an
 * earlier time, and come in late. The desk's own entries go by their number alone, whatever its clock said.
 */
export function isBefore(entry: Placed, figure: Figure): boolean {
  return within(figure.cut, entry) || isLate(entry, figure);
}

/** Of another desk, from before the figure, but not known when it was taken. */
export function isLate(entry: Placed, figure: Figure): boolean {
  return !within(figure.cut, entry) && entry.desk !== figure.desk && entry.at <= figure.at;
}

interface Move {
  readonly entry: LedgerEntry;
  readonly quantity: number;
  /** It corrects the book by another count, so it is in the book of this one whenever it was approved. */
  readonly settled: boolean;
}

/** True for the adjustment of another count: what it put right must not be found missing a second time. */
export const isSettled = (entry: LedgerEntry, count: string): boolean =>
  entry.kind === 'countAdjustment' && entry.body.count !== count;

/** What a book at a moment is worked out of. */
export interface Ground {
  readonly books: Books;
  /** Moves entered since the count's opening time, by line. */
  readonly moves: ReadonlyMap<string, readonly Move[]>;
}

/** The ground of one count. @param since all entries beyond its `opening`; more do no harm. */
export function groundOf(books: Books, since: readonly LedgerEntry[], count: string): Ground {
  const moves = new Map<string, Move[]>();
  for (const entry of since)
    for (const { product, location, quantity } of effects(entry).stock) {
      if (quantity === 0) continue;
      const key = keyText({ product, location });
      const list = moves.get(key);
      const move = { entry, quantity, settled: isSettled(entry, count) };
      if (list) list.push(move);
      else moves.set(key, [move]);
    }
  return { books, moves };
}

/** Base units the books held of a line when a figure was taken. */
export function bookAt(figure: Figure, line: LineKey, { books, moves }: Ground): number {
  let held = onHand(books, line.product, line.location);
  for (const { entry, quantity, settled } of moves.get(keyText(line)) ?? [])
    if (!settled && !isBefore(entry, figure)) held -= quantity;
  return held;
}

/** Base units moved by entries that came in late: the book was worked out anew with them. */
export function lateAt(figure: Figure, line: LineKey, { moves }: Ground): readonly LedgerEntry[] {
  return (moves.get(keyText(line)) ?? [])
    .filter(({ entry, settled }) => !settled && isLate(entry, figure))
    .map(({ entry }) => entry);
}

/** Beyond any desk's running number. */
const LAST = 999_999_999;
const SINCE = 'since:';

/** Every entry beyond a cut, desk by desk by its running number. */
export function readsSince(
  cut: Cut,
  books: Pick<Books, 'seen'>,
): readonly Extract<Read, { readonly index: string }>[] {
  return Object.keys(books.seen).map((desk) => ({
    name: `${SINCE}${desk}`,
    collection: 'ledger',
    index: 'status',
    from: [placeOf(desk, (cut[desk] ?? 0) + 1)],
    to: [placeOf(desk, LAST)],
  }));
}

/** A cut without its last entries, so that what stands at it is read too. */
export const justBefore = (cut: Cut): Cut =>
  Object.fromEntries(Object.entries(cut).map(([desk, n]) => [desk, n - 1]));

/** The ground a command with `books` and `readsSince` decides on. */
export function loadedGround(loaded: Loaded, books: NonNullable<Context['books']>, count: string): Ground {
  const since = Object.entries(loaded)
    .filter(([name]) => name.startsWith(SINCE))
    .flatMap(([, docs]) => docs as readonly LedgerEntry[]);
  return groundOf(books, since, count);
}
