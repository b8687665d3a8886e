/** The shifts of a day as rows: who, which shift, what the punches say, what waits for a decision. */
import type { Settings } from '@shared/core/settings';
import { dayAttendance, type AttendanceRecords, type ShiftAttendance } from '@shared/roster/attendance';
import type { Roster } from '@shared/roster/roster';
import type { AttendanceMark, Explanation } from '@shared/roster/schema';

export interface AttendanceRow {
  /** `<shift>:<staff>` */
  readonly id: string;
  readonly of: ShiftAttendance;
  /** Explanations that are not approved: waiting or refused. */
  readonly explanations: readonly Explanation[];
  readonly mark: AttendanceMark | undefined;
}

export function rowsOf(
  roster: Roster,
  records: AttendanceRecords,
  day: string,
  staff: readonly string[],
  settings: Settings,
  now: string,
): readonly AttendanceRow[] {
  const all = staff.flatMap((id) => dayAttendance(roster, records, { day, staff: id }, settings, now));
  return settings.shifts.flatMap((shift) =>
    all
      .filter((of) => of.shift === shift.id)
      .map((of) => ({
        id: `${of.shift}:${of.staff}`,
        of,
        explanations: records.explanations.filter(
          (one) =>
            one.day === day &&
            one.key === of.staff &&
            one.body.shift === of.shift &&
            one.status !== 'approved',
        ),
        mark: records.marks.find(
          (one) =>
            one.day === day && one.key === of.staff && one.body.shift === of.shift && one.body.mark !== '',
        ),
      })),
  );
}
