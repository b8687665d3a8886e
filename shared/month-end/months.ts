/** Which months stand closed, what counts in an open one, and how far a desk's records are complete. */
import type { Read } from '../core/command';
import { nextMonth } from '../ledger/months';
import type { Cut, LateEntry, LedgerEntry, MonthClose, MonthReopen } from '../ledger/schema';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

export const isMonth = (text: string): boolean => MONTH.test(text);

export const monthOfDay = (day: string): string => day.slice(0, 7);

/** `YYYY-MM` before `month`. */
export function previousMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** What a close or reopening tells without its lines. */
export type CloseMark =
  | (Pick<MonthClose, 'id' | 'kind' | 'at' | 'by'> & {
      readonly body: Pick<MonthClose['body'], 'month' | 'round' | 'cut' | 'entries'>;
    })
  | (Pick<MonthReopen, 'id' | 'kind' | 'at' | 'by'> & {
      readonly body: Pick<MonthReopen['body'], 'month' | 'round' | 'reason' | 'approval'>;
    });

/** The closes that were not taken back by a reopening, by month. */
export function standingCloses<C extends CloseMark>(
  marks: readonly C[],
): ReadonlyMap<string, Extract<C, { readonly kind: 'monthClose' }>> {
  const reopened = new Set(
    marks.filter(({ kind }) => kind === 'monthReopen').map(({ body }) => `${body.month}:${body.round}`),
  );
  return new Map(
    marks
      .filter((mark): mark is Extract<C, { readonly kind: 'monthClose' }> => mark.kind === 'monthClose')
      .filter(({ body }) => !reopened.has(`${body.month}:${body.round}`))
      .map((mark) => [mark.body.month, mark]),
  );
}

/** Round of the next close of a month. */
export function nextRound(marks: readonly CloseMark[], month: string): number {
  const rounds = marks.filter(({ kind, body }) => kind === 'monthClose' && body.month === month);
  return 1 + Math.max(0, ...rounds.map(({ body }) => body.round));
}

/**
 * True for an entry that counts in the open `month`: dated in it, or dated before and beyond the cut of the
 * previous month's close (补记). The same as `monthOf` with every earlier month closed, since cuts only grow.
 */
export function countsIn(
  entry: Pick<LedgerEntry, 'day' | 'desk'> & { readonly body: { readonly n: number } },
  month: string,
  previousCut: Cut | null,
): boolean {
  const own = monthOfDay(entry.day);
  if (own === month) return true;
  return previousCut !== null && own < month && entry.body.n > (previousCut[entry.desk] ?? 0);
}

/** The entries of a month that are dated in an earlier one, oldest first. */
export function lateOf(month: string, entries: readonly LedgerEntry[]): readonly LateEntry[] {
  return entries
    .filter(({ day }) => monthOfDay(day) < month)
    .map(({ id, kind, body, day, status }) => ({ id, kind, no: body.no ?? '', day, place: status }))
    .sort((a, b) => a.day.localeCompare(b.day) || a.place.localeCompare(b.place));
}

/** Highest n up to which a desk's entries are all there, given those after `from`. */
export function denseUpTo(desk: string, from: number, entries: readonly LedgerEntry[]): number {
  const seen = new Set(entries.filter((entry) => entry.desk === desk).map(({ body }) => body.n));
  let n = from;
  while (seen.has(n + 1)) n += 1;
  return n;
}

/** Closes and reopenings made since a month began; a month is never closed before its last day. */
export function closesSince(month: string): readonly Read[] {
  return (['monthClose', 'monthReopen'] as const).map((kind) => ({
    name: kind,
    collection: 'ledger',
    index: 'kind',
    from: [kind, `${month}-01`],
    to: [kind],
  }));
}

/** Months from one to another, both included. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}
