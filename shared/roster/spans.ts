/** Weeks (from Monday) and months, by which rosters are planned, published and printed. */
import { spanAfter, spanOf, weekdayOf, type Period } from '../core/period';
import type { Unit } from './schema';

export { spanOf, weekdayOf };

/** The catalogue's name of a weekday, `d1` to `d7`. */
export const weekdayKey = (day: string): WeekdayKey => `d${weekdayOf(day)}` as WeekdayKey;
export type WeekdayKey = 'd1' | 'd2' | 'd3' | 'd4' | 'd5' | 'd6' | 'd7';

/** The span after (1) or before (-1). */
export const nextSpan = (unit: Unit, period: Period, step: 1 | -1): Period => spanAfter(unit, period, step);
