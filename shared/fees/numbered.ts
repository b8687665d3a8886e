/** What the moves of numbered stock add up to (DOMAIN §5): 结存 as ranges, whatever the order of the desks. */
import type { Read } from '../core/command';
import type { Checks } from '../core/field-checks';
import type { Period } from '../core/period';
import type { NumberedCount, NumberedMove, NumberedStock, NumberedStockKind } from '../ledger/entries/fees';
import type { LedgerEntry } from '../ledger/schema';
import {
  levelsOf,
  levelsWithin,
  MAX_PIECES,
  piecesIn,
  rangeOf,
  rangeText,
  sizeOf,
  type Level,
  type PieceRange,
} from './pieces';

/** Each piece's level: 1 when it is there. Below 0 or above 1, two desks moved it without knowing of each other. */
export interface PieceBook {
  readonly onHand: readonly Level[];
  /** 领入 less 退领. */
  readonly received: readonly Level[];
  /** 发出 less 收回. */
  readonly issued: readonly Level[];
}

/** By how much a move changes a piece's level on hand. */
const ON_HAND = { received: 1, issued: -1, returned: 1, voided: -1, withdrawn: -1 } as const satisfies Record<
  NumberedMove,
  number
>;

/** What a command on numbered stock reads: every move there ever was, some thousands in years. */
export const NUMBERED_READ: Read = {
  name: 'numbered',
  collection: 'ledger',
  index: 'kind',
  from: ['numberedStock', '0'],
  to: ['numberedStock', '9'],
};

/** The moved range; entries hold checked numbers. */
export function movedRange({ body }: NumberedStock): PieceRange {
  const range = rangeOf(body.from, body.to);
  if (!range) throw new RangeError(`no range ${body.from} ${body.to}`);
  return range;
}

/** The book of one stock. */
export function pieceBook(moves: readonly NumberedStock[], stock: NumberedStockKind): PieceBook {
  const mine = moves
    .filter(({ body }) => body.stock === stock)
    .map((entry) => ({ move: entry.body.move, range: movedRange(entry) }));
  const sums = (levelOf: (move: NumberedMove) => number): readonly Level[] =>
    levelsOf(
      mine.map(({ move, range }) => ({ range, level: levelOf(move) })).filter(({ level }) => level !== 0),
    );
  return {
    onHand: sums((move) => ON_HAND[move]),
    received: sums((move) => (move === 'received' ? 1 : move === 'withdrawn' ? -1 : 0)),
    issued: sums((move) => (move === 'issued' ? 1 : move === 'returned' ? -1 : 0)),
  };
}

const ranges = (levels: readonly Level[]): readonly PieceRange[] => levels.map(({ range }) => range);

/** 结存: the pieces on hand. */
export function onHandRanges({ onHand }: PieceBook): readonly PieceRange[] {
  return ranges(onHand.filter(({ level }) => level > 0));
}

/** Pieces that were issued twice, received twice or moved without ever having been received. */
export function doubtful({ onHand }: PieceBook): readonly PieceRange[] {
  return ranges(onHand.filter(({ level }) => level < 0 || level > 1));
}

/** The first piece on hand, offered as the next to issue; '' when there is none. */
export function nextPiece(book: PieceBook): string {
  const [first] = onHandRanges(book);
  return first ? rangeText({ ...first, last: first.first }) : '';
}

/** The first part of the range that a move may not touch, with why; null when it may. */
export function moveFault(
  book: PieceBook,
  move: NumberedMove,
  range: PieceRange,
): { readonly code: string; readonly no: string } | null {
  const at = (levels: readonly Level[], wrong: (level: number) => boolean): PieceRange | undefined =>
    levelsWithin(levels, range).find(({ level }) => wrong(level))?.range;
  const fault = (code: string, part: PieceRange | undefined): { code: string; no: string } | null =>
    part ? { code, no: rangeText(part) } : null;
  if (move === 'received')
    return fault(
      'piecesOverlap',
      at(book.received, (level) => level > 0),
    );
  const unknown = fault(
    'piecesNotReceived',
    at(book.received, (level) => level < 1),
  );
  if (unknown) return unknown;
  if (move === 'returned')
    return fault(
      'piecesNotIssued',
      at(book.issued, (level) => level < 1),
    );
  const issued = fault(
    'piecesIssued',
    levelsWithin(book.onHand, range).find(
      (part) => part.level < 1 && levelsWithin(book.issued, part.range).every(({ level }) => level > 0),
    )?.range,
  );
  return (
    issued ??
    fault(
      'piecesVoided',
      at(book.onHand, (level) => level < 1),
    )
  );
}

/** The typed range of a move, or null with its refusal under `field`. */
export function checkMove(
  checks: Checks,
  field: string,
  book: PieceBook,
  move: NumberedMove,
  from: string,
  to: string,
): PieceRange | null {
  if (from.trim() === '') {
    checks.refuse(field, 'required');
    return null;
  }
  const range = rangeOf(from, to);
  if (!range) checks.refuse(field, 'badPieces');
  else if (sizeOf(range) > MAX_PIECES) checks.refuse(field, 'tooManyPieces', { max: MAX_PIECES });
  else {
    const fault = moveFault(book, move, range);
    if (!fault) return range;
    checks.refuse(field, fault.code, { no: fault.no });
  }
  return null;
}

/** One stock over a period: opening + received + returned − issued − voided − withdrawn = closing, in pieces. */
export interface NumberedSums {
  readonly stock: NumberedStockKind;
  readonly opening: number;
  readonly moved: Readonly<Record<NumberedMove, number>>;
  readonly closing: number;
  readonly openingRanges: readonly PieceRange[];
  readonly closingRanges: readonly PieceRange[];
}

/** Sums of a stock from the first day to the last of a period; `moves` hold everything up to then. */
export function numberedSums(
  moves: readonly NumberedStock[],
  stock: NumberedStockKind,
  { from, to }: Period,
): NumberedSums {
  const mine = moves.filter(({ body, day }) => body.stock === stock && day <= to);
  const before = mine.filter(({ day }) => day < from);
  const within = mine.filter(({ day }) => day >= from);
  const moved = (move: NumberedMove): number =>
    within.filter(({ body }) => body.move === move).reduce((sum, { body }) => sum + body.quantity, 0);
  const quantity = (list: readonly NumberedStock[]): number =>
    list.reduce((sum, { body }) => sum + ON_HAND[body.move] * body.quantity, 0);
  return {
    stock,
    opening: quantity(before),
    moved: {
      received: moved('received'),
      issued: moved('issued'),
      returned: moved('returned'),
      voided: moved('voided'),
      withdrawn: moved('withdrawn'),
    },
    closing: quantity(mine),
    openingRanges: onHandRanges(pieceBook(before, stock)),
    closingRanges: onHandRanges(pieceBook(mine, stock)),
  };
}

export const isNumbered = (entry: { readonly kind: string }): entry is NumberedStock =>
  entry.kind === 'numberedStock';
export const isNumberedCount = (entry: Pick<LedgerEntry, 'kind'>): entry is NumberedCount =>
  entry.kind === 'numberedCount';

/** Pieces on hand. */
export const onHandPieces = (book: PieceBook): number => piecesIn(onHandRanges(book));
