/** `lostItem.register`: the desk takes a found item in (DOMAIN §3.6). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { checkSignature, secondStaff, type SignatureInput } from '../signatures/signature';
import { itemDueAt } from './custody';
import { checkFound, type FoundFields } from './found-fields';
import { needsTwo, type FoundItem, type FoundItemBody } from './schema';
import { eventBase, readLost } from './state';

export interface RegisterItem {
  readonly id: string;
  readonly fields: FoundFields;
  readonly signature: SignatureInput | null;
}

/** Valuables and cash need a sealed bag and a second member of staff who is not the first. */
export const registerItem: Command<RegisterItem> = {
  type: 'lostItem.register',
  roles: DESK_ROLES,
  reads: ({ id }) => [readLost('item', id)],
  decide: ({ id, fields, signature: typed }, loaded, context) => {
    if (loaded.item?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const part = checkFound(checks, fields, context);
    const signature = checkSignature(checks, 'signature', typed, part.finder.name, context);
    if (signature?.mode === 'pin' && signature.name !== part.finder.name)
      checks.refuse('signature', 'pinOfOther');
    const second = needsTwo(part.valueKind) ? secondStaff(checks, 'second', context) : null;
    if (checks.refusals.length > 0 || !signature) return refuse(...checks.refusals);
    const body: FoundItemBody = {
      v: 1,
      ...part,
      photos: [],
      contacts: [],
      events: [{ ...eventBase(context, second), type: 'received', signature }],
    };
    const doc: Omit<FoundItem, 'ver'> = {
      id,
      kind: 'foundItem',
      status: 'held',
      day: context.day,
      dueAt: itemDueAt(body, context.settings),
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: '',
      body: withLog(body, context, 'lostItem.register'),
    };
    return accept({ collection: 'lostItems', doc, number: 'lostItem' });
  },
};
