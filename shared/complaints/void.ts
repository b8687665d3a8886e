/** `complaint.void`: entered by mistake; the number stays in the register (DOMAIN §2). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LIMITS } from './schema';
import { acceptEvent, decideOn, leadBehind, readComplaint } from './state';
import { TABLE } from './table';

export interface VoidComplaint {
  readonly id: string;
  readonly reason: string;
}

/** A lead voids, or confirms by PIN; nobody approves the void of what they recorded. */
export const voidComplaint: Command<VoidComplaint> = {
  type: 'complaint.void',
  roles: TABLE.voided.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: ({ reason: typed }, loaded, context) =>
    decideOn(loaded, context, 'voided', (complaint) => {
      const checks = new Checks();
      const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
      if (leadBehind(context) === null) checks.refuse('lead', 'leadMustConfirm');
      else if (leadBehind(context, complaint.by) === null) checks.refuse('lead', 'notOwnVoidComplaint');
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const approvedBy = leadBehind(context, complaint.by);
      const changes = [{ field: 'approvedBy', from: null, to: approvedBy }];
      return acceptEvent(complaint, { type: 'voided' }, context, 'complaint.void', { reason, changes });
    }),
};
