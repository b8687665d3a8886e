/** `month.reopen`: finance opens the last closed month again, together with the manager (DOMAIN §1). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { newEntry } from '../ledger/entry';
import type { MonthClose, MonthReopen } from '../ledger/schema';
import { secondStaff } from '../signatures/signature';
import { closesSince, isMonth, standingCloses } from './months';
import { NOTE_MAX } from './schema';

export interface ReopenMonth {
  readonly month: string;
  /** Round of the close that is taken back. */
  readonly round: number;
  readonly reason: string;
}

export const reopenMonth: Command<ReopenMonth> = {
  type: 'month.reopen',
  roles: ['finance'],
  reads: ({ month }) => closesSince(month),
  decide: ({ month, round, reason }, loaded, context) => {
    if (!isMonth(month)) return refuse({ field: 'month', code: 'badMonth' });
    const marks = [...(loaded.monthClose ?? []), ...(loaded.monthReopen ?? [])] as (
      MonthClose | MonthReopen
    )[];
    const standing = standingCloses(marks);
    if (standing.get(month)?.body.round !== round) return refuse({ code: 'monthNotClosed' });
    if ([...standing.keys()].some((other) => other > month)) return refuse({ code: 'laterMonthClosed' });
    const checks = new Checks();
    const why = checks.text('reason', reason, { max: NOTE_MAX, required: true });
    const approval = secondStaff(checks, 'approval', context);
    const manager = context.witnesses.find(({ staff }) => staff === approval?.staff);
    if (manager && !manager.roles.includes('manager')) checks.refuse('approval', 'managerMissing');
    if (checks.refusals.length > 0 || !approval) return refuse(...checks.refusals);
    const entry = newEntry(
      `reopen:${month}:${round}`,
      'monthReopen',
      'month.reopen',
      { month, round, reason: why, approval },
      context,
    );
    return accept({ collection: 'ledger', doc: entry });
  },
};
