/** `complaint.archive` and `complaint.reopen`: after the archive number nothing changes but by reopening (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { promisesFrom } from './clocks';
import { LIMITS } from './schema';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface ArchiveComplaint {
  readonly id: string;
  readonly archiveNo: string;
}

export const archiveComplaint: Command<ArchiveComplaint> = {
  type: 'complaint.archive',
  roles: TABLE.archived.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'archived', (complaint) => {
      const checks = new Checks();
      const archiveNo = checks.text('archiveNo', input.archiveNo, { max: LIMITS.archiveNo, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptEvent(complaint, { type: 'archived', archiveNo }, context, 'complaint.archive');
    }),
};

export interface ReopenComplaint {
  readonly id: string;
  readonly reason: string;
}

/** New clocks run from the reopening. */
export const reopenComplaint: Command<ReopenComplaint> = {
  type: 'complaint.reopen',
  roles: TABLE.reopened.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'reopened', (complaint) => {
      const checks = new Checks();
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const again = promisesFrom(context.now, context.settings);
      return acceptEvent(complaint, { type: 'reopened', reason, again }, context, 'complaint.reopen', {
        reason,
      });
    }),
};
