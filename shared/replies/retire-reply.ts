/** `reply.retire`, `reply.restore`: a standard reply is no longer offered, or again (leads). */
import { accept, refuse, type Command } from '../core/command';
import { changed } from '../core/documents';
import { Checks } from '../core/field-checks';
import { LIMITS } from '../service/schema';
import { isReply, type ReplyStatus } from './schema';

export interface RetireReply {
  readonly id: string;
  readonly reason: string;
}

const step = (
  type: string,
  from: readonly ReplyStatus[],
  to: ReplyStatus,
  needsReason: boolean,
): Command<RetireReply> => ({
  type,
  roles: ['lead'],
  reads: ({ id }) => [{ name: 'reply', collection: 'directory', ids: [id] }],
  decide: ({ reason: typed }, loaded, context) => {
    const reply = loaded.reply?.find(isReply);
    if (!reply) return refuse({ code: 'notFound' });
    if (!from.includes(reply.status)) return refuse({ code: 'changedMeanwhile' });
    const checks = new Checks();
    const reason = checks.text('reason', typed, { max: LIMITS.reason, required: needsReason });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    return accept({
      collection: 'directory',
      doc: changed(reply, type, {}, context, { status: to, reason }),
    });
  },
});

/** Enquiries that used it keep naming it. A proposal is turned down the same way. */
export const retireReply = step('reply.retire', ['active', 'proposed'], 'retired', true);
export const restoreReply = step('reply.restore', ['retired'], 'active', false);
