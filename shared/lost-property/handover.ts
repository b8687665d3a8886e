/** `lostItem.handOver`: many items go to HR with one 《遗留物品移交单》, signed by both at once or by HR later (DOMAIN §3.6). */
import { accept, refuse, type Command, type Context, type Write } from '../core/command';
import { Checks } from '../core/field-checks';
import { NEVER_DUE } from '../core/envelope';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { businessDay } from '../core/time';
import { checkReceiver, namesSigner, type SignatureInput } from '../signatures/signature';
import { custodyOf, daysHeld } from './custody';
import { featuresText } from './words';
import { LIMITS, type FoundItem, type Handover, type HandoverBody, type HandoverLine } from './schema';
import { eventBase, lostWrite, readLost, withEvent } from './state';

export interface HandOver {
  /** Id of the new sheet. */
  readonly id: string;
  readonly items: readonly string[];
  readonly receiverName: string;
  /** A PIN must be that of somebody in HR, and never the giver's. */
  readonly receiver: SignatureInput | null;
}

/** Items claimed or handed over meanwhile drop out and are named on the sheet; with none left it is refused. */
export const handOver: Command<HandOver> = {
  type: 'lostItem.handOver',
  roles: DESK_ROLES,
  reads: ({ id, items }) => [readLost('sheet', id), readLost('items', ...items)],
  decide: ({ id, items: asked, receiverName, receiver: typed }, loaded, context) => {
    if (loaded.sheet?.length) return refuse({ code: 'recordExists' });
    if (asked.length === 0) return refuse({ field: 'items', code: 'chooseItems' });
    const items = (loaded.items ?? []).filter((doc): doc is FoundItem => doc.kind === 'foundItem');
    const here = items.filter(({ status }) => status === 'held');
    if (here.length === 0) return refuse({ field: 'items', code: 'allItemsGone' });
    const checks = new Checks();
    const named = namesSigner(typed)
      ? checks.text('receiverName', receiverName, { max: LIMITS.person, required: true })
      : '';
    const receiver = checkReceiver(checks, 'receiver', typed, named, context);
    if (receiver?.mode === 'pin') {
      const hr = context.witnesses.find(({ staff }) => staff === receiver.staff);
      if (receiver.staff === context.actor.id) checks.refuse('receiver', 'sameStaff');
      else if (!hr?.roles.includes('hr')) checks.refuse('receiver', 'receiverNotHr');
    }
    if (checks.refusals.length > 0 || !receiver) return refuse(...checks.refusals);
    const dropped = items.filter((item) => !here.includes(item)).map(({ body }) => body.no ?? '');
    const body: HandoverBody = {
      v: 1,
      lines: here.map((item) => lineOf(item, context)),
      giver: { mode: 'pin', staff: context.actor.id, name: context.actor.name, at: context.now },
      receiver,
      archiveNo: receiver.mode === 'paper' ? receiver.archiveNo : '',
      dropped,
    };
    const given = receiver.mode === 'later';
    const waits = given || (receiver.mode === 'paper' && body.archiveNo === '');
    const sheet: Omit<Handover, 'ver'> = {
      id,
      kind: 'handover',
      status: given ? 'given' : 'signed',
      day: context.day,
      dueAt: waits ? context.now : NEVER_DUE,
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: '',
      body: withLog(body, context, 'lostItem.handOver'),
    };
    const moved = given ? [] : here.map((item) => handedOver(item, id, context, 'lostItem.handOver'));
    return accept({ collection: 'lostItems', doc: sheet, number: 'handover' }, ...moved);
  },
};

/** What the desk holds of an item goes over with a sheet. */
export function handedOver(item: FoundItem, sheet: string, context: Context, act: string): Write {
  const quantity = custodyOf(item.body).held;
  const event = { ...eventBase(context, null), type: 'handedOver', quantity, handover: sheet } as const;
  return lostWrite(withEvent(item, event, context, act));
}

function lineOf(item: FoundItem, context: Context): HandoverLine {
  const { body } = item;
  return {
    item: item.id,
    no: body.no ?? '',
    name: body.name,
    features: featuresText(body.features, true),
    quantity: custodyOf(body).held,
    bagNo: body.bagNo,
    foundDay: businessDay(body.foundAt, context.settings.cutOffHour),
    place: body.place,
    days: daysHeld(body, context.now, context.settings),
    valueKind: body.valueKind,
    remark: body.remark,
  };
}
