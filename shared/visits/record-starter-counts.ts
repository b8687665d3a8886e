/** `visit.recordStarterCounts`: players and caddies on site, as the starter's desk tells (DOMAIN §3.1). */
import { accept, refuse, type Command, type Refusal } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { addDays, businessDay } from '../core/time';
import { checkTime } from './fields';
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
    const refusals: Refusal[] = [];
    const inRange = (field: string, value: number | null): number => {
      if (value !== null && Number.isInteger(value) && value >= 0 && value <= MAX_STARTER_COUNT) return value;
      refusals.push({
        field,
        code: value === null ? 'required' : 'badNumber',
        params: { min: 0, max: MAX_STARTER_COUNT },
      });
      return 0;
    };
    const counted = { players: inRange('players', players), caddies: inRange('caddies', caddies) };
    const time = checkTime('countedAt', countedAt === '' ? context.now : countedAt, context.now);
    if ('code' in time) return refuse(...refusals, time);
    const day = businessDay(time.at, context.settings.cutOffHour);
    if (day < addDays(context.day, -1)) refusals.push({ field: 'countedAt', code: 'timeInTooEarly' });
    if (refusals.length > 0) return refuse(...refusals);
    const { desk, actor, now: at } = context;
    const body = withLog({ v: 1, ...counted, countedAt: time.at }, context, 'visit.recordStarterCounts');
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
