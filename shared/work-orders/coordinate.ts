/** What the first-asked person does with the parts: give anew, add, withdraw, bring higher up (DOMAIN §3.5). */
import { refuse, type Command, type Decision, type Loaded } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { acceptOrder, decideOn, movedOrder, partChange, readOrder, steppedParts } from './access';
import {
  acceptBy,
  checkDepartment,
  checkFuture,
  checkMatter,
  checkPart,
  readDepartments,
  type OrderFields,
  type PartFields,
} from './fields';
import {
  ESCALATION_LEVELS,
  LIMITS,
  MAX_PARTS,
  type EscalationLevel,
  type Part,
  type WorkOrder,
} from './schema';
import { liveParts, mayStep, mayTake, type PartStep } from './state';

/** Departments that have a part already. */
const takenBy = ({ body }: WorkOrder, except = ''): readonly string[] =>
  liveParts(body)
    .filter(({ id }) => id !== except)
    .map(({ department }) => department);

function onPart(
  loaded: Loaded,
  id: string,
  step: PartStep,
  decide: (order: WorkOrder, part: Part) => Decision,
): Decision {
  return decideOn(loaded, (order) => {
    const part = order.body.parts.find((one) => one.id === id);
    if (!part) return refuse({ code: 'notFound' });
    return mayStep(part, step) ? decide(order, part) : refuse({ code: 'partMovedOn' });
  });
}

export interface ReassignPart extends PartFields {
  readonly id: string;
  readonly part: string;
  readonly reason: string;
}

/** `workOrder.reassign` 改派: to another department, or to the same one anew; its clocks start again. */
export const reassignPart: Command<ReassignPart> = {
  type: 'workOrder.reassign',
  roles: DESK_ROLES,
  reads: ({ id, department }) => [readOrder(id), readDepartments([department])],
  decide: (input, loaded, context) =>
    onPart(loaded, input.part, 'reassign', (order, part) => {
      const checks = new Checks();
      const department = checkDepartment(
        checks,
        'department',
        input.department,
        loaded,
        takenBy(order, part.id),
      );
      const assignee = checks.text('assignee', input.assignee, { max: LIMITS.assignee });
      const content = checks.text('content', input.content, {
        max: LIMITS.content,
        required: true,
        lines: true,
      });
      const due = checkFuture(checks, 'due', input.due === '' ? part.due : input.due, context);
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const given = {
        department,
        assignee,
        content,
        due,
        reason,
        at: context.now,
        acceptBy: acceptBy(context),
        acceptedAt: '',
      };
      const parts = steppedParts(order.body, part.id, 'reassign', given);
      return acceptOrder(
        movedOrder(order, { parts, due: later(order.body.due, due) }, context, 'workOrder.reassign', {
          reason,
          changes: [{ field: 'department', from: part.department, to: department }],
        }),
      );
    }),
};

const later = (a: string, b: string): string => (a > b ? a : b);

export interface AddPart extends PartFields {
  readonly id: string;
}

/** `workOrder.addPart` 增加部门. */
export const addPart: Command<AddPart> = {
  type: 'workOrder.addPart',
  roles: DESK_ROLES,
  reads: ({ id, department }) => [readOrder(id), readDepartments([department])],
  decide: ({ id: _id, ...fields }, loaded, context) =>
    decideOn(loaded, (order) => {
      if (!mayTake(order, 'addPart')) return refuse({ code: 'changedMeanwhile' });
      const checks = new Checks();
      // A time after the order's moves the order's; one left empty stands where the order's is still to come.
      const due = fields.due === '' ? order.body.due : fields.due;
      const part = checkPart(
        checks,
        '',
        { ...fields, due },
        { id: `${context.actId}-1`, due: later(order.body.due, due), taken: takenBy(order) },
        loaded,
        context,
      );
      if (order.body.parts.length >= MAX_PARTS)
        checks.refuse('department', 'badNumber', { min: 1, max: MAX_PARTS });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptOrder(
        movedOrder(
          order,
          {
            parts: [...order.body.parts, part],
            due: later(order.body.due, part.due),
            lastDecision: context.actId,
          },
          context,
          'workOrder.addPart',
          partChange(part, 'dispatched'),
        ),
      );
    }),
};

export interface WithdrawPart {
  readonly id: string;
  readonly part: string;
  readonly reason: string;
}

/** `workOrder.withdraw` 撤销: a department is no longer needed; one part always stays. */
export const withdrawPart: Command<WithdrawPart> = {
  type: 'workOrder.withdraw',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (input, loaded, context) =>
    onPart(loaded, input.part, 'withdraw', (order, part) => {
      if (liveParts(order.body).length < 2) return refuse({ code: 'lastPart' });
      const checks = new Checks();
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const parts = steppedParts(order.body, part.id, 'withdraw', { reason });
      return acceptOrder(
        movedOrder(order, { parts, lastDecision: context.actId }, context, 'workOrder.withdraw', {
          reason,
          ...partChange(part, 'withdrawn'),
        }),
      );
    }),
};

export interface EscalateOrder {
  readonly id: string;
  readonly level: EscalationLevel;
  readonly to: string;
  /** Department id it is about, or ''. */
  readonly department: string;
  readonly reason: string;
}

/** `workOrder.escalate` 升级: brought to a named person. */
export const escalateOrder: Command<EscalateOrder> = {
  type: 'workOrder.escalate',
  roles: [...DESK_ROLES, 'manager'],
  reads: ({ id }) => [readOrder(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, (order) => {
      const checks = new Checks();
      const level = checks.choice('level', input.level, ESCALATION_LEVELS);
      const to = checks.text('to', input.to, { max: LIMITS.to, required: true });
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      if (level === null || checks.refusals.length > 0) return refuse(...checks.refusals);
      const { actId, now, actor } = context;
      const one = { id: actId, at: now, by: actor.id, level, to, department: input.department, reason };
      return acceptOrder(
        movedOrder(order, { escalations: [...order.body.escalations, one] }, context, 'workOrder.escalate', {
          reason,
          changes: [{ field: 'escalation', from: null, to }],
        }),
      );
    }),
};

export interface CorrectOrder {
  readonly id: string;
  readonly fields: Omit<OrderFields, 'due' | 'parts'>;
}

/** `workOrder.correct` 更正: customer, category and matter; what departments were asked stays. */
export const correctOrder: Command<CorrectOrder> = {
  type: 'workOrder.correct',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: ({ fields }, loaded, context) =>
    decideOn(loaded, (order) => {
      const checks = new Checks();
      const { body } = order;
      const matter = checkMatter(checks, fields, context, body.category);
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const flat = (of: typeof matter) => ({ ...of.customer, category: of.category, summary: of.summary });
      const [before, after] = [flat(body), flat(matter)];
      const changes = (Object.keys(after) as (keyof typeof after)[])
        .filter((field) => before[field] !== after[field])
        .map((field) => ({ field, from: before[field], to: after[field] }));
      return acceptOrder(movedOrder(order, matter, context, 'workOrder.correct', { changes }));
    }),
};
