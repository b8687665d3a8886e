/** `roster.publish`: a week or month counts from now on; what it lacks is kept with it, gaps need a reason (DOMAIN §3.8). */
import { accept, refuse, type Command } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { daysBetween, rosterOf, rosterReads, shiftsIn } from './roster';
import { LIMITS, periodId, type RosterPeriod, type RosterPeriodBody, type Unit } from './schema';
import { PLANNERS } from './set-plans';
import { spanOf } from './spans';
import { warningsOf } from './warnings';

export interface Publish {
  readonly unit: Unit;
  /** Any day of the week or month. */
  readonly day: string;
  /** Why it is published with gaps. */
  readonly reason: string;
}

export const publishRoster: Command<Publish> = {
  type: 'roster.publish',
  roles: PLANNERS,
  reads: ({ unit, day }) => {
    const { from, to } = spanOf(unit, day);
    return [...rosterReads(from, to), { name: 'period', collection: 'roster', ids: [periodId(unit, from)] }];
  },
  decide: ({ unit, day, reason: typed }, loaded, context) => {
    const { from, to } = spanOf(unit, day);
    if (loaded.period?.length) return refuse({ code: 'rosterPublished' });
    const roster = rosterOf(Object.values(loaded).flat());
    const days = new Set(daysBetween(from, to));
    if (
      ![...roster.duties.values()].some((duty) => days.has(duty.day) && shiftsIn(duty.body.plan).length > 0)
    )
      return refuse({ code: 'rosterEmpty' });
    const warnings = warningsOf(roster, from, to, context.settings);
    const gaps = warnings.filter(({ type }) => type === 'gap').length;
    const checks = new Checks();
    const reason = checks.text('reason', typed, { max: LIMITS.reason });
    if (gaps > 0 && reason === '' && checks.refusals.length === 0)
      checks.refuse('reason', 'gapsNeedReason', { gaps });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body: RosterPeriodBody = {
      v: 1,
      unit,
      from,
      to,
      publishedAt: context.now,
      publisher: context.actor.id,
      publisherName: context.actor.name,
      warnings,
      reason,
    };
    const doc: Omit<RosterPeriod, 'ver'> = {
      id: periodId(unit, from),
      kind: 'rosterPeriod',
      status: 'published',
      day: from,
      dueAt: NEVER_DUE,
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: '',
      body: withLog(body, context, 'roster.publish', reason === '' ? {} : { reason }),
    };
    return accept({ collection: 'roster', doc });
  },
};
