/** Loans with what came after them, and what is out, late or unsigned. */
import { NEVER_DUE } from '../core/envelope';
import { addDays, minutesBetween } from '../core/time';
import { paperId, waitsForPaper } from '../ledger/file-paper';
import type { DepositReturned, DepositTaken } from '../ledger/entries/money';
import type { PaperFiled } from '../ledger/entries/tills';
import type { LedgerEntry, Reversal } from '../ledger/schema';
import { reversalId, timesOf, timesRead } from '../ledger/standing';
import { returnId } from './return-deposit';

/** An entry that was a mistake, with the reversal that took it back. */
export interface Undone<E extends LedgerEntry> {
  readonly entry: E;
  readonly reversal: Reversal;
}

export interface LoanRow {
  readonly id: string;
  readonly taken: DepositTaken;
  /** The return that stands. */
  readonly returned: DepositReturned | null;
  readonly undone: readonly Undone<DepositReturned>[];
  readonly reversal: Reversal | null;
  /** Where a paper signature of the loan and of its return was filed. */
  readonly paper: PaperFiled | undefined;
  readonly returnPaper: PaperFiled | undefined;
}

export type LoanState = 'out' | 'returned' | 'reversed';

/** Ids of everything that may follow a loan. */
export function followersOf(id: string): readonly string[] {
  return [
    reversalId(id),
    paperId(id),
    ...timesRead(returnId(id)),
    ...timesOf(returnId(id)).map((time) => paperId(time)),
  ];
}

/** The loans among some entries with their followers, newest first. */
export function loanRows(entries: Iterable<LedgerEntry>): readonly LoanRow[] {
  const byId = new Map<string, LedgerEntry>();
  for (const entry of entries) byId.set(entry.id, entry);
  const find = <K extends LedgerEntry['kind']>(
    id: string,
    kind: K,
  ): Extract<LedgerEntry, { kind: K }> | undefined => {
    const entry = byId.get(id);
    return entry?.kind === kind ? (entry as Extract<LedgerEntry, { kind: K }>) : undefined;
  };
  return [...byId.values()]
    .filter((entry): entry is DepositTaken => entry.kind === 'depositTaken')
    .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
    .map((taken) => {
      const returns = timesOf(returnId(taken.id)).flatMap((id) => find(id, 'depositReturned') ?? []);
      const returned = returns.find(({ id }) => !byId.has(reversalId(id))) ?? null;
      return {
        id: taken.id,
        taken,
        returned,
        undone: returns.flatMap((entry) => {
          const back = find(reversalId(entry.id), 'reversal');
          return back ? [{ entry, reversal: back }] : [];
        }),
        reversal: find(reversalId(taken.id), 'reversal') ?? null,
        paper: find(paperId(taken.id), 'paperFiled'),
        returnPaper: returned ? find(paperId(returned.id), 'paperFiled') : undefined,
      };
    });
}

export function loanState({ returned, reversal }: LoanRow): LoanState {
  if (reversal) return 'reversed';
  return returned ? 'returned' : 'out';
}

/** `overdue` after the agreed time, `due` shortly before it, null otherwise or when it is back. */
export function lateness(row: LoanRow, now: string, amberMinutes: number): 'overdue' | 'due' | null {
  const { backBy } = row.taken.body;
  if (loanState(row) !== 'out' || backBy === NEVER_DUE) return null;
  if (backBy < now) return 'overdue';
  return minutesBetween(now, backBy) <= amberMinutes ? 'due' : null;
}

/** Entries of a loan whose paper signature is not filed: the loan's first. */
export function unsigned(row: LoanRow): readonly (DepositTaken | DepositReturned)[] {
  const { taken, returned, reversal, paper, returnPaper } = row;
  return [
    ...(!reversal && waitsForPaper(taken, paper) ? [taken] : []),
    ...(returned && waitsForPaper(returned, returnPaper) ? [returned] : []),
  ];
}

export interface LoanSums {
  readonly count: number;
  /** Fen of deposits taken, given back, kept, and still held. */
  readonly taken: number;
  readonly returned: number;
  readonly kept: number;
  readonly held: number;
  /** Rentals and late fees: income. */
  readonly charged: number;
}

/** Sums of listed loans; reversed ones count nothing. taken = returned + kept + held. */
export function loanSums(rows: readonly LoanRow[]): LoanSums {
  const live = rows.filter(({ reversal }) => !reversal);
  const sum = (of: (row: LoanRow) => number): number => live.reduce((all, row) => all + of(row), 0);
  return {
    count: live.length,
    taken: sum(({ taken }) => taken.body.amount),
    returned: sum(({ returned }) => returned?.body.returned ?? 0),
    kept: sum(({ returned }) => returned?.body.kept ?? 0),
    held: sum(({ taken, returned }) => (returned ? 0 : taken.body.amount)),
    charged: sum(({ taken, returned }) => taken.body.rental + (returned?.body.lateFee ?? 0)),
  };
}

/** Days a paper signature is looked for. */
export const PAPER_DAYS = 90;

/** First day of loans whose signatures Today looks for. */
export const paperFrom = (day: string): string => addDays(day, -PAPER_DAYS);
