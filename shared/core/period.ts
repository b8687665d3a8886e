/** Periods of business days by which registers are listed and printed. Weeks begin on Monday. */
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
  const monthStart = `${today.slice(0, 8)}01`;
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'thisWeek': {
      const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
      return { from: addDays(today, -sinceMonday), to: addDays(today, 6 - sinceMonday) };
    }
    case 'thisMonth':
      return { from: monthStart, to: lastDayOf(monthStart) };
    case 'lastMonth': {
      const last = addDays(monthStart, -1);
      return { from: `${last.slice(0, 8)}01`, to: last };
    }
  }
}

function lastDayOf(monthStart: string): string {
  return addDays(`${addDays(monthStart, 31).slice(0, 8)}01`, -1);
}
