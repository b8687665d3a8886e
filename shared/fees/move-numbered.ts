/** `numbered.move`: 领入 发出 收回 作废 退领 of blank cards, agreements and receipts (DOMAIN §5). */
import { accept, refuse, type Command, type Context, type Write } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import {
  NUMBERED_MOVES,
  NUMBERED_STOCKS,
  type NumberedMove,
  type NumberedStock,
  type NumberedStockKind,
} from '../ledger/entries/fees';
import { leadApproval } from '../signatures/lead-approval';
import type { StaffMark } from '../signatures/signature';
import { checkMove, NUMBERED_READ, pieceBook } from './numbered';
import { pieceText, sizeOf, type PieceRange } from './pieces';

export interface MoveNumbered {
  readonly id: string;
  readonly stock: NumberedStockKind;
  readonly move: NumberedMove;
  readonly from: string;
  /** '' for one piece. */
  readonly to: string;
  /** To whom or where from, or why. */
  readonly reason: string;
}

/** Moves that need a reason and a lead who is not the one at the desk. */
export const APPROVED_MOVES: readonly NumberedMove[] = ['returned', 'voided', 'withdrawn'];

/** The entry of one move; `about.fee` is the fee a piece was issued with. */
export function numberedWrite(
  id: string,
  act: string,
  about: {
    readonly stock: NumberedStockKind;
    readonly move: NumberedMove;
    readonly fee: string;
    readonly reason: string;
    readonly approval: StaffMark | null;
  },
  range: PieceRange,
  context: Context,
): Write {
  const body = {
    ...about,
    from: pieceText(range, range.first),
    to: pieceText(range, range.last),
    quantity: sizeOf(range),
  };
  return {
    collection: 'ledger',
    doc: newEntry(id, 'numberedStock', act, body, context),
    number: 'numberedStock',
  };
}

export const moveNumbered: Command<MoveNumbered> = {
  type: 'numbered.move',
  roles: DESK_ROLES,
  reads: () => [NUMBERED_READ],
  decide: (input, loaded, context) => {
    const checks = new Checks();
    const stock = checks.choice('stock', input.stock, NUMBERED_STOCKS);
    const move = checks.choice('move', input.move, NUMBERED_MOVES);
    if (!stock || !move) return refuse(...checks.refusals);
    const book = pieceBook((loaded.numbered ?? []) as readonly NumberedStock[], stock);
    const range = checkMove(checks, 'from', book, move, input.from, input.to);
    const approved = APPROVED_MOVES.includes(move);
    const reason = checks.text('reason', input.reason, { max: 200, required: approved });
    const approval = approved ? leadApproval(checks, 'approval', [context.actor.id], context) : null;
    if (!range || checks.refusals.length > 0) return refuse(...checks.refusals);
    return accept(
      numberedWrite(input.id, 'numbered.move', { stock, move, fee: '', reason, approval }, range, context),
    );
  },
};
