/** One complaint as the printed register and the exported sheet show it (FORMS, 投诉登记表). */
import { maskPhone } from '../core/mask';
import { minutesBetween } from '../core/time';
import { dateTimeCell } from '../forms/texts';
import { fill } from '../messages/fill';
import { complaints as words } from '../messages/zh-CN/complaints';
import { firstDueAt, firstSolvedAt, noticesOf } from './figures';
import type { Complaint, Determination } from './schema';
import { standingOf } from './standing';
import { handlerText } from './words';

export interface RowOptions {
  /** Name of a member of staff or a department by id. */
  readonly nameOf: (id: string) => string;
  readonly showPhones: boolean;
  /** ISO instant; what is late by now. */
  readonly now: string;
}

export interface ComplaintRow {
  readonly id: string;
  readonly day: string;
  readonly no: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly customer: string;
  readonly phone: string;
  readonly summary: string;
  readonly determination: string;
  readonly kind: Determination | '';
  readonly grade: string;
  readonly isSerious: boolean;
  readonly handler: string;
  /** 按时 2、超时 1. */
  readonly notices: string;
  readonly solvedAt: string;
  /** Hours from receipt to solution with one decimal, '' while there is none. */
  readonly hours: string;
  /** 是 when the promised limit passed. */
  readonly late: string;
  readonly moves: string;
  readonly repeat: string;
  readonly isCollective: boolean;
  readonly satisfaction: string;
  readonly archiveNo: string;
  readonly archivedAt: string;
  readonly status: string;
  readonly isVoid: boolean;
  readonly responsible: string;
}

const form = words.form;

export function complaintRow(complaint: Complaint, { nameOf, showPhones, now }: RowOptions): ComplaintRow {
  const { id, day, body, status, key } = complaint;
  const standing = standingOf(body);
  const { determination, grade, assignment, satisfaction, repeatOf, collective, archiveNo } = standing;
  const solved = firstSolvedAt(complaint);
  const notices = noticesOf(complaint, now);
  const late = notices.filter(({ inTime }) => !inTime).length;
  const { promised } = firstDueAt(complaint);
  const isVoid = status === 'void';
  const isLate = !isVoid && (solved === '' ? now : solved) > promised;
  const countOf = (type: 'extended' | 'escalated'): number =>
    body.events.filter((event) => event.type === type).length;
  const [extensions, escalations] = [countOf('extended'), countOf('escalated')];
  const archived = [...body.events].reverse().find(({ type }) => type === 'archived');
  return {
    id,
    day,
    no: body.no ?? '',
    receivedAt: dateTimeCell(body.receivedAt),
    channel: words.channel[body.channel],
    customer: body.customer.name,
    phone: showPhones ? body.customer.phone : maskPhone(body.customer.phone),
    summary: isVoid ? fill(form.voided, { reason: body.log?.at(-1)?.reason ?? '' }) : body.summary,
    determination: determination ? words.determination[determination.kind].replace('投诉', '') : '',
    kind: determination?.kind ?? '',
    grade: grade ? words.grade[grade.grade].replace('投诉', '') : '',
    isSerious: grade?.grade === 'serious',
    handler: assignment ? handlerText(assignment.handler, words, nameOf) : nameOf(body.department),
    notices: [
      notices.length > late && `${form.inTime} ${notices.length - late}`,
      late > 0 && `${form.overdue} ${late}`,
    ]
      .filter(Boolean)
      .join('、'),
    solvedAt: dateTimeCell(solved),
    hours: solved === '' ? '' : (minutesBetween(body.receivedAt, solved) / 60).toFixed(1),
    late: isLate ? form.yes : '',
    moves: [
      extensions > 0 && fill(form.extensions, { count: extensions }),
      escalations > 0 && fill(form.escalations, { count: escalations }),
    ]
      .filter(Boolean)
      .join(' '),
    repeat: repeatOf ? form.yes : '',
    isCollective: collective !== null,
    satisfaction: satisfaction ? words.satisfaction[satisfaction] : '',
    archiveNo: status === 'archived' ? archiveNo : '',
    archivedAt: status === 'archived' ? dateTimeCell(archived?.at).slice(0, 10) : '',
    status: words.status[status],
    isVoid,
    responsible: nameOf(key),
  };
}
