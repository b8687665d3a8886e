/** What of the roster goes out of the app: the printed sheet, a list for Excel, a calendar file per person. */
import type { Period } from '@shared/core/period';
import { calendarText } from '@shared/roster/calendar';
import { dayTitle } from '@shared/roster/forms/roster-sheet';
import { daysBetween, isPublished, leaveOn, planOf, shiftsIn, type Roster } from '@shared/roster/roster';
import { ownShifts, rosterSheetInput } from '@shared/roster/rows';
import { REST, type Unit } from '@shared/roster/schema';
import { shiftName } from '@shared/roster/words';
import { roster as words } from '@shared/messages/zh-CN/roster';
import { fill } from '@shared/messages/fill';
import { nowIso } from '../../data/clock';
import { staffName, useDirectory } from '../../data/directory';
import { host } from '../../data/host';
import { exportList } from '../../ui/export-list';
import { refusalText, t } from '../../ui/i18n';
import { printForm, type PrintRequest } from '../../ui/print/print-form';
import { toast } from '../../ui/toast';

/** @param staff ids in the order of the sheet */
export function rosterRequest(
  roster: Roster,
  unit: Unit,
  span: Period,
  staff: readonly string[],
): PrintRequest {
  const { settings } = useDirectory.getState();
  const data = rosterSheetInput(roster, {
    club: settings.clubName,
    unit,
    ...span,
    settings,
    staff,
    nameOf: staffName,
  });
  return {
    form: 'roster-sheet',
    title: words.form.title,
    data,
    reference: `${span.from}_${span.to}`,
  };
}

/** @param staff ids in the order of the sheet */
export function printRoster(roster: Roster, unit: Unit, span: Period, staff: readonly string[]): void {
  printForm(rosterRequest(roster, unit, span, staff));
}

interface ListRow {
  readonly day: string;
  readonly staff: string;
  readonly shift: string;
}

/** One row per person and shift of a day. @param seen days that this person may see */
export async function exportRoster(
  roster: Roster,
  { from, to }: Period,
  staff: readonly string[],
  seen: (day: string) => boolean,
): Promise<void> {
  const { shifts } = useDirectory.getState().settings;
  const rows = daysBetween(from, to)
    .filter(seen)
    .flatMap((day) =>
      staff.flatMap((id): readonly ListRow[] => {
        const plan = planOf(roster, day, id);
        if (leaveOn(roster, day, id)) return [{ day, staff: id, shift: words.leaveLong }];
        if (plan.includes(REST)) return [{ day, staff: id, shift: words.restLong }];
        return shiftsIn(plan).map((shift) => ({ day, staff: id, shift }));
      }),
    );
  const hours = (id: string): string => {
    const shift = shifts.find((one) => one.id === id);
    return shift ? `${shift.from}–${shift.to}` : '';
  };
  await exportList<ListRow>({
    register: 'roster',
    title: words.form.list,
    of: `${from}_${to}`,
    columns: [
      { title: words.form.day, width: 14, value: ({ day }) => dayTitle(day) },
      { title: words.form.name, width: 12, value: (row) => staffName(row.staff) },
      { title: words.form.shift, width: 10, value: ({ shift }) => shiftName(shifts, shift) },
      { title: words.form.hoursColumn, width: 14, value: ({ shift }) => hours(shift) },
      {
        title: words.form.state,
        width: 10,
        value: ({ day }) => (isPublished(roster, day) ? words.published : words.hidden),
      },
    ],
    rows,
  });
}

/** Saves somebody's published shifts as a calendar file. */
export async function exportCalendar(roster: Roster, { from, to }: Period, staff: string): Promise<void> {
  const { settings } = useDirectory.getState();
  const shifts = ownShifts(roster, staff, from, to, settings).flatMap(({ day, shift: id }) => {
    const shift = settings.shifts.find((one) => one.id === id);
    return shift ? [{ day, shift }] : [];
  });
  if (shifts.length === 0) return toast(t('roster.calendarNone'), { level: 'error' });
  const name = `${staffName(staff)} ${words.form.calendarName}`;
  const text = calendarText({
    name,
    place: settings.clubName,
    staff,
    now: nowIso(),
    shifts,
    title: (shift) => fill(words.form.calendarEvent, { shift: shift.name }),
  });
  const result = await host.call('file.saveCalendar', text, `${name} ${from}_${to}.ics`);
  if (result.ok) toast(t('roster.calendarDone'));
  else if (result.code !== 'cancelled') toast(refusalText(result.code), { level: 'error' });
}
