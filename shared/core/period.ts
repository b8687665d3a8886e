/** Periods of business days by which registers are listed, planned and printed. Weeks begin on Monday. */
import { addDays } from './time';

/** Both days included, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const PERIOD_PRESETS = ['today', 'yesterday', 'thisWeek', 'thisMonth', 'lastMonth'] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** The days a preset means on the business day `today`. */
export function periodOf(preset: PeriodPreset, today: string): Period {
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'thisWeek':
      return spanOf('week', today);
    case 'thisMonth':
      return spanOf('month', today);
    case 'lastMonth':
      return spanAfter('month', spanOf('month', today), -1);
  }
}

export type SpanUnit = 'week' | 'month' | 'quarter';

/** 1 of a Monday to 7 of a Sunday. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

const monthPlus = (month: string, months: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};

const months = (first: string, count: number): Period => ({
  from: `${first}-01`,
  to: addDays(`${monthPlus(first, count)}-01`, -1),
});

/** The week, month or quarter a business day lies in. */
export function spanOf(unit: SpanUnit, day: string): Period {
  if (unit === 'month') return months(day.slice(0, 7), 1);
  if (unit === 'quarter') {
    const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
    return months(`${day.slice(0, 5)}${String(first).padStart(2, '0')}`, 3);
  }
  const monday = addDays(day, 1 - weekdayOf(day));
  return { from: monday, to: addDays(monday, 6) };
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
