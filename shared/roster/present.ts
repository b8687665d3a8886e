/** Who of the staff is on the premises (DOMAIN §3.1): signed in and not off, or on duty by the roster and not signed off. */
import type { Envelope } from '../core/envelope';
import type { Settings } from '../core/settings';
import { addDays, civil, minutesBetween } from '../core/time';
import { attendanceRecords, shiftAttendance } from './attendance';
import { onDuty, rosterOf, shiftSpan } from './roster';
import { isPunch } from './schema';

/** Minutes after which an open sign-in no longer counts as somebody being here: it was forgotten. */
const LONGEST = 16 * 60;

/**
 * Staff ids at an ISO instant, in no order of meaning. An evacuation list rather names one too many: whoever is planned
 * and did not sign in may be here all the same.
 */
export function staffPresent(
  documents: readonly Envelope[],
  now: string,
  settings: Settings,
): readonly string[] {
  const roster = rosterOf(documents);
  const records = attendanceRecords(documents);
  const today = civil(now).slice(0, 10);
  const present = new Set<string>();
  for (const day of [addDays(today, -1), today])
    for (const shift of settings.shifts) {
      const { from, to } = shiftSpan(shift, day);
      const planned = from <= now && now < to ? onDuty(documents, day, shift.id) : [];
      const signed = documents
        .filter(isPunch)
        .filter((punch) => punch.day === day && punch.body.shift === shift.id)
        .map(({ key }) => key);
      for (const staff of new Set([...planned, ...signed])) {
        const { in: came, out } = shiftAttendance(roster, records, { day, staff }, shift, settings, now);
        const here = came !== '' && minutesBetween(came, now) <= LONGEST;
        if (out === '' && (here || planned.includes(staff))) present.add(staff);
      }
    }
  return [...present].sort();
}
