/** `followUpPlan.save`: the year's calls per department and month 《部门年度回访计划书》 (DOMAIN §3.7). */
import { accept, refuse, type Command, type Write } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { FOLLOW_UP_LIMITS, isPlan, planId, type FollowUpPlan, type FollowUpPlanBody } from './schema';

/** Months of a year as a plan names them. */
export const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

export interface SavePlan {
  /** `YYYY`. */
  readonly year: string;
  /** Rows of departments; those without a change are not written. */
  readonly rows: readonly {
    readonly department: string;
    readonly whom: string;
    /** Twelve numbers; NaN where what was typed is none. */
    readonly months: readonly number[];
  }[];
}

/** All rows, or none; refusals stand under `<department>`. */
export const savePlan: Command<SavePlan> = {
  type: 'followUpPlan.save',
  roles: ['lead', 'manager'],
  reads: ({ year, rows }) => [
    { name: 'plans', collection: 'tickets', ids: rows.map(({ department }) => planId(year, department)) },
    { name: 'departments', collection: 'directory', ids: rows.map(({ department }) => department) },
  ],
  decide: ({ year, rows }, loaded, context) => {
    const checks = new Checks();
    if (!/^\d{4}$/.test(year)) checks.refuse('year', 'required');
    const writes: Write[] = [];
    for (const { department, whom: typed, months } of rows) {
      const id = planId(year, department);
      const before = loaded.plans?.find((doc): doc is FollowUpPlan => isPlan(doc) && doc.id === id);
      if (!before && !loaded.departments?.some((doc) => doc.id === department && doc.status === 'active'))
        checks.refuse(department, 'departmentGone');
      const whom = checks.text(department, typed, { max: FOLLOW_UP_LIMITS.whom });
      const calls = MONTHS.map((_, index) =>
        checks.whole(department, months[index] ?? Number.NaN, 0, FOLLOW_UP_LIMITS.monthCalls),
      );
      const body: FollowUpPlanBody = {
        ...(before?.body ?? { v: 1 }),
        year,
        department,
        whom,
        months: MONTHS.map((month, index) => ({ id: month, calls: calls[index] ?? 0 })),
      };
      const isBlank = !before && whom === '' && calls.every((count) => count === 0);
      const changes = before ? changesBetween(before.body, body, ['whom', 'months']) : [];
      if (isBlank || (before && changes.length === 0)) continue;
      const { day, desk, actor, now: at } = context;
      const base = before ?? {
        id,
        kind: 'followUpPlan' as const,
        status: 'active' as const,
        day,
        dueAt: NEVER_DUE,
        desk,
        by: actor.id,
        at,
        key: department,
      };
      const why = changes.length > 0 ? { changes } : {};
      writes.push({
        collection: 'tickets',
        doc: { ...base, body: withLog(body, context, 'followUpPlan.save', why) },
      });
    }
    if (checks.refusals.length === 0 && writes.length === 0) return refuse({ code: 'planUnchanged' });
    return checks.refusals.length > 0 ? refuse(...checks.refusals) : accept(...writes);
  },
};
