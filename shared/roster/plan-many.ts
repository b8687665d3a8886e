/** Many cells at once: a week copied from the one before, or a named turn of shifts 轮班模板 laid over people and days. */
import type { RosterTemplate } from '../core/settings';
import { addDays } from '../core/time';
import { daysBetween, planOf, type Roster } from './roster';
import { samePlan, type Cell } from './set-plans';

/** The cells by which `from` to `to` becomes what the same days were `shift` days earlier. */
export function copied(
  roster: Roster,
  staff: readonly string[],
  from: string,
  to: string,
  shift = 7,
): readonly Cell[] {
  return daysBetween(from, to).flatMap((day) =>
    staff
      .map((id) => ({ day, staff: id, plan: planOf(roster, addDays(day, -shift), id) }))
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
