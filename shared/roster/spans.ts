/** Weeks (from Monday) and months, by which rosters are planned, published and printed. */
import { addDays } from '../core/time';
import type { Period } from '../core/period';
import type { Unit } from './schema';

/** The week or month a day lies in. */
export function spanOf(unit: Unit, day: string): Period {
  if (unit === 'week') {
    const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    return { from: addDays(day, -sinceMonday), to: addDays(day, 6 - sinceMonday) };
  }
  const from = `${day.slice(0, 8)}01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 8)}01`, -1) };
}

/** The span after (1) or before (-1). */
export function nextSpan(unit: Unit, { from, to }: Period, step: 1 | -1): Period {
  return spanOf(unit, step === 1 ? addDays(to, 1) : addDays(from, -1));
}
