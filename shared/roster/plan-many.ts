/** Several cells at once: moved, exchanged, a week copied from the one before, a named turn 轮班模板 laid over people and days. */
import type { RosterTemplate } from '../core/settings';
import { addDays } from '../core/time';
import { daysBetween, planOf, shiftsIn, type Roster } from './roster';
import { NEVER_DUE } from '../core/envelope';
import { REST, dutyId, type Duty, type Plan } from './schema';
import { samePlan, type Cell } from './set-plans';

/** A week is copied from the one before it; a month week by week from the one before its first. */
export const COPIED_DAYS = 7;

/** The cells by which every day of `from` to `to` becomes what the same weekday was in the week before `from`. */
export function copied(roster: Roster, staff: readonly string[], from: string, to: string): readonly Cell[] {
  return daysBetween(from, to).flatMap((day, at) =>
    staff
      .map((id) => ({
        day,
        staff: id,
        plan: planOf(roster, addDays(from, (at % COPIED_DAYS) - COPIED_DAYS), id),
      }))
      .filter((cell) => !samePlan(cell.plan, planOf(roster, day, cell.staff))),
  );
}

/**
 * The cells of a turn: the first person begins with its first day on `from`, everybody after that one step later in the
 * turn, so that a turn of four days keeps four people apart.
 */
export function turned(
  { turn }: RosterTemplate,
  staff: readonly string[],
  from: string,
  to: string,
): readonly Cell[] {
  return daysBetween(from, to).flatMap((day, at) =>
    staff.map((id, person) => {
      const entry = turn[(at + person) % turn.length];
      return { day, staff: id, plan: entry ? [entry] : [] };
    }),
  );
}

/** The plan with one shift more; it ends a day off. */
export const withShift = (plan: Plan, shift: string): Plan => [...new Set([...shiftsIn(plan), shift])];

/** The plan without a shift; whoever is left without one has the day off. */
export function withoutShift(plan: Plan, shift: string): Plan {
  const left = shiftsIn(plan).filter((id) => id !== shift);
  return left.length > 0 ? left : [REST];
}

/** A person's day. */
export interface Place {
  readonly day: string;
  readonly staff: string;
}

/** The cells by which two days change places. */
export function exchanged(roster: Roster, a: Place, b: Place): readonly Cell[] {
  return [
    { ...a, plan: planOf(roster, b.day, b.staff) },
    { ...b, plan: planOf(roster, a.day, a.staff) },
  ];
}

/** The cells by which somebody's shift moves to another day or shift; the day it leaves is free to plan. */
export function shiftMoved(
  roster: Roster,
  staff: string,
  from: { readonly day: string; readonly shift: string },
  to: { readonly day: string; readonly shift: string },
): readonly Cell[] {
  const left = shiftsIn(planOf(roster, from.day, staff)).filter((id) => id !== from.shift);
  if (from.day === to.day) return [{ day: to.day, staff, plan: withShift(left, to.shift) }];
  return [
    { day: from.day, staff, plan: left },
    { day: to.day, staff, plan: withShift(planOf(roster, to.day, staff), to.shift) },
  ];
}

/** The roster as it will be with these cells: what is being saved, or what a swap would make of it. */
export function withCells(roster: Roster, cells: readonly Cell[]): Roster {
  if (cells.length === 0) return roster;
  const duties = new Map(roster.duties);
  for (const { day, staff, plan } of cells) {
    const id = dutyId(day, staff);
    const before = duties.get(id);
    const fresh: Duty = {
      id,
      kind: 'duty',
      status: 'planned',
      day,
      dueAt: NEVER_DUE,
      desk: '',
      by: '',
      at: '',
      ver: {},
      key: staff,
      body: { v: 1, plan, swaps: [] },
    };
    duties.set(id, before ? { ...before, body: { ...before.body, plan } } : fresh);
  }
  return { ...roster, duties };
}
