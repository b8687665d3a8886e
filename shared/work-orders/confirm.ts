/** The end of a work order: the first-asked person asks the customer, and closes it (DOMAIN §3.5). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { leadApproval } from '../signatures/lead-approval';
import { acceptOrder, decideOn, mayCoordinate, movedOrder, readOrder } from './access';
import { checkDue } from './fields';
import {
  CONFIRM_RESULTS,
  CONFIRM_WAYS,
  LIMITS,
  type ConfirmResult,
  type ConfirmWay,
  type Confirmation,
} from './schema';
import { PART_STEPS, mayTake } from './state';

export interface ConfirmOrder {
  readonly id: string;
  readonly way: ConfirmWay | '';
  readonly result: ConfirmResult | '';
  readonly note: string;
  /** 确认并办结, when the customer has nothing against it. */
  readonly close: boolean;
  /** Not satisfied: ids of the parts that are worked on again, at least one. */
  readonly reopen: readonly string[];
  /** Not satisfied: ISO instant by which they are done; '' starts the clock anew. */
  readonly due: string;
}

/** `workOrder.confirm` 客户确认; 不满意 opens the parts again. */
export const confirmOrder: Command<ConfirmOrder> = {
  type: 'workOrder.confirm',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, (order) => {
      if (!mayCoordinate(context.actor, order)) return refuse({ code: 'onlyResponsible' });
      if (!mayTake(order, 'confirm')) return refuse({ code: 'partsOpen' });
      const { body } = order;
      const checks = new Checks();
      const way = checks.choice('way', input.way, CONFIRM_WAYS);
      const result = checks.choice('result', input.result, CONFIRM_RESULTS);
      const again = result === 'dissatisfied';
      const note = checks.text('note', input.note, { max: LIMITS.note, required: again, lines: true });
      const reopened = body.parts.filter(({ id, state }) => state === 'done' && input.reopen.includes(id));
      if (again && reopened.length === 0) checks.refuse('reopen', 'chooseParts');
      const due = again ? checkDue(checks, input.due, context) : body.due;
      if (way === null || result === null || checks.refusals.length > 0) return refuse(...checks.refusals);
      const { actId, now, actor } = context;
      const one: Confirmation = { id: actId, at: now, by: actor.id, way, result, note };
      const confirmations = [...body.confirmations, one];
      const changes = [{ field: 'confirmation', from: null, to: result }];
      if (again)
        return acceptOrder(
          movedOrder(
            order,
            {
              confirmations,
              due,
              lastDecision: actId,
              parts: body.parts.map((part) =>
                reopened.includes(part)
                  ? { ...part, state: PART_STEPS.reopen.to, due, doneAt: '', result: '', reason: note }
                  : part,
              ),
            },
            context,
            'workOrder.reopen',
            { reason: note, changes },
          ),
        );
      return acceptOrder(
        movedOrder(
          order,
          { confirmations, lastDecision: actId, ...(input.close ? { closedAt: now } : {}) },
          context,
          'workOrder.confirm',
          { changes, ...(note === '' ? {} : { reason: note }) },
          input.close ? 'closed' : 'confirmed',
        ),
      );
    }),
};

export interface CloseOrder {
  readonly id: string;
}

/** `workOrder.close` 办结. */
export const closeOrder: Command<CloseOrder> = {
  type: 'workOrder.close',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (_input, loaded, context) =>
    decideOn(loaded, (order) => {
      if (!mayCoordinate(context.actor, order)) return refuse({ code: 'onlyResponsible' });
      if (!mayTake(order, 'close')) return refuse({ code: 'notConfirmed' });
      const change = { closedAt: context.now, lastDecision: context.actId };
      return acceptOrder(movedOrder(order, change, context, 'workOrder.close', {}, 'closed'));
    }),
};

export interface VoidOrder {
  readonly id: string;
  readonly reason: string;
}

/** `workOrder.void` 作废: dispatched by mistake; a lead who did not dispatch it confirms, the number stays. */
export const voidOrder: Command<VoidOrder> = {
  type: 'workOrder.void',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, (order) => {
      if (!mayTake(order, 'void')) return refuse({ code: 'changedMeanwhile' });
      const checks = new Checks();
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      const lead = leadApproval(checks, 'lead', [order.by], context);
      if (lead === null || checks.refusals.length > 0) return refuse(...checks.refusals);
      const changes = [{ field: 'approvedBy', from: null, to: lead.staff }];
      return acceptOrder(
        movedOrder(
          order,
          { lastDecision: context.actId },
          context,
          'workOrder.void',
          { reason, changes },
          'void',
        ),
      );
    }),
};
