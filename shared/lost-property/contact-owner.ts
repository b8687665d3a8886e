/** `lostItem.contact`: an attempt to reach the owner of an item or whoever reported a loss is logged (DOMAIN §3.6). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { restated } from './custody';
import { CONTACT_RESULTS, CONTACT_WAYS, LIMITS, type ContactAttempt } from './schema';
import { acceptLost, itemIn, readLost, reportIn } from './state';

export interface ContactOwner {
  /** A found item or a loss report. */
  readonly id: string;
  readonly how: ContactAttempt['how'];
  readonly result: ContactAttempt['result'];
  readonly note: string;
}

export const contactOwner: Command<ContactOwner> = {
  type: 'lostItem.contact',
  roles: DESK_ROLES,
  reads: ({ id }) => [readLost('record', id)],
  decide: (input, loaded, context) => {
    const item = itemIn(loaded, 'record');
    const report = reportIn(loaded, 'record');
    const record = item ?? report;
    if (!record) return refuse({ code: 'notFound' });
    if (record.status === 'void') return refuse({ code: 'recordVoid' });
    const checks = new Checks();
    const how = checks.choice('how', input.how, CONTACT_WAYS);
    const result = checks.choice('result', input.result, CONTACT_RESULTS);
    const note = checks.text('note', input.note, { max: LIMITS.note, lines: true });
    if (!how || !result || checks.refusals.length > 0) return refuse(...checks.refusals);
    const attempt: ContactAttempt = {
      id: context.actId,
      at: context.now,
      by: context.actor.id,
      how,
      result,
      note,
    };
    if (item) {
      const body = withLog(
        { ...item.body, contacts: [...item.body.contacts, attempt] },
        context,
        'lostItem.contact',
      );
      return acceptLost(restated(item, body, context.settings));
    }
    if (!report) return refuse({ code: 'notFound' });
    return acceptLost({
      ...report,
      body: withLog(
        { ...report.body, contacts: [...report.body.contacts, attempt] },
        context,
        'lostItem.contact',
      ),
    });
  },
};
