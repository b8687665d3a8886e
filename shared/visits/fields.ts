/** The fields a clerk fills in, as typed, and the check that turns them into what is stored (DOMAIN §3.1). */
import type { Context, Refusal } from '../core/command';
import { FUTURE_TOLERANCE, wholeMinute } from '../core/field-checks';
import { normalizePhone } from '../core/phone';
import { cleanLine, cleanLines, lengthOf } from '../core/text';
import { minutesBetween } from '../core/time';
import { LIMITS, MAX_PEOPLE, type VisitBody, type VisitOutcome } from './schema';

/** One form for registering and correcting. Times are ISO instants, '' where none is given. */
export interface VisitFields {
  readonly under14: boolean;
  readonly name: string;
  readonly phone: string;
  readonly guardianName: string;
  readonly consent: boolean;
  /** Archive number of the guardian's signed paper; '' while it is not filed yet. */
  readonly archiveNo: string;
  readonly people: number | null;
  readonly company: string;
  readonly department: string;
  readonly host: string;
  readonly purpose: string;
  readonly details: string;
  readonly plate: string;
  readonly badge: string;
  /** '' means now. */
  readonly timeIn: string;
  readonly timeOut: string;
  readonly receivedBy: string;
  readonly outcome: VisitOutcome;
  readonly transferDepartment: string;
  readonly remark: string;
}

/** An empty form for the person at the desk. */
export function emptyFields(receivedBy: string, purpose: string): VisitFields {
  return {
    under14: false,
    name: '',
    phone: '',
    guardianName: '',
    consent: false,
    archiveNo: '',
    people: 1,
    company: '',
    department: '',
    host: '',
    purpose,
    details: '',
    plate: '',
    badge: '',
    timeIn: '',
    timeOut: '',
    receivedBy,
    outcome: 'answered',
    transferDepartment: '',
    remark: '',
  };
}

/** The fields of a stored visit, for its correction. */
export function fieldsOf(body: VisitBody): VisitFields {
  const { name, phone, people, company, department, host, purpose, details, plate, badge, timeIn, timeOut } =
    body;
  return {
    under14: body.guardian !== null,
    name,
    phone,
    guardianName: body.guardian?.name ?? '',
    consent: body.guardian !== null,
    archiveNo: body.guardian?.archiveNo ?? '',
    people,
    company,
    department,
    host,
    purpose,
    details,
    plate,
    badge,
    timeIn,
    timeOut,
    receivedBy: body.receivedBy,
    outcome: body.outcome,
    transferDepartment: body.transfer?.department ?? '',
    remark: body.remark,
  };
}

/** A time that is to be stored: given, never in the future, and `now` where a clock runs a little ahead. */
export function checkTime(field: string, instant: string, now: string): { readonly at: string } | Refusal {
  if (instant === '') return { field, code: 'required' };
  const ahead = minutesBetween(now, instant);
  if (ahead > FUTURE_TOLERANCE) return { field, code: 'inFuture' };
  return { at: wholeMinute(ahead >= 0 ? now : instant) };
}

/** A text within its limit, cleaned, or the refusal that stands under its field. */
export function checkText(
  field: keyof typeof LIMITS,
  typed: string,
  rule: { readonly required?: boolean; readonly lines?: boolean } = {},
): { readonly text: string } | Refusal {
  const text = rule.lines ? cleanLines(typed) : cleanLine(typed);
  const max = LIMITS[field];
  if (lengthOf(text) > max) return { field, code: 'tooLong', params: { max, length: lengthOf(text) } };
  if (rule.required && text === '') return { field, code: 'required' };
  return { text };
}

/** Fields cleaned for storage; times are whole minutes and in order. */
export type CleanFields = Omit<VisitFields, 'people' | 'consent'> & { readonly people: number };

/**
 * All refusals at once, so that a form shows each beside its field, or the cleaned fields.
 * Of a visitor under 14 no name, phone, company or plate is kept.
 */
export function checkFields(
  fields: VisitFields,
  context: Context,
):
  | { readonly ok: true; readonly clean: CleanFields }
  | { readonly ok: false; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const take = <T extends object>(checked: T | Refusal): T | null => {
    if (!('code' in checked)) return checked;
    refusals.push(checked);
    return null;
  };
  const text = (
    field: keyof VisitFields & keyof typeof LIMITS,
    rule?: Parameters<typeof checkText>[2],
  ): string => take(checkText(field, fields[field], rule))?.text ?? '';

  const { under14 } = fields;
  const name = under14 ? '' : text('name', { required: true });
  const phone = under14 ? '' : checkPhone(fields.phone, refusals);
  const guardianName = under14 ? text('guardianName', { required: true }) : '';
  if (under14 && !fields.consent) refusals.push({ field: 'consent', code: 'consentRequired' });
  const people = fields.people ?? 0;
  if (!Number.isInteger(people) || people < 1 || people > MAX_PEOPLE)
    refusals.push({ field: 'people', code: 'badNumber', params: { min: 1, max: MAX_PEOPLE } });
  if (fields.purpose === '') refusals.push({ field: 'purpose', code: 'required' });
  if (fields.receivedBy === '') refusals.push({ field: 'receivedBy', code: 'required' });
  const handedOver = fields.outcome === 'handedOver';
  if (handedOver && fields.transferDepartment === '')
    refusals.push({ field: 'transferDepartment', code: 'required' });

  const timeIn =
    take(checkTime('timeIn', fields.timeIn === '' ? context.now : fields.timeIn, context.now))?.at ?? '';
  const timeOut =
    fields.timeOut === '' ? '' : (take(checkTime('timeOut', fields.timeOut, context.now))?.at ?? '');
  if (timeIn !== '' && timeOut !== '' && timeOut < timeIn)
    refusals.push({ field: 'timeOut', code: 'timeOutBeforeIn' });

  const clean: CleanFields = {
    under14,
    name,
    phone,
    guardianName,
    archiveNo: under14 ? text('archiveNo') : '',
    people,
    company: under14 ? '' : text('company'),
    department: fields.department,
    host: text('host'),
    purpose: fields.purpose,
    details: text('details', { lines: true }),
    plate: under14 ? '' : text('plate').toUpperCase(),
    badge: text('badge'),
    timeIn,
    timeOut,
    receivedBy: fields.receivedBy,
    outcome: fields.outcome,
    transferDepartment: handedOver ? fields.transferDepartment : '',
    remark: text('remark', { lines: true }),
  };
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, clean };
}

function checkPhone(typed: string, refusals: Refusal[]): string {
  const phone = normalizePhone(typed);
  if (phone === null) refusals.push({ field: 'phone', code: 'badPhone' });
  return phone ?? '';
}
