/** `complaint.escalate` 升级: an act with a person and a time, each step higher than the one before (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LEVELS, LIMITS, type Level } from './schema';
import { standingOf } from './standing';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface EscalateComplaint {
  readonly id: string;
  readonly level: Level | '';
  /** Who was told. */
  readonly person: string;
  readonly reason: string;
}

export const escalateComplaint: Command<EscalateComplaint> = {
  type: 'complaint.escalate',
  roles: TABLE.escalated.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'escalated', (complaint) => {
      const checks = new Checks();
      const level = checks.choice('level', input.level, LEVELS);
      const before = standingOf(complaint.body).level;
      if (level && before && LEVELS.indexOf(level) <= LEVELS.indexOf(before))
        checks.refuse('level', 'notHigher');
      const person = checks.text('person', input.person, { max: LIMITS.person, required: true });
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0 || !level) return refuse(...checks.refusals);
      const part = { type: 'escalated', level, person, reason } as const;
      return acceptEvent(complaint, part, context, 'complaint.escalate', { reason });
    }),
};
