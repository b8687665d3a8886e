/** What a department does with its part, itself or told to the desk by telephone (DOMAIN §3.5). */
import { accept, refuse, type Command, type Context, type Write } from '../core/command';
import type { Envelope } from '../core/envelope';
import { withLog } from '../core/log';
import { fill } from '../messages/fill';
import { workOrders as words } from '../messages/zh-CN/work-orders';
import { awaitsAnswer, moved } from '../visits/rules';
import type { Visit } from '../visits/schema';
import {
  PART_ROLES,
  acceptOrder,
  decideOnPart,
  movedOrder,
  partChange,
  readOrder,
  steppedParts,
  type ToldStep,
} from './access';
import { LIMITS, type Part, type Progress, type WorkOrder } from './schema';

export interface AcceptPart extends ToldStep {
  /** Who does it there, or ''. */
  readonly assignee: string;
  /** Id of the visit the order came from, else '': its transfer clock stops with the acceptance. */
  readonly visit: string;
}

/** The visit whose transfer to this department has been waiting, answered by the acceptance. */
function answered(
  visit: Envelope | undefined,
  order: WorkOrder,
  part: Part,
  name: string,
  context: Context,
): readonly Write[] {
  if (visit?.kind !== 'visit' || order.body.origin?.id !== visit.id) return [];
  const before = visit as Visit;
  const { transfer } = before.body;
  if (!transfer || !awaitsAnswer(before) || transfer.department !== part.department) return [];
  const answer = fill(words.acceptedAs, { no: order.body.no ?? '' });
  const ended = { ...transfer, answeredAt: context.now, answeredBy: name, answer };
  const body = withLog({ ...before.body, transfer: ended }, context, 'visit.answerTransfer');
  return [{ collection: 'visits', doc: moved(before, before.status, body, context.settings) }];
}

/** `workOrder.accept` 接单. */
export const acceptPart: Command<AcceptPart> = {
  type: 'workOrder.accept',
  roles: PART_ROLES,
  reads: ({ id, visit }) => [
    readOrder(id),
    { name: 'visit', collection: 'visits', ids: visit === '' ? [] : [visit] },
  ],
  decide: (input, loaded, context) =>
    decideOnPart(input, 'accept', loaded, context, (order, part, toldBy, checks) => {
      const assignee = checks.text('assignee', input.assignee, { max: LIMITS.assignee }) || part.assignee;
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const parts = steppedParts(order.body, part.id, 'accept', { assignee, acceptedAt: context.now });
      const doc = movedOrder(
        order,
        { parts, progress: spoken(order, part, words.acceptedText, toldBy, context) },
        context,
        'workOrder.accept',
        partChange(part, 'accepted'),
      );
      const name = toldBy || context.actor.name;
      return accept(
        { collection: 'tickets', doc },
        ...answered(loaded.visit?.[0], order, part, name, context),
      );
    }),
};

/** The words on the order with one more. */
function spoken(
  { body }: WorkOrder,
  part: Part,
  text: string,
  toldBy: string,
  { actId, now, actor }: Context,
): readonly Progress[] {
  return [...body.progress, { id: actId, at: now, by: actor.id, part: part.id, text, toldBy }];
}

export interface TellProgress extends ToldStep {
  readonly text: string;
}

/** `workOrder.progress` 进展: the part is being worked on. */
export const tellProgress: Command<TellProgress> = {
  type: 'workOrder.progress',
  roles: PART_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (input, loaded, context) =>
    decideOnPart(input, 'progress', loaded, context, (order, part, toldBy, checks) => {
      const text = checks.text('text', input.text, { max: LIMITS.text, required: true, lines: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      // A second word on it moves nothing: words of two desks stand together.
      const parts =
        part.state === 'inProgress' ? order.body.parts : steppedParts(order.body, part.id, 'progress');
      const progress = spoken(order, part, text, toldBy, context);
      return acceptOrder(
        movedOrder(order, { parts, progress }, context, 'workOrder.progress', partChange(part, 'inProgress')),
      );
    }),
};

/** `workOrder.finish` 完成: what was done; the customer is asked next. */
export const finishPart: Command<TellProgress> = {
  type: 'workOrder.finish',
  roles: PART_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (input, loaded, context) =>
    decideOnPart(input, 'finish', loaded, context, (order, part, toldBy, checks) => {
      const result = checks.text('text', input.text, { max: LIMITS.text, required: true, lines: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const parts = steppedParts(order.body, part.id, 'finish', { result, doneAt: context.now });
      const progress = spoken(order, part, result, toldBy, context);
      return acceptOrder(
        movedOrder(order, { parts, progress }, context, 'workOrder.finish', partChange(part, 'done')),
      );
    }),
};

export interface ReturnPart extends ToldStep {
  readonly reason: string;
}

const giveBack = (
  type: string,
  step: 'refuse' | 'handBack',
  state: 'refused' | 'returned',
): Command<ReturnPart> => ({
  type,
  roles: PART_ROLES,
  reads: ({ id }) => [readOrder(id)],
  decide: (input, loaded, context) =>
    decideOnPart(input, step, loaded, context, (order, part, toldBy, checks) => {
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const parts = steppedParts(order.body, part.id, step, { reason });
      const progress = spoken(order, part, reason, toldBy, context);
      return acceptOrder(
        movedOrder(order, { parts, progress }, context, type, { reason, ...partChange(part, state) }),
      );
    }),
});

/** `workOrder.refuse` 拒绝承办: not this department's, said before accepting. */
export const refusePart = giveBack('workOrder.refuse', 'refuse', 'refused');

/** `workOrder.handBack` 退回: accepted, and cannot be done here after all. */
export const handBackPart = giveBack('workOrder.handBack', 'handBack', 'returned');
