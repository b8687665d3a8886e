/** `fee.reverse`: a fee is taken back by a lead who did not take it; the money leaves today's session (DOMAIN §5). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { booksOf, openAmount } from '../ledger/books';
import { effects, isTillTender, turned } from '../ledger/effects';
import { newEntry } from '../ledger/entry';
import { invoiceNow, invoiceRead } from '../ledger/invoice-step';
import type { Fee, NumberedStock } from '../ledger/entries/fees';
import type { Tender } from '../ledger/entries/parts';
import type { InvoiceStep } from '../ledger/entries/sales';
import type { Effects } from '../ledger/moves';
import { needSession } from '../ledger/sessions';
import { leadApproval } from '../signatures/lead-approval';
import { numberedWrite } from './move-numbered';
import { moveFault, movedRange, NUMBERED_READ, pieceBook } from './numbered';

export const REFUND_WAYS = ['same', 'cash'] as const;
export type RefundWay = (typeof REFUND_WAYS)[number];

export interface ReverseFee {
  /** The fee. */
  readonly id: string;
  readonly reason: string;
  /** 原路退回, or cash instead of what a till took; accounts always get back their own. */
  readonly way: RefundWay;
  /** The clerk saw to it that money not in cash went back. */
  readonly confirmed: boolean;
  /** Blank pieces issued with the fee that came back unused. */
  readonly piecesBack: boolean;
}

/** Till money of the fee goes back in cash whatever it came by. */
function inCash(moves: Effects): Effects {
  const money = moves.money.map((row) =>
    isTillTender(row.tender) ? { ...row, tender: 'cash' as const } : row,
  );
  return { ...moves, money };
}

/** Tenders by which money goes back. */
export function tendersBack({ body }: Pick<Fee, 'body'>, way: RefundWay): readonly Tender[] {
  const tenders = body.payments.map(({ tender }) =>
    way === 'cash' && isTillTender(tender) ? ('cash' as const) : tender,
  );
  return [...new Set(tenders)];
}

/** Pieces issued with the fee that nobody took back since. */
function stillOut(moves: readonly NumberedStock[], fee: string): readonly NumberedStock[] {
  return moves.filter(
    (entry) =>
      entry.body.fee === fee &&
      entry.body.move === 'issued' &&
      moveFault(pieceBook(moves, entry.body.stock), 'returned', movedRange(entry)) === null,
  );
}

export const reverseFee: Command<ReverseFee> = {
  type: 'fee.reverse',
  roles: DESK_ROLES,
  books: true,
  reads: ({ id }) => [
    { name: 'fee', collection: 'ledger', ids: [id] },
    { name: 'reversal', collection: 'ledger', ids: [`reversal:${id}`] },
    NUMBERED_READ,
    invoiceRead(id),
  ],
  decide: ({ id, reason: typed, way: chosen, confirmed, piecesBack }, loaded, context) => {
    const fee = loaded.fee?.find((doc): doc is Fee => doc.kind === 'fee');
    if (!fee) return refuse({ code: 'notFound' });
    if (loaded.reversal?.length) return refuse({ code: 'entryReversed' });
    const invoice = invoiceNow(fee.body.invoice, (loaded.invoice ?? []) as readonly InvoiceStep[]);
    const checks = new Checks();
    if (invoice.state === 'issued') checks.refuse('', 'redFirst');
    const session = needSession(checks, context);
    const reason = checks.text('reason', typed, { max: 200, required: true });
    const way = checks.choice('way', chosen, REFUND_WAYS) ?? 'same';
    const approval = leadApproval(checks, 'approval', [fee.by], context);
    if (!confirmed && tendersBack(fee, way).some((tender) => tender !== 'cash'))
      checks.refuse('confirmed', 'moneyBackNotConfirmed');
    const owed = fee.body.payments
      .filter(({ tender }) => tender === 'onAccount')
      .reduce((sum, { amount }) => sum + amount, 0);
    // A debt that was paid since has become money of ours; the settlement is taken back first.
    if (openAmount(booksOf(context), 'receivable', id) < owed) checks.refuse('', 'debtSettled');
    if (!approval || checks.refusals.length > 0) return refuse(...checks.refusals);
    const moves = turned(effects(fee), session);
    const body = {
      of: id,
      ofKind: 'fee' as const,
      ofNo: fee.body.no ?? '',
      reason,
      approval,
      effects: way === 'cash' ? inCash(moves) : moves,
    };
    const issued = piecesBack ? stillOut((loaded.numbered ?? []) as readonly NumberedStock[], id) : [];
    return accept(
      {
        collection: 'ledger',
        doc: newEntry(`reversal:${id}`, 'reversal', 'fee.reverse', body, context, session),
      },
      ...issued.map((piece) =>
        numberedWrite(
          `back:${piece.id}`,
          'fee.reverse',
          { stock: piece.body.stock, move: 'returned', fee: id, reason, approval },
          movedRange(piece),
          context,
        ),
      ),
    );
  },
};
