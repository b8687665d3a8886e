/** Which shift a till is opened for. */
import type { ShiftHours } from '../core/settings';
import { clock } from '../core/time';

const DAY_MINUTES = 1_440;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Name of the shift that begins nearest to an instant, before or after: who takes over at 15:50 takes over the late shift. */
export function nearestShift(shifts: readonly ShiftHours[], now: string): string {
  const at = minutesOf(clock(now));
  let name = '';
  let least = DAY_MINUTES;
  for (const shift of shifts) {
    const apart = Math.abs(at - minutesOf(shift.from));
    const distance = Math.min(apart, DAY_MINUTES - apart);
    if (distance < least) {
      least = distance;
      name = shift.name;
    }
  }
  return name;
}
