/** `lossReport.close`: the loss needs no more looking for, with how it ended (DOMAIN §3.6). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { CLOSE_RESULTS, LIMITS, type CloseResult } from './schema';
import { acceptLost, decideOnReport, readLost } from './state';

export interface CloseReport {
  readonly id: string;
  readonly result: CloseResult;
  readonly note: string;
}

export const closeReport: Command<CloseReport> = {
  type: 'lossReport.close',
  roles: DESK_ROLES,
  reads: ({ id }) => [readLost('report', id)],
  decide: ({ result, note }, loaded, context) =>
    decideOnReport(loaded, (report) => {
      if (report.status !== 'open' && report.status !== 'matched') return refuse({ code: 'reportClosed' });
      const checks = new Checks();
      const closeResult = checks.choice('result', result, CLOSE_RESULTS);
      const reason = checks.text('note', note, { max: LIMITS.reason });
      if (!closeResult || checks.refusals.length > 0) return refuse(...checks.refusals);
      const body = withLog(
        { ...report.body, closeResult },
        context,
        'lossReport.close',
        reason ? { reason } : {},
      );
      return acceptLost({ ...report, status: 'closed', body });
    }),
};
