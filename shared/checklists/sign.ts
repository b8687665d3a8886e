/** `checklist.sign`: a desk's opening or closing list is gone through and signed (DOMAIN §3.8). */
import { accept, refuse, type Command } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { booksOf } from '../ledger/books';
import { slotIn, type SlotKey } from '../shift-log/slots';
import { checkSignature, type SignatureInput } from '../signatures/signature';
import { checklistId, itemsOf, lateFrom, seenOf, sightOf, sightReads } from './rules';
import {
  REMARK_MAX,
  type CheckedItem,
  type Checklist,
  type ChecklistBody,
  type ChecklistType,
} from './schema';

/** An item as ticked: null while nobody has said anything. */
export interface TypedItem {
  readonly text: string;
  readonly ok: boolean | null;
  readonly remark: string;
}

export interface SignChecklist {
  readonly type: ChecklistType;
  readonly slot: SlotKey;
  readonly items: readonly TypedItem[];
  readonly signature: SignatureInput | null;
}

export const signChecklist: Command<SignChecklist> = {
  type: 'checklist.sign',
  roles: DESK_ROLES,
  books: true,
  reads: ({ type, slot }) => [
    { name: 'list', collection: 'roster', ids: [checklistId(type, slot)] },
    ...sightReads(slot.day),
  ],
  decide: ({ type, slot: key, items: typed, signature: input }, loaded, context) => {
    const { settings, now, day, desk } = context;
    const slot = slotIn(settings, key);
    if (!slot || key.day > day) return refuse({ code: 'slotUnknown' });
    if (slot.desk !== desk) return refuse({ code: 'otherDesksList' });
    if (loaded.list?.length) return refuse({ code: 'checklistSigned' });
    const wanted = itemsOf(type, settings);
    // The club changed the list while it was being filled: what was ticked is not what is asked now.
    if (wanted.map(({ text }) => text).join('\n') !== typed.map(({ text }) => text).join('\n'))
      return refuse({ code: 'checklistChanged' });
    const checks = new Checks();
    const sight = sightOf(loaded, slot, booksOf(context));
    const items = wanted.map((item, at): CheckedItem => {
      const { ok, remark } = typed[at] ?? { ok: null, remark: '' };
      const seen = seenOf(item, sight);
      if (ok === null) checks.refuse(`items.${at}`, 'itemOpen');
      const mustSay = ok === false || (ok === true && seen === false);
      return {
        text: item.text,
        ok: ok === true,
        remark: checks.text(`items.${at}`, remark, { max: REMARK_MAX, required: mustSay }),
        seen,
      };
    });
    const signature = checkSignature(checks, 'signature', input, '', context);
    if (signature?.mode !== 'pin' || checks.refusals.length > 0)
      return refuse(
        ...checks.refusals,
        ...(signature && signature.mode !== 'pin' ? [{ field: 'signature', code: 'pinMissing' }] : []),
      );
    const signer = { staff: signature.staff, name: signature.name, at: now };
    const body: ChecklistBody = {
      v: 1,
      type,
      slotDesk: slot.desk,
      shift: slot.shift,
      shiftName: slot.name,
      items,
      signer,
      late: now > lateFrom(type, slot, settings),
    };
    const doc: Omit<Checklist, 'ver'> = {
      id: checklistId(type, key),
      kind: 'checklist',
      status: 'signed',
      day: slot.day,
      dueAt: NEVER_DUE,
      desk,
      by: signer.staff,
      at: now,
      key: signer.staff,
      body: withLog(body, context, 'checklist.sign'),
    };
    return accept({ collection: 'roster', doc });
  },
};
