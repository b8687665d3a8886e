/** The approved month-end count as the month's close keeps it. */
import type { Envelope } from '../core/envelope';
import type { Count } from '../counts/schema';
import type { MonthCount } from '../ledger/schema';
import { staffText } from '../signatures/signature';

export interface ApprovedCount {
  readonly id: string;
  readonly mark: MonthCount;
  /** Reason by product counted, '' where nothing differed. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** A count of this month that still runs or waits for its approval. */
export function isRunningCount(doc: Envelope, month: string): boolean {
  if (doc.kind !== 'count' || (doc.status !== 'counting' && doc.status !== 'submitted')) return false;
  const { type, period } = (doc as Count).body;
  return type === 'monthEnd' && period === month;
}

/** The count when it is the approved one of this month, else null. */
export function monthCountOf(doc: Envelope | undefined, month: string): ApprovedCount | null {
  if (doc?.kind !== 'count' || doc.status !== 'approved') return null;
  const { type, period, submitted, approval, final, no = '' } = (doc as Count).body;
  if (type !== 'monthEnd' || period !== month || !final) return null;
  const reasons: Record<string, string> = {};
  // A product stands in several places, each with a reason of its own.
  for (const { product, reason } of final)
    reasons[product] = [...new Set([reasons[product] ?? '', reason])]
      .filter(Boolean)
      .join('；')
      .slice(0, 200);
  const mark: MonthCount = {
    id: doc.id,
    no,
    at: submitted?.at ?? doc.at,
    counter: submitted ? staffText(submitted) : '',
    supervisor: approval ? staffText(approval) : '',
  };
  return { id: doc.id, mark, reasons };
}
