/** `note.write`: something is passed on to the next shift or to somebody (DOMAIN §3.8). Corrections are further notes. */
import { accept, refuse, type Command } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { LIMITS, type Note, type NoteBody } from './schema';
import { slotIn, type SlotKey } from './slots';

export interface NoteFields {
  readonly text: string;
  /** Staff id, or '' for the next shift. */
  readonly to: string;
  readonly action: boolean;
  /** ISO instant by which it is to be done, or ''. */
  readonly dueAt: string;
}

export const EMPTY_NOTE: NoteFields = { text: '', to: '', action: false, dueAt: '' };

export interface WriteNote {
  readonly id: string;
  readonly slot: SlotKey;
  /** Note that this one corrects or adds to, or ''. */
  readonly adds: string;
  readonly fields: NoteFields;
}

export const writeNote: Command<WriteNote> = {
  type: 'note.write',
  roles: DESK_ROLES,
  reads: ({ id, adds, fields }) => [
    { name: 'note', collection: 'roster', ids: [id] },
    { name: 'adds', collection: 'roster', ids: adds === '' ? [] : [adds] },
    { name: 'to', collection: 'directory', ids: fields.to === '' ? [] : [fields.to] },
  ],
  decide: ({ id, slot: key, adds, fields }, loaded, context) => {
    if (loaded.note?.length) return refuse({ code: 'recordExists' });
    const slot = slotIn(context.settings, key);
    if (!slot || key.day > context.day) return refuse({ code: 'slotUnknown' });
    const checks = new Checks();
    const text = checks.text('text', fields.text, { max: LIMITS.text, required: true, lines: true });
    if (fields.to !== '' && loaded.to?.[0]?.status !== 'active') checks.refuse('to', 'staffGone');
    if (fields.dueAt !== '' && !fields.action) checks.refuse('dueAt', 'dueWithoutAction');
    if (fields.dueAt !== '' && fields.dueAt <= context.now) checks.refuse('dueAt', 'dueInPast');
    const first = loaded.adds?.[0] as Note | undefined;
    if (
      adds !== '' &&
      (first?.kind !== 'note' ||
        first.day !== key.day ||
        first.body.slotDesk !== key.desk ||
        first.body.shift !== key.shift)
    )
      checks.refuse('', 'notFound');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body: NoteBody = {
      v: 1,
      slotDesk: slot.desk,
      shift: slot.shift,
      shiftName: slot.name,
      text,
      to: fields.to,
      action: fields.action,
      adds,
    };
    const doc: Omit<Note, 'ver'> = {
      id,
      kind: 'note',
      status: fields.action ? 'open' : 'plain',
      day: slot.day,
      dueAt: fields.dueAt === '' ? NEVER_DUE : fields.dueAt,
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: context.actor.id,
      body: withLog(body, context, 'note.write'),
    };
    return accept({ collection: 'roster', doc });
  },
};
