/** Weeks (from Monday) and months, by which rosters are planned, published and printed. */
import { addDays } from '../core/time';
import type { Period } from '../core/period';
import type { Unit } from './schema';

/** 1 of a Monday to 7 of a Sunday. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** The catalogue's name of a weekday, `d1` to `d7`. */
export const weekdayKey = (day: string): WeekdayKey => `d${weekdayOf(day)}` as WeekdayKey;
export type WeekdayKey = 'd1' | 'd2' | 'd3' | 'd4' | 'd5' | 'd6' | 'd7';

/** The week or month a day lies in. */
export function spanOf(unit: Unit, day: string): Period {
  if (unit === 'week') {
    const monday = addDays(day, 1 - weekdayOf(day));
    return { from: monday, to: addDays(monday, 6) };
  }
  const from = `${day.slice(0, 8)}01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 8)}01`, -1) };
}

/** The span after (1) or before (-1). */
export function nextSpan(unit: Unit, { from, to }: Period, step: 1 | -1): Period {
  return spanOf(unit, step === 1 ? addDays(to, 1) : addDays(from, -1));
}
