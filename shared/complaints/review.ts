/** `complaint.review` and `complaint.sendBack`: the lead looks at it before the customer is called (DOMAIN §3.4). */
import { refuse, type Command, type Read } from '../core/command';
import { Checks } from '../core/field-checks';
import type { Staff } from '../directory/schema';
import { LIMITS, type Complaint } from './schema';
import { standingOf } from './standing';
import { acceptEvent, decideOn, leadBehind, readComplaint, staffIn } from './state';
import { TABLE } from './table';

const ALL_STAFF: Read = {
  name: 'staff',
  collection: 'directory',
  index: 'kind',
  from: ['staff'],
  to: ['staff'],
};

/** Who handled, answered or solved it in this round: nobody reviews their own (DOMAIN §1). */
export function handledBy({ body }: Complaint): ReadonlySet<string> {
  const { handled, answer, solved } = standingOf(body);
  return new Set([...handled, answer, solved].flatMap((event) => (event ? [event.by] : [])));
}

/** True when some lead on staff had no hand in it. */
export const hasOtherLead = (complaint: Complaint, staff: readonly Staff[]): boolean =>
  staff.some(
    ({ id, status, body }) =>
      status === 'active' && body.roles.includes('lead') && !handledBy(complaint).has(id),
  );

export interface ReviewComplaint {
  readonly id: string;
  readonly opinion: string;
  /** Why the one who handled it reviews it: no other lead is on staff; else ''. */
  readonly reason: string;
}

/** By a lead or manager who had no hand in it, at the keyboard or by PIN; else with the reason why there is none. */
export const reviewComplaint: Command<ReviewComplaint> = {
  type: 'complaint.review',
  roles: TABLE.reviewed.who,
  reads: ({ id }) => [readComplaint(id), ALL_STAFF],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'reviewed', (complaint) => {
      const checks = new Checks();
      const opinion = checks.text('opinion', input.opinion, {
        max: LIMITS.text,
        required: true,
        lines: true,
      });
      const hands = handledBy(complaint);
      const lead = leadBehind(context, ...hands);
      const alone = lead === null && !hasOtherLead(complaint, staffIn(loaded));
      if (lead === null && !alone) checks.refuse('lead', 'notOwnReview');
      const reason = alone ? checks.text('reason', input.reason, { max: LIMITS.reason, required: true }) : '';
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const stands = lead !== null && lead !== context.actor.id ? { approvedBy: lead } : {};
      const why = reason === '' ? {} : { reason };
      const part = { type: 'reviewed', opinion, ...stands, ...why } as const;
      return acceptEvent(complaint, part, context, 'complaint.review', why);
    }),
};

export interface SendBackComplaint {
  readonly id: string;
  readonly reason: string;
}

/** It is not solved: the clocks go on as if it had never been said to be. */
export const sendBackComplaint: Command<SendBackComplaint> = {
  type: 'complaint.sendBack',
  roles: TABLE.sentBack.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'sentBack', (complaint) => {
      const checks = new Checks();
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptEvent(complaint, { type: 'sentBack', reason }, context, 'complaint.sendBack', { reason });
    }),
};
