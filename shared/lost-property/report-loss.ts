/** `lossReport.register` 报失登记: a customer asks for something not yet found (DOMAIN §3.6). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { NEVER_DUE } from '../core/envelope';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { checkReport, type ReportFields } from './report-fields';
import type { LossReport, LossReportBody } from './schema';
import { readLost } from './state';

export interface ReportLoss {
  readonly id: string;
  readonly fields: ReportFields;
}

export const reportLoss: Command<ReportLoss> = {
  type: 'lossReport.register',
  roles: DESK_ROLES,
  reads: ({ id }) => [readLost('report', id)],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.report?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const part = checkReport(checks, fields, context);
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body: LossReportBody = {
      v: 1,
      ...part,
      decisions: [],
      contacts: [],
      returnedItem: '',
      closeResult: '',
    };
    const doc: Omit<LossReport, 'ver'> = {
      id,
      kind: 'lossReport',
      status: 'open',
      day: context.day,
      dueAt: NEVER_DUE,
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: '',
      body: withLog(body, context, 'lossReport.register'),
    };
    return accept({ collection: 'lostItems', doc, number: 'lossReport' });
  },
};
