/** `numbered.count`: the monthly count of numbered stock; a lead approves a difference, which is posted (DOMAIN §5). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import {
  NUMBERED_STOCKS,
  type NumberedMove,
  type NumberedStock,
  type NumberedStockKind,
} from '../ledger/entries/fees';
import { leadApproval } from '../signatures/lead-approval';
import { numberedWrite } from './move-numbered';
import { NUMBERED_READ, onHandRanges, pieceBook, type PieceBook } from './numbered';
import {
  lessPieces,
  levelsOf,
  levelsWithin,
  parseRanges,
  piecesIn,
  rangeText,
  type PieceRange,
} from './pieces';

export interface CountNumbered {
  readonly id: string;
  readonly stock: NumberedStockKind;
  /** Ranges that lie there, one a line. */
  readonly counted: string;
  /** The drawer is empty: nothing is there. */
  readonly none: boolean;
  readonly reason: string;
}

export interface CountDifference {
  readonly missing: readonly PieceRange[];
  readonly surplus: readonly PieceRange[];
}

/** Book against what lies there. */
export function countDifference(book: PieceBook, counted: readonly PieceRange[]): CountDifference {
  const there = onHandRanges(book);
  return { missing: lessPieces(there, counted), surplus: lessPieces(counted, there) };
}

/** `move` null: pieces that are void in the book and cannot be there. */
interface Posting {
  readonly move: NumberedMove | null;
  readonly range: PieceRange;
}

/** What posts a surplus: pieces once issued come back, unknown ones come in. */
function surplusMoves(book: PieceBook, surplus: readonly PieceRange[]): readonly Posting[] {
  return surplus.flatMap((range) =>
    levelsWithin(book.received, range).flatMap((part): readonly Posting[] =>
      part.level < 1
        ? [{ move: 'received', range: part.range }]
        : levelsWithin(book.issued, part.range).map((piece) => ({
            move: piece.level > 0 ? 'returned' : null,
            range: piece.range,
          })),
    ),
  );
}

export const countNumbered: Command<CountNumbered> = {
  type: 'numbered.count',
  roles: DESK_ROLES,
  reads: ({ id }) => [NUMBERED_READ, { name: 'self', collection: 'ledger', ids: [id] }],
  decide: (input, loaded, context) => {
    const checks = new Checks();
    const stock = checks.choice('stock', input.stock, NUMBERED_STOCKS);
    const { ranges: counted, bad } = parseRanges(input.counted);
    if (bad !== '') checks.refuse('counted', 'badPiecesIn', { text: bad });
    else if (counted.length === 0 && !input.none) checks.refuse('counted', 'countEmpty');
    const twice = levelsOf(counted.map((range) => ({ range, level: 1 }))).find(({ level }) => level > 1);
    if (twice) checks.refuse('counted', 'piecesTwice', { no: rangeText(twice.range) });
    if (!stock || checks.refusals.length > 0) return refuse(...checks.refusals);
    const book = pieceBook((loaded.numbered ?? []) as readonly NumberedStock[], stock);
    const { missing, surplus } = countDifference(book, counted);
    const found = surplusMoves(book, surplus);
    const voided = found.find(({ move }) => move === null);
    if (voided) checks.refuse('counted', 'piecesVoided', { no: rangeText(voided.range) });
    const differs = missing.length > 0 || surplus.length > 0;
    const reason = checks.text('reason', input.reason, { max: 200, required: differs });
    const approval = differs ? leadApproval(checks, 'approval', [context.actor.id], context) : null;
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const there = onHandRanges(book);
    const texts = (ranges: readonly PieceRange[]): readonly string[] => ranges.map(rangeText);
    const body = {
      stock,
      book: texts(there),
      counted: texts(counted),
      missing: texts(missing),
      surplus: texts(surplus),
      bookQuantity: piecesIn(there),
      countedQuantity: piecesIn(counted),
      reason,
      approval,
    };
    const posted = [
      ...missing.map((range) => ({ move: 'voided' as const, range })),
      ...found.flatMap(({ move, range }) => (move ? [{ move, range }] : [])),
    ];
    return accept(
      {
        collection: 'ledger',
        doc: newEntry(input.id, 'numberedCount', 'numbered.count', body, context),
        number: 'numberedStock',
      },
      ...posted.map(({ move, range }, at) =>
        numberedWrite(
          `count:${input.id}:${at}`,
          'numbered.count',
          { stock, move, fee: '', reason, approval },
          range,
          context,
        ),
      ),
    );
  },
};
