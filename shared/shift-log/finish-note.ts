/** `note.finish`: what a note asked for is done; by whom and how stands in its log (DOMAIN §3.8). */
import { accept, refuse, type Command } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { LIMITS, type Note } from './schema';

export interface FinishNote {
  readonly id: string;
  readonly remark: string;
}

export const finishNote: Command<FinishNote> = {
  type: 'note.finish',
  roles: DESK_ROLES,
  reads: ({ id }) => [{ name: 'note', collection: 'roster', ids: [id] }],
  decide: ({ remark }, loaded, context) => {
    const note = loaded.note?.find((doc): doc is Note => doc.kind === 'note');
    if (!note) return refuse({ code: 'notFound' });
    if (note.status === 'plain') return refuse({ code: 'nothingToFinish' });
    if (note.status === 'done') return refuse({ code: 'alreadyDone' });
    const checks = new Checks();
    const reason = checks.text('remark', remark, { max: LIMITS.remark });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = withLog(note.body, context, 'note.finish', reason ? { reason } : {});
    return accept({
      collection: 'roster',
      doc: { ...note, status: 'done' as const, dueAt: NEVER_DUE, body },
    });
  },
};
