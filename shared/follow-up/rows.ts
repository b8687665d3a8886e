/** One follow-up as the printed register and the exported sheet show it (FORMS). */
import { maskPhone } from '../core/mask';
import { civil } from '../core/time';
import { dateTimeCell } from '../forms/texts';
import { fill } from '../messages/fill';
import { followUp as words } from '../messages/zh-CN/follow-up';
import type { FollowUp } from './schema';

/** The register's columns as text. */
export interface FollowUpListRow {
  readonly date: string;
  readonly no: string;
  readonly name: string;
  readonly phone: string;
  readonly summary: string;
  /** Number of the matter it is about, or ''. */
  readonly originNo: string;
  readonly department: string;
  readonly way: string;
  readonly tries: string;
  readonly result: string;
  readonly satisfaction: string;
  readonly answer: string;
  readonly opinion: string;
  readonly caller: string;
  readonly doneAt: string;
  readonly status: string;
}

export interface RowOptions {
  readonly staffName: (id: string) => string;
  readonly departmentName: (id: string) => string;
  readonly showPhones: boolean;
}

/** The date is that of the call once it was made, before it the planned one. */
export function followUpRow({ status, key, body }: FollowUp, options: RowOptions): FollowUpListRow {
  const last = body.attempts.at(-1);
  const outcome = body.outcome || (last?.result ?? '');
  return {
    date: body.doneAt === '' ? body.plannedFor : civil(body.doneAt).slice(0, 10),
    no: body.no ?? '',
    name: body.customer.name,
    phone: options.showPhones ? body.customer.phone : maskPhone(body.customer.phone),
    summary: body.summary,
    originNo: body.origin?.no ?? '',
    department: body.department && options.departmentName(body.department),
    way: last ? words.way[last.way] : '',
    tries: String(body.attempts.length),
    result:
      status === 'void'
        ? fill(words.form.void, { reason: body.log?.at(-1)?.reason ?? '' })
        : outcome === ''
          ? words.status.planned
          : words.result[outcome],
    satisfaction: body.satisfaction && words.satisfaction[body.satisfaction],
    answer: body.answer,
    opinion: body.opinion,
    caller: options.staffName(body.doneBy || key),
    doneAt: dateTimeCell(body.doneAt),
    status: words.status[status],
  };
}

/** Columns of the exported sheet; widths in characters. */
export const FOLLOW_UP_SHEET: readonly {
  readonly title: string;
  readonly width: number;
  readonly value: (row: FollowUpListRow) => string;
}[] = [
  { title: words.form.date, width: 12, value: ({ date }) => date },
  { title: words.field.no, width: 22, value: ({ no }) => no },
  { title: words.field.name, width: 14, value: ({ name }) => name },
  { title: words.field.phone, width: 16, value: ({ phone }) => phone },
  { title: words.field.department, width: 14, value: ({ department }) => department },
  { title: words.field.summary, width: 40, value: ({ summary }) => summary },
  { title: words.form.matter, width: 22, value: ({ originNo }) => originNo },
  { title: words.field.way, width: 10, value: ({ way }) => way },
  { title: words.field.tries, width: 8, value: ({ tries }) => tries },
  { title: words.field.result, width: 14, value: ({ result }) => result },
  { title: words.field.satisfaction, width: 10, value: ({ satisfaction }) => satisfaction },
  { title: words.field.answer, width: 36, value: ({ answer }) => answer },
  { title: words.field.opinion, width: 36, value: ({ opinion }) => opinion },
  { title: words.field.responsible, width: 10, value: ({ caller }) => caller },
  { title: words.field.doneAt, width: 18, value: ({ doneAt }) => doneAt },
  { title: words.field.status, width: 10, value: ({ status }) => status },
];
