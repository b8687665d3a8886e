/** `workOrder.dispatch` 派单: from a visit or another matter, or by itself (DOMAIN §3.5). */
import { accept, refuse, type Command } from '../core/command';
import { NEVER_DUE, type Envelope } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { linkChild, originIn, originOf, readOrigin } from '../service/origin';
import type { Origin } from '../service/schema';
import type { Visit } from '../visits/schema';
import { checkDue, checkMatter, checkParts, readDepartments, type OrderFields } from './fields';
import type { Part, WorkOrder, WorkOrderBody } from './schema';

export interface DispatchOrder {
  readonly id: string;
  readonly fields: OrderFields;
  readonly origin: Pick<Origin, 'collection' | 'id'> | null;
}

/** Whoever was asked first: of the parent, else whoever dispatches (首问负责制, DOMAIN §2). */
function firstAsked(parent: Envelope | undefined, actor: string): string {
  if (parent?.kind === 'visit') return (parent as Visit).body.receivedBy;
  return parent?.key ? parent.key : actor;
}

/** A visit handed to a department keeps its clock: that department has accepted when the visit's transfer is due. */
function withTransferClock(parts: readonly Part[], parent: Envelope | undefined): readonly Part[] {
  const transfer = parent?.kind === 'visit' ? (parent as Visit).body.transfer : null;
  if (!transfer || transfer.answeredAt !== '') return parts;
  return parts.map((part) =>
    part.department === transfer.department ? { ...part, acceptBy: transfer.dueAt } : part,
  );
}

export const dispatchOrder: Command<DispatchOrder> = {
  type: 'workOrder.dispatch',
  roles: DESK_ROLES,
  reads: ({ id, fields, origin }) => [
    { name: 'order', collection: 'tickets', ids: [id] },
    readDepartments(fields.parts.map(({ department }) => department)),
    ...readOrigin(origin),
  ],
  decide: ({ id, fields, origin }, loaded, context) => {
    if (loaded.order?.[0]) return refuse({ code: 'changedMeanwhile' });
    const parent = originIn(loaded);
    if (origin && !parent) return refuse({ code: 'notFound' });
    if (parent?.status === 'void') return refuse({ code: 'recordVoid' });
    const checks = new Checks();
    const matter = checkMatter(checks, fields, context);
    const due = checkDue(checks, fields.due, context);
    const parts = withTransferClock(checkParts(checks, fields.parts, due, loaded, context), parent);
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body: WorkOrderBody = {
      v: 1,
      ...matter,
      department: parts[0]?.department ?? '',
      origin: parent && origin ? originOf(origin.collection, parent) : null,
      children: [],
      handOvers: [],
      due,
      parts,
      progress: [],
      extensions: [],
      escalations: [],
      confirmations: [],
      lastDecision: context.actId,
      closedAt: '',
    };
    const doc: Omit<WorkOrder, 'ver'> = {
      id,
      kind: 'workOrder',
      status: 'open',
      day: context.day,
      dueAt: due < NEVER_DUE ? due : NEVER_DUE,
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: firstAsked(parent, context.actor.id),
      body: withLog(body, context, 'workOrder.dispatch'),
    };
    return accept(
      { collection: 'tickets', doc, number: 'workOrder' },
      ...linkChild(parent, doc, context, 'workOrder.dispatch'),
    );
  },
};
