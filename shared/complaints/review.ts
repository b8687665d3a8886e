/** `complaint.review` and `complaint.sendBack`: the lead looks at it before the customer is called (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LIMITS } from './schema';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface ReviewComplaint {
  readonly id: string;
  readonly opinion: string;
}

export const reviewComplaint: Command<ReviewComplaint> = {
  type: 'complaint.review',
  roles: TABLE.reviewed.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'reviewed', (complaint) => {
      const checks = new Checks();
      const opinion = checks.text('opinion', input.opinion, {
        max: LIMITS.text,
        required: true,
        lines: true,
      });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptEvent(complaint, { type: 'reviewed', opinion }, context, 'complaint.review');
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
