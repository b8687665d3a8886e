/** One enquiry as the printed registers and the exported sheet show it (FORMS). */
import { maskPhone } from '../core/mask';
import { civil, clock } from '../core/time';
import { dateTimeCell } from '../forms/texts';
import { fill } from '../messages/fill';
import { enquiries as words } from '../messages/zh-CN/enquiries';
import { service } from '../messages/zh-CN/service';
import { CATEGORIES, type Enquiry } from './schema';

/** The registers' columns as text. */
export interface EnquiryRow {
  readonly isVoid: boolean;
  readonly date: string;
  readonly time: string;
  readonly no: string;
  readonly name: string;
  readonly identity: string;
  readonly phone: string;
  readonly channel: string;
  readonly category: string;
  readonly summary: string;
  readonly answer: string;
  readonly firstReply: string;
  readonly outcome: string;
  readonly callBack: string;
  readonly takenBy: string;
  readonly answeredAt: string;
  readonly responsible: string;
  readonly department: string;
  readonly standards: string;
  readonly status: string;
  readonly remark: string;
}

export interface RowOptions {
  readonly staffName: (id: string) => string;
  readonly departmentName: (id: string) => string;
  readonly showPhones: boolean;
}

export function enquiryRow({ status, key, body }: Enquiry, options: RowOptions): EnquiryRow {
  const { staffName, departmentName, showPhones } = options;
  const { customer, callBack } = body;
  const isVoid = status === 'void';
  return {
    isVoid,
    date: civil(body.receivedAt).slice(0, 10),
    time: clock(body.receivedAt),
    no: body.no ?? '',
    name: customer.name || words.anonymous,
    identity: service.identities[customer.identity],
    phone: showPhones ? customer.phone : maskPhone(customer.phone),
    channel: words.channel[body.channel],
    category: words.category[body.category],
    summary: body.summary,
    answer: body.answer,
    firstReply: body.firstReply === null ? '' : fill(words.form.seconds, { seconds: body.firstReply }),
    outcome: isVoid
      ? fill(words.form.void, { reason: body.log?.at(-1)?.reason ?? '' })
      : words.outcome[body.outcome],
    callBack: callBack ? civil(callBack.dueAt).slice(5, 16).replace('T', ' ') : '',
    takenBy: staffName(body.takenBy),
    answeredAt: dateTimeCell(body.answeredAt),
    responsible: staffName(key),
    department: body.department && departmentName(body.department),
    standards: [body.lateRings && words.shortField.lateRings, body.longHold && words.shortField.longHold]
      .filter(Boolean)
      .join('；'),
    status: words.status[status],
    remark: body.remark,
  };
}

/** Counts per category in the order of the form's chips; void ones are none. */
export function totalsByCategory(
  rows: readonly Pick<EnquiryRow, 'isVoid' | 'category'>[],
): readonly { readonly category: string; readonly count: number }[] {
  const counted = rows.filter(({ isVoid }) => !isVoid);
  return CATEGORIES.map((name) => words.category[name])
    .map((category) => ({ category, count: counted.filter((row) => row.category === category).length }))
    .filter(({ count }) => count > 0);
}

/** Columns of the exported sheet; widths in characters. */
export const ENQUIRY_SHEET: readonly {
  readonly title: string;
  readonly width: number;
  readonly value: (row: EnquiryRow) => string;
}[] = [
  { title: words.form.date, width: 12, value: ({ date }) => date },
  { title: words.form.time, width: 8, value: ({ time }) => time },
  { title: words.form.no, width: 22, value: ({ no }) => no },
  { title: words.field.channel, width: 10, value: ({ channel }) => channel },
  { title: words.field.name, width: 14, value: ({ name }) => name },
  { title: words.field.identity, width: 8, value: ({ identity }) => identity },
  { title: words.field.phone, width: 16, value: ({ phone }) => phone },
  { title: words.field.category, width: 8, value: ({ category }) => category },
  { title: words.field.summary, width: 40, value: ({ summary }) => summary },
  { title: words.field.answer, width: 40, value: ({ answer }) => answer },
  { title: words.field.outcome, width: 16, value: ({ outcome }) => outcome },
  { title: words.field.callBack, width: 14, value: ({ callBack }) => callBack },
  { title: words.field.answeredAt, width: 18, value: ({ answeredAt }) => answeredAt },
  { title: words.field.firstReply, width: 14, value: ({ firstReply }) => firstReply },
  { title: words.field.standards, width: 20, value: ({ standards }) => standards },
  { title: words.field.department, width: 14, value: ({ department }) => department },
  { title: words.field.takenBy, width: 10, value: ({ takenBy }) => takenBy },
  { title: words.field.responsible, width: 10, value: ({ responsible }) => responsible },
  { title: words.field.status, width: 10, value: ({ status }) => status },
  { title: words.field.remark, width: 24, value: ({ remark }) => remark },
];
