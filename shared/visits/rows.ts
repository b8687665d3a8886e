/** One visit as the printed register and the exported sheet show it (FORMS, 客户来访登记表). */
import { maskPhone } from '../core/mask';
import { businessDay, civil, clock } from '../core/time';
import { fill } from '../messages/fill';
import { visits as words } from '../messages/zh-CN/visits';
import type { Countable } from './totals';
import type { Visit, VisitBody } from './schema';

/** The register's columns as text; `purpose` alone is counted, `details` stands below it. */
export interface VisitRow extends Countable {
  readonly date: string;
  readonly no: string;
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly details: string;
  readonly visiting: string;
  readonly plate: string;
  readonly badge: string;
  readonly timeIn: string;
  readonly timeOut: string;
  readonly receivedBy: string;
  readonly outcome: string;
  readonly remark: string;
}

export interface RowOptions {
  /** Name of a member of staff or a department by id. */
  readonly nameOf: (id: string) => string;
  readonly showPhones: boolean;
  readonly cutOffHour: number;
}

export function visitRow(visit: Visit, options: RowOptions): VisitRow {
  const { body, day } = visit;
  const { name, guardian, phone, people, company, purpose, details, plate, badge, timeIn } = body;
  const { nameOf, showPhones } = options;
  return {
    isVoid: visit.status === 'void',
    date: day,
    no: body.no ?? '',
    name: guardian ? fill(words.form.guardian, { name: guardian.name }) : name,
    people,
    company,
    phone: showPhones ? phone : maskPhone(phone),
    purpose,
    details,
    visiting: [body.department && nameOf(body.department), body.host].filter(Boolean).join(' '),
    plate,
    badge,
    timeIn: clock(timeIn),
    timeOut: timeOutText(visit, options.cutOffHour),
    receivedBy: nameOf(body.receivedBy),
    outcome: outcomeText(visit, nameOf),
    remark: [consentText(body), body.remark].filter(Boolean).join('；'),
  };
}

/** `HH:mm`, with the date where somebody left on a later business day. */
function timeOutText({ status, day, body: { timeOut } }: Visit, cutOffHour: number): string {
  if (status === 'leftUnrecorded') return words.form.unrecorded;
  if (timeOut === '' || businessDay(timeOut, cutOffHour) === day) return timeOut && clock(timeOut);
  return civil(timeOut).slice(5, 16).replace('T', ' ');
}

function outcomeText({ status, body }: Visit, nameOf: (id: string) => string): string {
  if (status === 'void') return fill(words.form.void, { reason: body.log?.at(-1)?.reason ?? '' });
  const { transfer } = body;
  if (!transfer) return words.outcome[body.outcome];
  const department = nameOf(transfer.department);
  if (transfer.answeredAt === '') return fill(words.form.pending, { department });
  return fill(words.form.answered, { department, name: transfer.answeredBy, answer: transfer.answer });
}

function consentText({ guardian }: VisitBody): string {
  if (!guardian) return '';
  const { signature } = guardian;
  if (signature.mode !== 'paper') return words.form.consentSigned;
  return signature.archiveNo === ''
    ? words.form.consentPending
    : fill(words.form.consent, { archiveNo: signature.archiveNo });
}
