/** `visit.void`: entered by mistake; the number stays in the register (DOMAIN §2). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { moved } from './rules';
import { LIMITS } from './schema';
import { acceptVisit, decideOn, readVisit } from './state';

export interface VoidVisit {
  readonly id: string;
  readonly reason: string;
}

/** A lead voids, or confirms a clerk's void by PIN; nobody approves the void of a visit they registered. */
export const voidVisit: Command<VoidVisit> = {
  type: 'visit.void',
  roles: DESK_ROLES,
  reads: ({ id }) => readVisit(id),
  decide: ({ reason: typed }, loaded, context) =>
    decideOn(loaded, (visit) => {
      const checks = new Checks();
      const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const leads = [{ staff: context.actor.id, roles: context.actor.roles }, ...context.witnesses].filter(
        (person) => person.roles.includes('lead'),
      );
      if (leads.length === 0) return refuse({ code: 'leadMustConfirm' });
      const approver = leads.find((lead) => lead.staff !== visit.by);
      if (!approver) return refuse({ code: 'notOwnVoid' });
      const changes = [{ field: 'approvedBy', from: null, to: approver.staff }];
      const body = withLog(visit.body, context, 'visit.void', { reason, changes });
      return acceptVisit(moved(visit, 'void', body, context.settings));
    }),
};
