/** `enquiry.correct`: a mistake is put right with a reason; the log names every field (DOMAIN §2). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { businessDay } from '../core/time';
import { checkDepartment, readDepartment } from '../service/department';
import { LIMITS } from '../service/schema';
import { checkEnquiry, fieldsOf, type EnquiryFields } from './fields';
import { bodyOf } from './register';
import { isPassed, type EnquiryBody } from './schema';
import { acceptEnquiry, callBackFor, decideOn, readEnquiry, standing } from './state';

export interface CorrectEnquiry {
  readonly id: string;
  /** Only what the clerk changed, so that what happened meanwhile is not undone. */
  readonly changed: Partial<EnquiryFields>;
  readonly reason: string;
}

/** In the order of the form, which is the order of the log. */
const LOGGED = [
  'channel',
  'phone',
  'name',
  'identity',
  'memberNo',
  'category',
  'summary',
  'answer',
  'outcome',
  'callBackAt',
  'receivedAt',
  'answeredAt',
  'firstReply',
  'lateRings',
  'longHold',
  'department',
  'takenBy',
  'remark',
] as const satisfies readonly (keyof EnquiryFields)[];

/** What grew from it stays what came of it. Who took it does not move the responsibility: that is handed over. */
export const correctEnquiry: Command<CorrectEnquiry> = {
  type: 'enquiry.correct',
  roles: DESK_ROLES,
  reads: ({ id, changed }) => [...readEnquiry(id), readDepartment(changed.department ?? '')],
  decide: ({ changed, reason: typed }, loaded, context) =>
    decideOn(loaded, (enquiry) => {
      const { body: before, day } = enquiry;
      // A clock set back must not make times refused that are stored already.
      const now = [context.now, before.receivedAt, before.answeredAt].sort().at(-1) ?? context.now;
      const checked = checkEnquiry({ ...fieldsOf(before), ...changed }, { now });
      const checks = new Checks();
      checkDepartment(checks, changed.department ?? '', loaded, before.department);
      const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
      if (!checked.ok || checks.refusals.length > 0)
        return refuse(...(checked.ok ? [] : checked.refusals), ...checks.refusals);
      const { clean } = checked;
      const hasChild = before.children.some(({ kind }) => isPassed(kind));
      if (hasChild && clean.outcome !== before.outcome)
        return refuse({ field: 'outcome', code: 'enquiryHasChildren' });
      if (businessDay(clean.receivedAt, context.settings.cutOffHour) !== day)
        return refuse({ field: 'receivedAt', code: 'enquiryOtherDay' });
      const keepsCall =
        before.callBack?.dueAt === clean.callBackAt && clean.outcome === before.outcome
          ? before.callBack
          : null;
      const next: EnquiryBody = {
        ...before,
        ...bodyOf(clean),
        answeredBy: clean.answeredAt === '' ? '' : before.answeredBy || clean.takenBy,
        callBack:
          keepsCall ?? callBackFor(clean.outcome, clean.callBackAt, clean.receivedAt, context.settings),
      };
      const changes = changesBetween(fieldsOf(before), fieldsOf(next), LOGGED);
      if (changes.length === 0) return refuse({ code: 'nothingChanged' });
      const body = withLog(next, context, 'enquiry.correct', { reason, changes });
      return acceptEnquiry(standing(enquiry, body, context));
    }),
};
