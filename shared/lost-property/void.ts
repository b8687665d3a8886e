/** `lostItem.void`: entered by mistake; the number stays in the register (DOMAIN §2). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { custodyOf } from './custody';
import { LIMITS } from './schema';
import { acceptLost, eventBase, itemIn, readLost, reportIn, withEvent } from './state';

export interface VoidLost {
  /** A found item or a loss report. */
  readonly id: string;
  readonly reason: string;
}

/** A lead voids, or confirms by PIN; nobody approves the void of what they registered, and nothing that left the desk is voided. */
export const voidLost: Command<VoidLost> = {
  type: 'lostItem.void',
  roles: DESK_ROLES,
  reads: ({ id }) => [readLost('record', id)],
  decide: ({ reason: typed }, loaded, context) => {
    const item = itemIn(loaded, 'record');
    const report = reportIn(loaded, 'record');
    const record = item ?? report;
    if (!record) return refuse({ code: 'notFound' });
    if (record.status === 'void') return refuse({ code: 'recordVoid' });
    const checks = new Checks();
    const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const leads = [{ staff: context.actor.id, roles: context.actor.roles }, ...context.witnesses].filter(
      ({ roles }) => roles.includes('lead'),
    );
    if (leads.length === 0) return refuse({ code: 'leadMustConfirm' });
    const approver = leads.find(({ staff }) => staff !== record.by);
    if (!approver) return refuse({ code: 'notOwnVoidLost' });
    const why = { reason, changes: [{ field: 'approvedBy', from: null, to: approver.staff }] };
    if (item) {
      const { held, found } = custodyOf(item.body);
      if (held < found) return refuse({ code: 'hasLeftDesk' });
      return acceptLost(
        withEvent(item, { ...eventBase(context, null), type: 'voided' }, context, 'lostItem.void', why),
      );
    }
    if (!report) return refuse({ code: 'notFound' });
    if (report.status === 'returned') return refuse({ code: 'reportClosed' });
    return acceptLost({
      ...report,
      status: 'void',
      body: withLog(report.body, context, 'lostItem.void', why),
    });
  },
};
