/** How plans and warnings are said: the same on the page and on paper, in the words of whoever asks. */
import type { Settings, ShiftHours } from '../core/settings';
import { leaveOn, planOf, shiftsIn, type Roster } from './roster';
import { REST, type Plan } from './schema';
import type { Warning } from './warnings';

/** Words of one language, by the names of the catalogue's `roster`. */
export interface PlanWords {
  readonly rest: string;
  readonly leave: string;
  readonly none: string;
}

/** `早班`, also of a shift that the settings no longer have. */
export const shiftName = (shifts: readonly ShiftHours[], id: string): string =>
  shifts.find((shift) => shift.id === id)?.name ?? id;

/** The first character of a shift's name: what stands in a narrow cell. */
export const shortName = (name: string): string => [...name][0] ?? '';

/** A plan in words: `早班`, `早班+晚班`, `休`; `none` where nothing is planned. */
export function planText(plan: Plan, shifts: readonly ShiftHours[], words: PlanWords): string {
  const named = shiftsIn(plan).map((id) => shiftName(shifts, id));
  if (named.length > 0) return named.join('+');
  return plan.includes(REST) ? words.rest : words.none;
}

/** What stands in a person's cell of a month: one character a shift, 休, 假, or ''. */
export function shortPlan(
  roster: Roster,
  day: string,
  staff: string,
  { shifts }: Settings,
  words: PlanWords,
): string {
  const plan = planOf(roster, day, staff);
  if (leaveOn(roster, day, staff)) return words.leave;
  const works = shiftsIn(plan).map((id) =>
    leaveOn(roster, day, staff, id) ? words.leave : shortName(shiftName(shifts, id)),
  );
  return works.length > 0 ? works.join('') : plan.includes(REST) ? words.rest : '';
}

/** A warning's message and its parameters, for a catalogue's `roster.warning`. */
export function warningParams(
  warning: Warning,
  settings: Settings,
  nameOf: (staff: string) => string,
): Readonly<Record<string, string | number>> {
  const day = warning.day.slice(5);
  const shift = (id: string): string => shiftName(settings.shifts, id);
  switch (warning.type) {
    case 'gap': {
      const { have, least } = warning;
      return { day, shift: shift(warning.shift), have, least, missing: least - have };
    }
    case 'double':
      return { day, name: nameOf(warning.staff) };
    case 'rest':
      return {
        day,
        name: nameOf(warning.staff),
        hours: Math.max(0, Math.round(warning.hours * 10) / 10),
        least: settings.restHours,
      };
    case 'leave':
      return { day, name: nameOf(warning.staff), shift: shift(warning.shift) };
  }
}
