/** The roster as its printed form wants it: shifts × days with names, and the people of a month. */
import type { Settings } from '../core/settings';
import { fill } from '../messages/fill';
import { roster as words } from '../messages/zh-CN/roster';
import type { RosterSheetInput, SheetDay } from './forms/roster-sheet';
import { daysBetween, isPublished, leaveOn, planOf, shiftsIn, workingOn, type Roster } from './roster';
import { REST, type Unit } from './schema';
import { gapsOn, leastOf, warningsOf } from './warnings';
import { shortPlan, warningParams } from './words';

interface SheetOptions {
  readonly club: string;
  readonly unit: Unit;
  readonly from: string;
  readonly to: string;
  readonly settings: Settings;
  /** Ids in the order of the sheet. */
  readonly staff: readonly string[];
  readonly nameOf: (staff: string) => string;
}

/** Names of whoever planned the most cells last, most first: they 编制 the roster. */
function planners(roster: Roster, days: ReadonlySet<string>): readonly string[] {
  const cells = new Map<string, number>();
  for (const duty of roster.duties.values()) {
    const by = duty.body.log?.at(-1)?.by ?? duty.by;
    if (days.has(duty.day)) cells.set(by, (cells.get(by) ?? 0) + 1);
  }
  return [...cells].sort((a, b) => b[1] - a[1]).map(([staff]) => staff);
}

/** Everything the form `roster-sheet` prints; gaps are counted anew, whatever the publication says. */
export function rosterSheetInput(roster: Roster, options: SheetOptions): RosterSheetInput {
  const { club, unit, from, to, settings, staff, nameOf } = options;
  const days = daysBetween(from, to);
  const covering = roster.periods.filter(({ body }) => body.from <= to && body.to >= from);
  const published = days.filter((day) => isPublished(roster, day));
  const whole = covering.find(({ body }) => body.from <= from && to <= body.to);
  return {
    club,
    unit,
    from,
    to,
    state: published.length === 0 ? 'draft' : published.length < days.length ? 'partly' : 'published',
    publishedBy: whole ? { name: whole.body.publisherName, at: whole.body.publishedAt } : null,
    reasons: [...new Set(covering.map(({ body }) => body.reason).filter(Boolean))],
    shifts: settings.shifts.map((shift) => ({ ...shift, least: leastOf(shift) })),
    days: days.map((day): SheetDay => {
      const gaps = gapsOn(roster, day, settings);
      return {
        day,
        shifts: settings.shifts.map(({ id }) => ({
          names: inOrder(workingOn(roster, day, id), staff).map(nameOf),
          missing: gaps
            .filter(({ shift }) => shift === id)
            .reduce((sum, gap) => sum + gap.least - gap.have, 0),
        })),
        away: staff.flatMap((id) => {
          if (awayByLeave(roster, day, id)) return [fill(words.form.onLeave, { name: nameOf(id) })];
          return planOf(roster, day, id).includes(REST) ? [nameOf(id)] : [];
        }),
      };
    }),
    people: staff.map((id) => {
      const plans = days.map((day) => planOf(roster, day, id));
      const leaves = days.filter((day) => awayByLeave(roster, day, id)).length;
      return {
        name: nameOf(id),
        cells: days.map((day) => shortPlan(roster, day, id, settings, words)),
        shifts: days.reduce(
          (sum, day) =>
            sum +
            shiftsIn(planOf(roster, day, id)).filter((shift) => !leaveOn(roster, day, id, shift)).length,
          0,
        ),
        rests: plans.filter((plan, at) => plan.includes(REST) && !awayByLeave(roster, days[at] ?? '', id))
          .length,
        leaves,
      };
    }),
    warnings: warningsOf(roster, from, to, settings).map((warning) =>
      fill(words.warning[warning.type], warningParams(warning, settings, nameOf)),
    ),
    preparedBy: planners(roster, new Set(days)).slice(0, 3).map(nameOf),
  };
}

/** True when a leave keeps somebody from a day: the whole of it, or the shift they are planned for. */
function awayByLeave(roster: Roster, day: string, staff: string): boolean {
  const shifts = shiftsIn(planOf(roster, day, staff));
  return (
    leaveOn(roster, day, staff) !== undefined ||
    (shifts.length > 0 && shifts.every((shift) => leaveOn(roster, day, staff, shift)))
  );
}

const inOrder = (ids: readonly string[], order: readonly string[]): readonly string[] => [
  ...order.filter((id) => ids.includes(id)),
  ...ids.filter((id) => !order.includes(id)),
];

/** One published shift of somebody. */
export interface OwnShift {
  readonly day: string;
  readonly shift: string;
}

/** Somebody's published shifts of `from` to `to`, those on leave left out, by day and time. */
export function ownShifts(
  roster: Roster,
  staff: string,
  from: string,
  to: string,
  settings: Settings,
): readonly OwnShift[] {
  return daysBetween(from, to)
    .filter((day) => isPublished(roster, day))
    .flatMap((day) =>
      settings.shifts
        .filter(({ id }) => planOf(roster, day, staff).includes(id) && !leaveOn(roster, day, staff, id))
        .map(({ id }) => ({ day, shift: id })),
    );
}
