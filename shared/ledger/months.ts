/** The month an entry counts in: late ones of closed months are 补记 in the next open month (DESIGN §2). */
import type { Cut, LedgerEntry, MonthClose, MonthReopen } from './schema';

/** Closed months and their cuts; a reopened month is not among them. */
export type ClosedMonths = Readonly<Record<string, Cut>>;

/** `YYYY-MM` after `month`. */
export function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The months that stand closed after these closes and reopenings. */
export function closedMonths(closes: readonly (MonthClose | MonthReopen)[]): ClosedMonths {
  const reopened = new Set(
    closes.filter((entry) => entry.kind === 'monthReopen').map(({ body }) => `${body.month}:${body.round}`),
  );
  return Object.fromEntries(
    closes
      .filter((entry) => entry.kind === 'monthClose')
      .filter(({ body }) => !reopened.has(`${body.month}:${body.round}`))
      .map(({ body }) => [body.month, body.cut]),
  );
}

/**
 * The month an entry counts in, the same on every desk: its own, or the first later one whose cut holds it or that
 * is open. Whatever is dated before the first closed month came after it was closed, so it goes on from there.
 */
export function monthOf(
  entry: Pick<LedgerEntry, 'day' | 'desk'> & { readonly body: { readonly n: number } },
  closed: ClosedMonths,
): string {
  const own = entry.day.slice(0, 7);
  let month = Object.keys(closed).reduce((first, one) => (one < first ? one : first), '9999');
  if (month === '9999' || own > month) month = own;
  for (let cut = closed[month]; cut && entry.body.n > (cut[entry.desk] ?? 0); cut = closed[month])
    month = nextMonth(month);
  return month;
}
