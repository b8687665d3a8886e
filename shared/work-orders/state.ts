/** How a work order moves (docs/work-orders.md): its steps as a table, what follows from its parts, and what is to be done next. */
import { NEVER_DUE } from '../core/envelope';
import type { OrderStatus, Part, PartState, WorkOrder, WorkOrderBody } from './schema';

/** From where a part may come to a state, and by which step. */
export const PART_STEPS = {
  accept: { from: ['dispatched'], to: 'accepted' },
  refuse: { from: ['dispatched'], to: 'refused' },
  progress: { from: ['accepted', 'inProgress'], to: 'inProgress' },
  finish: { from: ['accepted', 'inProgress'], to: 'done' },
  handBack: { from: ['accepted', 'inProgress'], to: 'returned' },
  reassign: { from: ['dispatched', 'accepted', 'inProgress', 'refused', 'returned'], to: 'dispatched' },
  withdraw: { from: ['dispatched', 'accepted', 'inProgress', 'refused', 'returned'], to: 'withdrawn' },
  reopen: { from: ['done'], to: 'inProgress' },
} as const satisfies Record<string, { readonly from: readonly PartState[]; readonly to: PartState }>;
export type PartStep = keyof typeof PART_STEPS;

/** True when the part may take the step. */
export function mayStep({ state }: Part, step: PartStep): boolean {
  const from: readonly PartState[] = PART_STEPS[step].from;
  return from.includes(state);
}

export const STAGES = [
  'dispatched',
  'accepted',
  'inProgress',
  'done',
  'confirmed',
  'closed',
  'void',
] as const;
/** What the register shows: the order's status and, while it is open, how far the departments are. */
export type Stage = (typeof STAGES)[number];

/** Parts the desk still asks for. */
export const liveParts = ({ parts }: WorkOrderBody): readonly Part[] =>
  parts.filter(({ state }) => state !== 'withdrawn');

const UNFINISHED: readonly PartState[] = ['dispatched', 'accepted', 'inProgress', 'refused', 'returned'];

/** True while something is left to do on the part. */
export const isUnfinished = ({ state }: Part): boolean => UNFINISHED.includes(state);

/**
 * An order is done when every part is; it is accepted when every department has accepted. A confirmed order to which
 * another desk added a part meanwhile is in progress again.
 */
export function stageOf({ status, body }: Pick<WorkOrder, 'status' | 'body'>): Stage {
  if (status === 'void' || status === 'closed') return status;
  const states = liveParts(body).map(({ state }) => state);
  if (states.every((state) => state === 'done')) return status === 'confirmed' ? 'confirmed' : 'done';
  if (states.some((state) => state === 'inProgress' || state === 'done')) return 'inProgress';
  return states.every((state) => state === 'accepted') ? 'accepted' : 'dispatched';
}

/** Where an order may go, and from which stage. */
export const ORDER_STEPS = {
  confirm: ['done'],
  reopen: ['done'],
  close: ['confirmed'],
  addPart: ['dispatched', 'accepted', 'inProgress', 'done'],
  void: ['dispatched', 'accepted', 'inProgress', 'done', 'confirmed'],
} as const satisfies Record<string, readonly Stage[]>;
export type OrderStep = keyof typeof ORDER_STEPS;

/** True when the order may take the step. */
export function mayTake(order: Pick<WorkOrder, 'status' | 'body'>, step: OrderStep): boolean {
  const from: readonly Stage[] = ORDER_STEPS[step];
  return from.includes(stageOf(order));
}

/** The envelope's `dueAt`: the time promised to the customer, which only an extension or a new round moves. */
export function orderDueAt(status: OrderStatus, { due }: WorkOrderBody): string {
  return status === 'closed' || status === 'void' ? NEVER_DUE : due;
}

/** The extension of a part that waits for a lead. */
export const askedExtension = ({ extensions }: WorkOrderBody, part: string) =>
  extensions.find((one) => one.part === part && one.state === 'asked');

export const DUTIES = ['reassign', 'decideExtension', 'accept', 'finish', 'confirm', 'close'] as const;
export type DutyName = (typeof DUTIES)[number];

/** Something that somebody owes now. */
export interface Duty {
  readonly name: DutyName;
  /** ISO instant by which it is to be done. */
  readonly dueAt: string;
  /** Department whose part it is about; '' for the order itself. */
  readonly department: string;
  /** Part id, or ''. */
  readonly part: string;
}

/** Everything owed on an order, the most pressing kind first; each part owes one thing. Nothing on a closed one. */
export function dutiesOf(order: Pick<WorkOrder, 'status' | 'body'>): readonly Duty[] {
  const stage = stageOf(order);
  const { body } = order;
  if (stage === 'closed' || stage === 'void') return [];
  if (stage === 'done') return [{ name: 'confirm', dueAt: body.due, department: '', part: '' }];
  if (stage === 'confirmed') return [{ name: 'close', dueAt: body.due, department: '', part: '' }];
  const duties = liveParts(body)
    .filter(isUnfinished)
    .map((part) => dutyOf(part, body));
  return duties.sort(
    (a, b) => DUTIES.indexOf(a.name) - DUTIES.indexOf(b.name) || a.dueAt.localeCompare(b.dueAt),
  );
}

function dutyOf(part: Part, body: WorkOrderBody): Duty {
  const { id, department, state, due, acceptBy } = part;
  const asked = askedExtension(body, id);
  const on = { department, part: id };
  if (state === 'refused' || state === 'returned') return { name: 'reassign', dueAt: due, ...on };
  if (asked) return { name: 'decideExtension', dueAt: asked.from, ...on };
  return state === 'dispatched'
    ? { name: 'accept', dueAt: acceptBy < due ? acceptBy : due, ...on }
    : { name: 'finish', dueAt: due, ...on };
}

/** True when somebody owes something whose time has passed. */
export function isOverdue(order: Pick<WorkOrder, 'status' | 'body'>, now: string): boolean {
  return dutiesOf(order).some(({ dueAt }) => dueAt < now);
}
