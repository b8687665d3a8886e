/** `roster.setPlans`: cells of the roster are set; those of published days and days gone by only with a reason (DOMAIN §3.8). */
import { accept, refuse, type Command, type Context, type Write } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { hasRole, type Role } from '../core/roles';
import { isPublished, planOf, rosterOf, rosterReads, type Roster } from './roster';
import { LIMITS, REST, dutyId, type CellSwap, type DutyBody, type Plan, type Swap } from './schema';

/** Roles that plan. */
export const PLANNERS: readonly Role[] = ['lead', 'hr'];

/** One person's day as it shall be. */
export interface Cell {
  readonly day: string;
  readonly staff: string;
  readonly plan: Plan;
}

export interface SetPlans {
  readonly cells: readonly Cell[];
  /** Why a published roster is changed; '' for a draft. */
  readonly reason: string;
}

/** Most cells of one act: two months of a large desk. */
const MOST = 2_000;

/** The shifts in the club's order, or the day off; the order of a plan means nothing. */
export function normalPlan(plan: Plan, shifts: readonly { readonly id: string }[]): Plan {
  const known = shifts.map(({ id }) => id).filter((id) => plan.includes(id));
  return known.length > 0 ? known : plan.includes(REST) ? [REST] : [];
}

export const samePlan = (a: Plan, b: Plan): boolean => a.join() === b.join();

/** Whether a day's plan is no longer the planners' alone. */
export const isBound = (roster: Roster, day: string, today: string): boolean =>
  isPublished(roster, day) || day < today;

/** What a cell keeps of a swap. */
function cellSwap({ id, body }: Swap, before: Plan): CellSwap {
  const { no = '', applicant, colleague } = body;
  return { id, no, applicant, colleague, before };
}

/** The record of one cell after this act; `swap` is the swap that makes it so, others are over with a planning. */
export function dutyWrite(
  roster: Roster,
  { day, staff, plan }: Cell,
  context: Context,
  act: string,
  reason: string,
  swap?: Swap,
): Write {
  const before = roster.duties.get(dutyId(day, staff));
  const was = before?.body.plan ?? [];
  const changes = [{ field: 'plan', from: was, to: plan }];
  const why = reason === '' ? { changes } : { reason, changes };
  const swaps = swap ? [...(before?.body.swaps ?? []), cellSwap(swap, was)] : [];
  const body: DutyBody = withLog({ ...(before?.body ?? { v: 1 }), plan, swaps }, context, act, why);
  const doc = before
    ? { ...before, body }
    : {
        id: dutyId(day, staff),
        kind: 'duty' as const,
        status: 'planned' as const,
        day,
        dueAt: NEVER_DUE,
        desk: context.desk,
        by: context.actor.id,
        at: context.now,
        key: staff,
        body,
      };
  return { collection: 'roster', doc };
}

export const setPlans: Command<SetPlans> = {
  type: 'roster.setPlans',
  roles: PLANNERS,
  reads: ({ cells }) => {
    const days = cells.map(({ day }) => day).sort();
    return [
      ...rosterReads(days[0] ?? '9999-01-01', days.at(-1) ?? '9999-01-01'),
      { name: 'staff', collection: 'directory', ids: [...new Set(cells.map(({ staff }) => staff))] },
    ];
  },
  decide: ({ cells, reason: typed }, loaded, context) => {
    const roster = rosterOf(Object.values(loaded).flat());
    const known = new Set((loaded.staff ?? []).filter((doc) => doc.kind === 'staff').map(({ id }) => id));
    const { shifts } = context.settings;
    if (cells.length > MOST) return refuse({ code: 'tooManyCells', params: { most: MOST } });
    if (cells.some(({ staff }) => !known.has(staff))) return refuse({ code: 'notFound' });
    const unknown = cells
      .flatMap(({ plan }) => plan)
      .find((id) => id !== REST && !shifts.some((shift) => shift.id === id));
    if (unknown !== undefined) return refuse({ code: 'shiftGone' });
    const wanted = new Map(
      cells.map((cell) => [dutyId(cell.day, cell.staff), { ...cell, plan: normalPlan(cell.plan, shifts) }]),
    );
    const changed = [...wanted.values()].filter(
      ({ day, staff, plan }) => !samePlan(planOf(roster, day, staff), plan),
    );
    if (changed.length === 0) return refuse({ code: 'nothingChanged' });
    const checks = new Checks();
    const bound = changed.some(({ day }) => isBound(roster, day, context.day));
    if (bound && !hasRole(context.actor.roles, ['lead'])) return refuse({ code: 'leadChangesPublished' });
    const reason = checks.text('reason', typed, { max: LIMITS.reason, required: bound });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    return accept(...changed.map((cell) => dutyWrite(roster, cell, context, 'roster.setPlans', reason)));
  },
};
