/** `ledger.reverse`: an entry is taken back by a lead who did not make it; its moves turn, money leaves today's session (DOMAIN §2). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { leadApproval } from '../signatures/lead-approval';
import { booksOf, openAmount, type Books } from './books';
import { effects, turned } from './effects';
import { newEntry } from './entry';
import type { Effects } from './moves';
import type { EntryKind, LedgerEntry } from './schema';
import { needSession } from './sessions';
import { receiptId, reversalId } from './standing';

/**
 * Kinds taken back as a whole. Sales have refunds; fees and petty cash commands of their own; a count is counted anew. What
 * gave money back, paid it out or handed it on is among them: two desks that were apart may each have done it.
 */
export const REVERSIBLE = [
  'goodsReceived',
  'otherOut',
  'transfer',
  'topUp',
  'depositTaken',
  'tipTaken',
  'accountSettlement',
  'refund',
  'balanceReturned',
  'depositReturned',
  'tipsPaid',
  'deposit',
] as const satisfies readonly EntryKind[];
export type ReversibleKind = (typeof REVERSIBLE)[number];

export interface ReverseEntry {
  /** The entry. */
  readonly id: string;
  readonly reason: string;
  /** The clerk saw to it that money not in cash went back. */
  readonly confirmed: boolean;
}

/** True when an entry may be taken back by `ledger.reverse`. */
export function isReversible(entry: LedgerEntry): entry is Extract<LedgerEntry, { kind: ReversibleKind }> {
  return REVERSIBLE.some((kind) => kind === entry.kind);
}

/** True when money went another way than cash and somebody must see that it goes back. */
export function needsConfirmation(moves: Effects): boolean {
  return moves.money.some(({ tender }) => tender !== 'cash');
}

/** What came after an entry and must be taken back before it, as a refusal code; null when nothing did. */
function successorOf(entry: LedgerEntry, moves: Effects, books: Books): string | null {
  // What the entry opened is still open as a whole: deposit not returned, debt and tip not paid.
  const settled = moves.open.find(
    ({ ref, kind, amount }) => amount > 0 && openAmount(books, kind, ref) < amount,
  );
  if (settled) return 'entryHasSuccessor';
  if (entry.kind !== 'topUp' && entry.kind !== 'refund') return null;
  // What went onto a member's account can be taken from it only while it is there; a debt's rows are below 0 or open.
  const spent = moves.accounts.some(
    ({ account, amount }) => amount > 0 && (books.accounts[account] ?? 0) < amount,
  );
  return spent ? 'topUpSpent' : null;
}

export const reverseEntry: Command<ReverseEntry> = {
  type: 'ledger.reverse',
  roles: DESK_ROLES,
  books: true,
  reads: ({ id }) => [
    { name: 'entry', collection: 'ledger', ids: [id] },
    { name: 'reversal', collection: 'ledger', ids: [reversalId(id)] },
    { name: 'receipt', collection: 'ledger', ids: [receiptId(id)] },
  ],
  decide: ({ id, reason: typed, confirmed }, loaded, context) => {
    const entry = loaded.entry?.[0] as LedgerEntry | undefined;
    if (!entry) return refuse({ code: 'notFound' });
    if (!isReversible(entry)) return refuse({ code: 'notReversible' });
    if (loaded.reversal?.length) return refuse({ code: 'entryReversed' });
    // Finance has it and says so: finance gives it back.
    if (loaded.receipt?.length) return refuse({ code: 'depositReceived' });
    const checks = new Checks();
    const moves = effects(entry);
    const session = moves.money.length > 0 ? needSession(checks, context) : '';
    const reason = checks.text('reason', typed, { max: 200, required: true });
    const approval = leadApproval(checks, 'approval', [entry.by], context);
    if (!confirmed && needsConfirmation(moves)) checks.refuse('confirmed', 'moneyBackNotConfirmed');
    const successor = successorOf(entry, moves, booksOf(context));
    if (successor) checks.refuse('', successor);
    if (!approval || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = {
      of: id,
      ofKind: entry.kind,
      ofNo: entry.body.no ?? '',
      reason,
      approval,
      effects: turned(moves, session),
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(reversalId(id), 'reversal', 'ledger.reverse', body, context, session),
    });
  },
};
