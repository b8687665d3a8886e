/** Reading the one order a command is about, who may touch which part, and writing it back (DOMAIN §1, §3.5). */
import {
  accept,
  refuse,
  type Actor,
  type Context,
  type Decision,
  type Loaded,
  type Read,
} from '../core/command';
import type { Envelope, LogEntry } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, hasRole, type Role } from '../core/roles';
import { LIMITS, type OrderStatus, type Part, type WorkOrder, type WorkOrderBody } from './schema';
import { PART_STEPS, mayStep, orderDueAt, type PartStep } from './state';

/** Whoever answers for a department, and the desk that writes down what it was told by telephone. */
export const PART_ROLES: readonly Role[] = [...DESK_ROLES, 'handler'];

export const isWorkOrder = (doc: Envelope): doc is WorkOrder => doc.kind === 'workOrder';

/** Asks for one order by id. */
export const readOrder = (id: string): Read => ({ name: 'order', collection: 'tickets', ids: [id] });

/** Decides on the loaded order; a missing one, a void one and a closed one are refused. */
export function decideOn(loaded: Loaded, decide: (order: WorkOrder) => Decision): Decision {
  const order = loaded.order?.find(isWorkOrder);
  if (!order) return refuse({ code: 'notFound' });
  if (order.status === 'void') return refuse({ code: 'recordVoid' });
  if (order.status === 'closed') return refuse({ code: 'orderClosed' });
  return decide(order);
}

export const isAtDesk = ({ roles }: Actor): boolean => hasRole(roles, DESK_ROLES);

/** True for whoever answers for the department of a part. */
export const isTheirs = ({ roles, departments }: Actor, { department }: Part): boolean =>
  roles.includes('handler') && departments.includes(department);

/** True for the first-asked person of an order, and for a lead. */
export const mayCoordinate = ({ id, roles }: Actor, { key }: Pick<WorkOrder, 'key'>): boolean =>
  id === key || roles.includes('lead');

/** A department's step on its part, or what the desk was told of it. */
export interface ToldStep {
  /** The order. */
  readonly id: string;
  readonly part: string;
  /** 电话告知: who in the department said so; needed where the desk writes it down. */
  readonly toldBy: string;
}

/**
 * Decides on a part somebody of its department moves, or the desk for them. Handlers move only their own departments'
 * parts; the desk names who told it.
 */
export function decideOnPart(
  input: ToldStep,
  step: PartStep,
  loaded: Loaded,
  { actor }: Context,
  decide: (order: WorkOrder, part: Part, toldBy: string, checks: Checks) => Decision,
): Decision {
  return decideOn(loaded, (order) => {
    const part = order.body.parts.find(({ id }) => id === input.part);
    if (!part) return refuse({ code: 'notFound' });
    const own = isTheirs(actor, part);
    if (!own && !isAtDesk(actor)) return refuse({ code: 'notYourDepartment' });
    if (!mayStep(part, step)) return refuse({ code: 'partMovedOn' });
    const checks = new Checks();
    const toldBy = own ? '' : checks.text('toldBy', input.toldBy, { max: LIMITS.toldBy, required: true });
    return decide(order, part, toldBy, checks);
  });
}

/** The parts with one of them after a step. */
export function steppedParts(
  { parts }: WorkOrderBody,
  id: string,
  step: PartStep,
  change: Partial<Part> = {},
): readonly Part[] {
  return parts.map((part) => (part.id === id ? { ...part, ...change, state: PART_STEPS[step].to } : part));
}

/** The order after an act, its due time worked out again. */
export function movedOrder(
  order: WorkOrder,
  change: Partial<WorkOrderBody>,
  context: Context,
  act: string,
  why: Pick<LogEntry, 'reason' | 'changes'> = {},
  status: OrderStatus = order.status,
): WorkOrder {
  const body = withLog({ ...order.body, ...change }, context, act, why);
  return { ...order, status, dueAt: orderDueAt(status, body), body };
}

/** Accepts the changed order. */
export const acceptOrder = (order: WorkOrder): Decision => accept({ collection: 'tickets', doc: order });

/** A log line about one department. `to` says what became of it. */
export const partChange = (part: Part, to: string): Pick<LogEntry, 'changes'> => ({
  changes: [{ field: 'part', from: part.department, to }],
});
