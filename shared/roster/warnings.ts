/** What a roster lacks or asks too much of: shown beside the cells, kept with the publication, printed. */
import type { Settings } from '../core/settings';
import { addDays } from '../core/time';
import { daysBetween, leaveOn, planOf, shiftSpan, shiftsIn, workingOn, type Roster } from './roster';

export type Warning =
  /** Fewer than the least number work the shift. */
  | {
      readonly type: 'gap';
      readonly day: string;
      readonly shift: string;
      readonly have: number;
      readonly least: number;
    }
  /** One person is planned for several shifts of a day. */
  | { readonly type: 'double'; readonly day: string; readonly staff: string }
  /** Hours between the end of the shift before and the begin of the day's; fewer than the setting. */
  | { readonly type: 'rest'; readonly day: string; readonly staff: string; readonly hours: number }
  /** Planned although on approved leave; they do not count as working. */
  | { readonly type: 'leave'; readonly day: string; readonly staff: string; readonly shift: string };

export type Gap = Extract<Warning, { readonly type: 'gap' }>;

const HOUR_MS = 3_600_000;

/** Persons a shift needs at least; 1 where the club set nothing. */
export const leastOf = ({ least = 1 }: { readonly least?: number }): number => least;

/** The shifts of a day that fewer than the least number work, in the order of the shifts. */
export function gapsOn(roster: Roster, day: string, settings: Settings): readonly Gap[] {
  return settings.shifts.flatMap((shift): readonly Gap[] => {
    const have = workingOn(roster, day, shift.id).length;
    const least = leastOf(shift);
    return have < least ? [{ type: 'gap', day, shift: shift.id, have, least }] : [];
  });
}

function spansOn(roster: Roster, day: string, staff: string, { shifts }: Settings) {
  return shifts
    .filter(({ id }) => planOf(roster, day, staff).includes(id) && !leaveOn(roster, day, staff, id))
    .map((shift) => shiftSpan(shift, day));
}

function restBefore(roster: Roster, day: string, staff: string, settings: Settings): number | null {
  const before = spansOn(roster, addDays(day, -1), staff, settings).map(({ to }) => to);
  const begins = spansOn(roster, day, staff, settings).map(({ from }) => from);
  const [last, first] = [before.sort().at(-1), begins.sort()[0]];
  return last && first ? (Date.parse(first) - Date.parse(last)) / HOUR_MS : null;
}

/** Warnings about one person's day. */
export function personWarnings(
  roster: Roster,
  day: string,
  staff: string,
  settings: Settings,
): readonly Warning[] {
  const shifts = shiftsIn(planOf(roster, day, staff));
  const hours = restBefore(roster, day, staff, settings);
  return [
    ...(shifts.length > 1 ? [{ type: 'double' as const, day, staff }] : []),
    ...(hours !== null && hours < settings.restHours ? [{ type: 'rest' as const, day, staff, hours }] : []),
    ...shifts
      .filter((shift) => leaveOn(roster, day, staff, shift))
      .map((shift) => ({ type: 'leave' as const, day, staff, shift })),
  ];
}

/** All warnings of `from` to `to`, day by day, gaps first. */
export function warningsOf(roster: Roster, from: string, to: string, settings: Settings): readonly Warning[] {
  return daysBetween(from, to).flatMap((day) => {
    const planned = [...roster.duties.values()].filter((duty) => duty.day === day).map(({ key }) => key);
    return [
      ...gapsOn(roster, day, settings),
      ...planned.sort().flatMap((staff) => personWarnings(roster, day, staff, settings)),
    ];
  });
}
