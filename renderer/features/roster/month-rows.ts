/** A month's attendance by person: for the page and for 考勤月表. */
import type { Settings } from '@shared/core/settings';
import type { Staff } from '@shared/directory/schema';
import {
  attendanceTotals,
  daySymbols,
  type AttendanceRecords,
  type SYMBOLS,
  type Totals,
} from '@shared/roster/attendance';
import type { AttendanceSheetInput } from '@shared/roster/forms/attendance-sheet';
import type { Roster } from '@shared/roster/roster';
import { roster as words } from '@shared/messages/zh-CN/roster';
import { useDirectory } from '../../data/directory';
import type { PrintRequest } from '../../ui/print/print-form';

export interface PersonRow {
  readonly name: string;
  readonly symbols: readonly (readonly (typeof SYMBOLS)[number][])[];
  readonly totals: Totals;
}

interface Attendance {
  readonly roster: Roster;
  readonly records: AttendanceRecords;
  readonly days: readonly string[];
  readonly settings: Settings;
  /** ISO instant: what is to come is no absence. */
  readonly minute: string;
}

/** People with anything planned or recorded. */
export function personRows(
  { roster, records, days, settings, minute }: Attendance,
  staff: readonly Staff[],
): readonly PersonRow[] {
  return staff
    .map(({ id, body }) => ({
      name: body.name,
      symbols: days.map((day) => daySymbols(roster, records, { day, staff: id }, settings, minute)),
      totals: attendanceTotals(roster, records, id, days, settings, minute),
    }))
    .filter(({ totals }) => Object.values(totals).some((count) => count > 0));
}

/** Forms and files are Chinese always. */
export const cellText = (symbols: PersonRow['symbols'][number]): string =>
  symbols.map((symbol) => words.attendance.short[symbol]).join('');

/** 考勤月表. */
export function attendanceRequest(
  month: string,
  days: readonly string[],
  rows: readonly PersonRow[],
): PrintRequest {
  const data: AttendanceSheetInput = {
    club: useDirectory.getState().settings.clubName,
    month,
    days,
    people: rows.map(({ name, symbols, totals }) => ({ name, cells: symbols.map(cellText), totals })),
  };
  return { form: 'attendance-sheet', title: words.form.monthTitle, data, reference: month };
}
