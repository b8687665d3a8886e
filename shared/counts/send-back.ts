/** `count.sendBack`, `count.void`: a lead gives a count back to the counter, or strikes one that was begun in error. */
import { accept, refuse, type Command } from '../core/command';
import { changed } from '../core/documents';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { leadApproval } from '../signatures/lead-approval';
import { readCount } from './reads';
import { LIMITS, type Count } from './schema';

export interface GiveBack {
  readonly count: string;
  readonly reason: string;
}

/** The figures stay; lines are counted again and the count is submitted anew. */
export const sendBackCount: Command<GiveBack> = {
  type: 'count.sendBack',
  roles: DESK_ROLES,
  reads: ({ count }) => readCount(count),
  decide: (input, loaded, context) => {
    const count = loaded.count?.[0] as Count | undefined;
    if (count?.status !== 'submitted') return refuse({ code: 'changedMeanwhile' });
    const checks = new Checks();
    const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
    leadApproval(checks, 'approval', [], context);
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const open = { submitted: null, skipped: [], skipReason: '', skipApproval: null };
    return accept({
      collection: 'stockDocuments',
      doc: changed(count, 'count.sendBack', open, context, { status: 'counting', reason }),
    });
  },
};

/** Its number stays; the day or month may be counted anew. An approved count is never struck: its adjustment stands. */
export const voidCount: Command<GiveBack> = {
  type: 'count.void',
  roles: DESK_ROLES,
  reads: ({ count }) => readCount(count),
  decide: (input, loaded, context) => {
    const count = loaded.count?.[0] as Count | undefined;
    if (count?.status !== 'submitted' && count?.status !== 'counting')
      return refuse({ code: 'changedMeanwhile' });
    const checks = new Checks();
    const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
    leadApproval(checks, 'approval', [], context);
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    return accept({
      collection: 'stockDocuments',
      doc: changed(count, 'count.void', {}, context, { status: 'void', reason }),
    });
  },
};
