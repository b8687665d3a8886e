/** 延期: a department asks for more time with its reason, a lead who did not ask decides (DOMAIN §3.5). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { leadApproval } from '../signatures/lead-approval';
import {
  PART_ROLES,
  acceptOrder,
  decideOn,
  decideOnPart,
  movedOrder,
  readOrder,
  type ToldStep,
} from './access';
import { checkFuture } from './fields';
import { LIMITS, type Extension } from './schema';
import { askedExtension, isUnfinished } from './state';

export interface AskExtension extends ToldStep {
  /** ISO instant, after the part's due time. */
  readonly to: string;
  readonly reason: string;
}

/** `workOrder.askExtension` 申请延期; the clock runs on until it is approved. */
export const askForExtension: Command<AskExtension> = {
  type: 'workOrder.askExtension',
  roles: PART_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (input, loaded, context) =>
    decideOnPart(input, 'progress', loaded, context, (order, part, toldBy, checks) => {
      if (askedExtension(order.body, part.id)) return refuse({ code: 'extensionPending' });
      const to = checkFuture(checks, 'to', input.to, context);
      if (to !== '' && to <= part.due) checks.refuse('to', 'extensionTooShort');
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const extension: Extension = {
        id: context.actId,
        at: context.now,
        by: context.actor.id,
        part: part.id,
        department: part.department,
        from: part.due,
        to,
        reason,
        toldBy,
        state: 'asked',
        lead: null,
        note: '',
      };
      return acceptOrder(
        movedOrder(
          order,
          { extensions: [...order.body.extensions, extension] },
          context,
          'workOrder.askExtension',
          { reason, changes: [{ field: 'due', from: part.due, to }] },
        ),
      );
    }),
};

export interface DecideExtension {
  readonly id: string;
  readonly extension: string;
  readonly approve: boolean;
  readonly note: string;
}

/** `workOrder.decideExtension`: approved, the part's time and the customer's move; rejected needs a word why. */
export const decideExtension: Command<DecideExtension> = {
  type: 'workOrder.decideExtension',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, (order) => {
      const { body } = order;
      const asked = body.extensions.find(({ id }) => id === input.extension);
      const part = body.parts.find(({ id }) => id === asked?.part);
      if (!asked || !part) return refuse({ code: 'notFound' });
      if (asked.state !== 'asked' || !isUnfinished(part)) return refuse({ code: 'changedMeanwhile' });
      const checks = new Checks();
      const note = checks.text('note', input.note, { max: LIMITS.note, required: !input.approve });
      const lead = leadApproval(checks, 'lead', [asked.by], context);
      if (lead === null || checks.refusals.length > 0) return refuse(...checks.refusals);
      const extensions = body.extensions.map((one): Extension =>
        one.id === asked.id ? { ...one, state: input.approve ? 'approved' : 'rejected', lead, note } : one,
      );
      if (!input.approve)
        return acceptOrder(
          movedOrder(order, { extensions }, context, 'workOrder.rejectExtension', { reason: note }),
        );
      return acceptOrder(
        movedOrder(
          order,
          {
            extensions,
            parts: body.parts.map((one) => (one.id === part.id ? { ...one, due: asked.to } : one)),
            due: asked.to > body.due ? asked.to : body.due,
          },
          context,
          'workOrder.approveExtension',
          {
            ...(note === '' ? {} : { reason: note }),
            changes: [
              { field: 'due', from: part.due, to: asked.to },
              { field: 'approvedBy', from: null, to: lead.staff },
            ],
          },
        ),
      );
    }),
};
