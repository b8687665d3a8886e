/**
 * Numbers of blank cards, agreements and receipts (DOMAIN §5): `HY000101` is piece 101 of the series `HY` with
 * six digits. Ranges of one series; pure maths, whatever the order in which they are given.
 */

/** Pieces `first` to `last`, both included. */
export interface PieceRange {
  readonly prefix: string;
  /** Digits of the number, leading noughts included. */
  readonly width: number;
  readonly first: number;
  readonly last: number;
}

/** Longest number: its digits stay a safe integer. */
const PATTERN = /^([\p{L}\p{N}]{1,12}-|[\p{L}\p{N}]{0,12}?)(\d{1,12})$/u;

/** Most pieces in one move. */
export const MAX_PIECES = 100_000;

/** A typed number as it is stored: full-width forms and small letters become plain capitals. */
export function cleanPiece(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}

/** A number's series and place in it; null when it does not end in digits. */
export function parsePiece(
  typed: string,
): { readonly prefix: string; readonly width: number; readonly at: number } | null {
  const [, prefix = '', digits = ''] = PATTERN.exec(cleanPiece(typed)) ?? [];
  return digits === '' ? null : { prefix, width: digits.length, at: Number(digits) };
}

/** The range between two numbers of one series, '' as the last means one piece; null when they are none. */
export function rangeOf(from: string, to: string): PieceRange | null {
  const first = parsePiece(from);
  const last = to.trim() === '' ? first : parsePiece(to);
  if (!first || !last || first.prefix !== last.prefix || first.width !== last.width) return null;
  return first.at > last.at
    ? null
    : { prefix: first.prefix, width: first.width, first: first.at, last: last.at };
}

export const sizeOf = ({ first, last }: PieceRange): number => last - first + 1;

export const piecesIn = (ranges: readonly PieceRange[]): number =>
  ranges.reduce((sum, range) => sum + sizeOf(range), 0);

/** The number of one piece, e.g. `HY000101`. */
export function pieceText({ prefix, width }: Pick<PieceRange, 'prefix' | 'width'>, at: number): string {
  return prefix + String(at).padStart(width, '0');
}

/** `HY000101–HY000150`, or one number alone. */
export function rangeText(range: PieceRange): string {
  const first = pieceText(range, range.first);
  return range.first === range.last ? first : `${first}–${pieceText(range, range.last)}`;
}

const seriesOf = ({ prefix, width }: PieceRange): string => `${prefix} ${width}`;

/** How often a range counts: each piece's level is the sum over the ranges that hold it. */
export interface Level {
  readonly range: PieceRange;
  readonly level: number;
}

/**
 * The level of every piece that has one, as ranges in order, neighbours of one level joined; pieces of level 0
 * are left out. The sum does not depend on the order of the changes.
 */
export function levelsOf(changes: readonly Level[]): readonly Level[] {
  const series = new Map<string, Level[]>();
  for (const change of changes) {
    const mine = series.get(seriesOf(change.range));
    if (mine) mine.push(change);
    else series.set(seriesOf(change.range), [change]);
  }
  return [...series]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, mine]) => {
      const steps = new Map<number, number>();
      const step = (at: number, by: number): void => void steps.set(at, (steps.get(at) ?? 0) + by);
      for (const { range, level } of mine) {
        step(range.first, level);
        step(range.last + 1, -level);
      }
      const levels: Level[] = [];
      let level = 0;
      let since = 0;
      const { prefix, width } = (mine[0] as Level).range;
      for (const [at, by] of [...steps].sort(([a], [b]) => a - b)) {
        if (by === 0) continue;
        if (level !== 0) levels.push({ range: { prefix, width, first: since, last: at - 1 }, level });
        level += by;
        since = at;
      }
      return levels;
    });
}

/** The parts of `range` with the levels they have, those of level 0 among them, in order. */
export function levelsWithin(levels: readonly Level[], range: PieceRange): readonly Level[] {
  const parts: Level[] = [];
  let at = range.first;
  const upTo = (last: number, level: number): void => {
    if (last >= at) parts.push({ range: { ...range, first: at, last }, level });
    at = Math.max(at, last + 1);
  };
  for (const { range: other, level } of levels) {
    if (seriesOf(other) !== seriesOf(range) || other.last < range.first || other.first > range.last) continue;
    upTo(other.first - 1, 0);
    upTo(Math.min(other.last, range.last), level);
  }
  upTo(range.last, 0);
  return parts;
}

/** Pieces of `ranges` that are not among `without`. Overlaps within either count once. */
export function lessPieces(
  ranges: readonly PieceRange[],
  without: readonly PieceRange[],
): readonly PieceRange[] {
  const gone = levelsOf(without.map((range) => ({ range, level: 1 })));
  return levelsOf(ranges.map((range) => ({ range, level: 1 }))).flatMap(({ range }) =>
    levelsWithin(gone, range)
      .filter(({ level }) => level === 0)
      .map((part) => part.range),
  );
}

/**
 * Ranges as somebody types them, one a line or apart by commas: `HY000101-HY000150, HY000160`. `bad` holds the
 * first part that is none, or ''.
 */
export function parseRanges(typed: string): { readonly ranges: readonly PieceRange[]; readonly bad: string } {
  const ranges: PieceRange[] = [];
  for (const part of typed.split(/[\n,，、;；]+/u).map((text) => text.trim())) {
    if (part === '') continue;
    // A number may hold a dash of its own (`HY-0001`); a range of such is written with 至, ~ or –.
    const [from = '', to = ''] = /[–—~～至]/u.test(part)
      ? part.split(/[–—~～至]+/u)
      : (/^(.*\d)\s*-\s*(.*\d)$/u.exec(part)?.slice(1) ?? [part]);
    const range = rangeOf(from, to) ?? rangeOf(part, '');
    if (!range) return { ranges, bad: part };
    ranges.push(range);
  }
  return { ranges, bad: '' };
}
