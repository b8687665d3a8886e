/** `visit.recordStarterCounts`: players and caddies on site, as the starter's desk tells (DOMAIN §3.1). */
import { accept, refuse, type Command } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { addDays, businessDay } from '../core/time';
import type { StarterCount } from './schema';

export interface RecordStarterCounts {
  readonly id: string;
  readonly players: number | null;
  readonly caddies: number | null;
  /** ISO instant; '' means now. */
  readonly countedAt: string;
}

/** Most people a course holds; more is a slip of the keyboard. */
export const MAX_STARTER_COUNT = 2000;

/** Every telling is a record of its own, so the history stays; the latest counts. */
export const recordStarterCounts: Command<RecordStarterCounts> = {
  type: 'visit.recordStarterCounts',
  roles: DESK_ROLES,
  reads: ({ id }) => [{ name: 'count', collection: 'visits', ids: [id] }],
  decide: ({ id, players, caddies, countedAt }, loaded, context) => {
    if (loaded.count?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const counted = {
      players: checks.whole('players', players, 0, MAX_STARTER_COUNT),
      caddies: checks.whole('caddies', caddies, 0, MAX_STARTER_COUNT),
      countedAt: checks.past('countedAt', countedAt, context.now),
    };
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const day = businessDay(counted.countedAt, context.settings.cutOffHour);
    if (day < addDays(context.day, -1)) return refuse({ field: 'countedAt', code: 'timeInTooEarly' });
    const { desk, actor, now: at } = context;
    const body = withLog({ v: 1, ...counted }, context, 'visit.recordStarterCounts');
    const doc: Omit<StarterCount, 'ver'> = {
      id,
      kind: 'starterCount',
      status: 'recorded',
      day,
      dueAt: NEVER_DUE,
      desk,
      by: actor.id,
      at,
      key: '',
      body,
    };
    return accept({ collection: 'visits', doc });
  },
};
