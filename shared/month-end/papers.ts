/** A month as it is shown and printed: from its frozen close, or as it stands now. */
import type { Cut, LateEntry, LedgerEntry, MonthClose, MonthCount, MonthLine } from '../ledger/schema';

export interface MonthPaper {
  readonly month: string;
  /** The close it is read from; null while the month is open. */
  readonly closed: {
    readonly round: number;
    readonly at: string;
    readonly by: string;
    readonly cut: Cut;
    readonly silent: readonly string[];
    readonly note: string;
  } | null;
  readonly lines: readonly MonthLine[];
  readonly late: readonly LateEntry[];
  readonly count: MonthCount | null;
  readonly taxPercent: number;
}

/** The paper of a closed month: what its entry froze, whatever happened since. */
export function paperOfClose({ at, by, body }: Omit<MonthClose, 'ver'>): MonthPaper {
  const { month, round, cut, silent, note, lines, late, count, taxPercent } = body;
  return { month, closed: { round, at, by, cut, silent, note }, lines, late, count, taxPercent };
}

/** Entries that moved a product, oldest first. */
export const byTime = (a: LedgerEntry, b: LedgerEntry): number =>
  a.at.localeCompare(b.at) || a.status.localeCompare(b.status);
