/** Days whose records may count in a month: an inspection is dated on or before the day it is written down. */
import type { Period } from '@shared/core/period';

/** `today` '' ends with the month itself. */
export function monthBounds(month: string, today: string): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const end = `${month}-${String(last).padStart(2, '0')}`;
  return { from: `${month}-01`, to: today > end ? today : end };
}
