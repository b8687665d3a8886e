/** `enquiry.register`: a call, a message or a letter is taken (DOMAIN §3.2). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { addDays, businessDay } from '../core/time';
import { checkDepartment, readDepartment } from '../service/department';
import { linkChild, originIn, originOf, readOrigin } from '../service/origin';
import type { Origin } from '../service/schema';
import { checkEnquiry, type CleanEnquiry, type EnquiryFields } from './fields';
import type { Enquiry, EnquiryBody } from './schema';
import { callBackFor, enquiryDueAt, readEnquiry, statusOf } from './state';

export interface RegisterEnquiry {
  readonly id: string;
  readonly fields: EnquiryFields;
  /** The record it grew from, or null. */
  readonly origin: Pick<Origin, 'collection' | 'id'> | null;
}

/** Business days back that a message may be entered: those of a weekend and of paper notes. */
export const MOST_LATE_DAYS = 7;

/** The fields of a body that stand in the form. */
export function bodyOf(
  clean: CleanEnquiry,
): Omit<
  EnquiryBody,
  'v' | 'origin' | 'children' | 'handOvers' | 'attempts' | 'callBack' | 'answeredBy' | 'no' | 'log'
> {
  const { callBackAt: _wished, ...stored } = clean;
  return stored;
}

/** Whoever took it is responsible (首问负责制). Entered late it takes the number of its day. */
export const registerEnquiry: Command<RegisterEnquiry> = {
  type: 'enquiry.register',
  roles: DESK_ROLES,
  reads: ({ id, fields, origin }) => [
    ...readEnquiry(id),
    readDepartment(fields.department),
    ...readOrigin(origin),
  ],
  decide: ({ id, fields, origin }, loaded, context) => {
    if (loaded.enquiry?.length) return refuse({ code: 'recordExists' });
    const checked = checkEnquiry(fields, context);
    const checks = new Checks();
    checkDepartment(checks, fields.department, loaded);
    if (!checked.ok || checks.refusals.length > 0)
      return refuse(...(checked.ok ? [] : checked.refusals), ...checks.refusals);
    const { clean } = checked;
    const { settings, desk, actor, now: at } = context;
    const day = businessDay(clean.receivedAt, settings.cutOffHour);
    if (day < addDays(context.day, -MOST_LATE_DAYS))
      return refuse({ field: 'receivedAt', code: 'enquiryTooEarly', params: { days: MOST_LATE_DAYS } });
    const parent = originIn(loaded);
    if (origin && !parent) return refuse({ code: 'notFound' });
    const body: EnquiryBody = {
      v: 1,
      ...bodyOf(clean),
      origin: origin && parent ? originOf(origin.collection, parent) : null,
      children: [],
      handOvers: [],
      attempts: [],
      callBack: callBackFor(clean.outcome, clean.callBackAt, clean.receivedAt, settings),
      answeredBy: clean.answeredAt === '' ? '' : clean.takenBy,
    };
    const status = statusOf(body);
    const doc: Omit<Enquiry, 'ver'> = {
      id,
      kind: 'enquiry',
      status,
      day,
      dueAt: enquiryDueAt(status, body, settings),
      desk,
      by: actor.id,
      at,
      key: clean.takenBy,
      body: withLog(body, context, 'enquiry.register'),
    };
    return accept(
      { collection: 'tickets', doc, number: 'enquiry' },
      ...linkChild(parent, doc, context, 'enquiry.register'),
    );
  },
};
