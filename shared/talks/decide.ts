/** A lead's word on a talk (DOMAIN §3.3): approved with a named handler and an agreed time, or sent back. */
import { refuse, type Command } from '../core/command';
import { Checks, wholeMinute } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { leadApproval } from '../signatures/lead-approval';
import { decideOn, readTalk, stepped } from './access';
import { checkAgreed } from './fields';
import { LIMITS } from './schema';

export interface ApproveTalk {
  readonly id: string;
  readonly handler: string;
  /** ISO instant. */
  readonly agreedAt: string;
  readonly note: string;
}

/** `talk.approve` 审批通过; nobody approves their own talk. */
export const approveTalk: Command<ApproveTalk> = {
  type: 'talk.approve',
  roles: DESK_ROLES,
  reads: ({ id }) => [readTalk(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, 'approve', (talk) => {
      const { body } = talk;
      const checks = new Checks();
      const handler = checks.text('handler', input.handler, { max: LIMITS.handler, required: true });
      const typed = input.agreedAt === '' ? '' : wholeMinute(input.agreedAt);
      // The time the customer was told may have passed; a new one has not.
      const agreedAt = typed === body.agreedAt ? typed : checkAgreed(checks, 'agreedAt', typed, context.now);
      const note = checks.text('note', input.note, { max: LIMITS.note, lines: true });
      const lead = leadApproval(checks, 'lead', [talk.by], context);
      if (lead === null || checks.refusals.length > 0) return refuse(...checks.refusals);
      const changes = [
        { field: 'approvedBy', from: null, to: lead.staff },
        ...(handler === body.handler ? [] : [{ field: 'handler', from: body.handler, to: handler }]),
        ...(agreedAt === body.agreedAt ? [] : [{ field: 'agreedAt', from: body.agreedAt, to: agreedAt }]),
      ];
      const decision = { id: context.actId, state: 'approved', lead, note } as const;
      return stepped(talk, 'approve', { handler, agreedAt, decision }, context, 'talk.approve', {
        changes,
        ...(note === '' ? {} : { reason: note }),
      });
    }),
};

export interface ReturnTalk {
  readonly id: string;
  readonly reason: string;
}

/** `talk.sendBack` 退回修改. */
export const sendBackTalk: Command<ReturnTalk> = {
  type: 'talk.sendBack',
  roles: DESK_ROLES,
  reads: ({ id }) => [readTalk(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, 'sendBack', (talk) => {
      const checks = new Checks();
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      const lead = leadApproval(checks, 'lead', [talk.by], context);
      if (lead === null || checks.refusals.length > 0) return refuse(...checks.refusals);
      const decision = { id: context.actId, state: 'returned', lead, note: reason } as const;
      return stepped(talk, 'sendBack', { decision }, context, 'talk.sendBack', { reason });
    }),
};
