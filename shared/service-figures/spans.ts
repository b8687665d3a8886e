/** Weeks, months and quarters as periods of business days. Weeks begin on Monday. */
import type { Period } from '../core/period';
import { addDays } from '../core/time';

export type SpanUnit = 'week' | 'month' | 'quarter';

const monthPlus = (month: string, months: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};

const months = (first: string, count: number): Period => ({
  from: `${first}-01`,
  to: addDays(`${monthPlus(first, count)}-01`, -1),
});

/** The span a business day lies in. */
export function spanOf(unit: SpanUnit, day: string): Period {
  if (unit === 'month') return months(day.slice(0, 7), 1);
  if (unit === 'quarter') {
    const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
    return months(`${day.slice(0, 5)}${String(first).padStart(2, '0')}`, 3);
  }
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { from: addDays(day, -sinceMonday), to: addDays(day, 6 - sinceMonday) };
}

/** The span `count` spans later, or earlier when negative. */
export function spanAfter(unit: SpanUnit, { from }: Period, count: number): Period {
  if (unit === 'week') return spanOf(unit, addDays(from, 7 * count));
  return spanOf(unit, `${monthPlus(from.slice(0, 7), (unit === 'quarter' ? 3 : 1) * count)}-01`);
}

/** The same span a year before; of a week the one 52 weeks before. */
export function yearBeforeSpan(unit: SpanUnit, period: Period): Period {
  return spanAfter(unit, period, unit === 'week' ? -52 : unit === 'month' ? -12 : -4);
}
