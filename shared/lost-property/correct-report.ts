/** `lossReport.correct`: what the customer remembers later, or a mistake, with a reason (DOMAIN §2). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { checkReport, reportFieldsOf, type ReportFields } from './report-fields';
import { LIMITS } from './schema';
import { acceptLost, decideOnReport, readLost } from './state';

export interface CorrectReport {
  readonly id: string;
  readonly changed: Partial<ReportFields>;
  readonly reason: string;
}

const FIELDS = [
  'owner',
  'category',
  'name',
  'features',
  'quantity',
  'lostFrom',
  'lostTo',
  'place',
  'remark',
] as const;

export const correctReport: Command<CorrectReport> = {
  type: 'lossReport.correct',
  roles: DESK_ROLES,
  reads: ({ id }) => [readLost('report', id)],
  decide: ({ changed, reason: typed }, loaded, context) =>
    decideOnReport(loaded, (report) => {
      const { body } = report;
      const checks = new Checks();
      const day = body.lostTo > context.day ? body.lostTo : context.day;
      const part = checkReport(checks, { ...reportFieldsOf(body), ...changed }, { ...context, day });
      const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const changes = changesBetween(body, { ...body, ...part }, FIELDS);
      if (changes.length === 0) return refuse({ code: 'nothingChanged' });
      return acceptLost({
        ...report,
        body: withLog({ ...body, ...part }, context, 'lossReport.correct', { reason, changes }),
      });
    }),
};
