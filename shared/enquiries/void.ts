/** `enquiry.void`: entered by mistake; the number stays in the register (DOMAIN §2). */
import { refuse, type Command } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { LIMITS } from '../service/schema';
import { leadApproval } from '../signatures/lead-approval';
import { acceptEnquiry, decideOn, readEnquiry } from './state';

export interface VoidEnquiry {
  readonly id: string;
  readonly reason: string;
}

/** A lead voids, or confirms a clerk's void by PIN, and nobody what they registered; what grew from it must be void first. */
export const voidEnquiry: Command<VoidEnquiry> = {
  type: 'enquiry.void',
  roles: DESK_ROLES,
  reads: ({ id }) => readEnquiry(id),
  decide: ({ reason: typed }, loaded, context) =>
    decideOn(loaded, (enquiry) => {
      const checks = new Checks();
      const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
      if (enquiry.body.children.length > 0) checks.refuse('reason', 'enquiryHasChildren');
      const approval = leadApproval(checks, 'approval', [enquiry.by], context);
      if (checks.refusals.length > 0 || !approval) return refuse(...checks.refusals);
      const changes = [{ field: 'approvedBy', from: null, to: approval.staff }];
      const body = withLog(enquiry.body, context, 'enquiry.void', { reason, changes });
      return acceptEnquiry({ ...enquiry, status: 'void', dueAt: NEVER_DUE, body });
    }),
};
