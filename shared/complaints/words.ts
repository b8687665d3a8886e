/** Events of a complaint in words, for its printed sheet and its page. Forms are Chinese always. */
import { formatMoney } from '../core/money';
import { dateTimeCell } from '../forms/texts';
import { fill } from '../messages/fill';
import type { complaints } from '../messages/zh-CN/complaints';
import type { ComplaintEvent, Handler } from './schema';

/** The words of one language. */
type Deep<T> = { readonly [K in keyof T]: T[K] extends string ? string : Deep<T[K]> };
export type Words = Pick<
  Deep<typeof complaints>,
  'said' | 'how' | 'level' | 'cause' | 'determination' | 'grade' | 'criterionShort' | 'handler' | 'callResult'
>;

export interface Names {
  /** Name of a member of staff or a department by id. */
  readonly nameOf: (id: string) => string;
  /** Register number of a complaint by id. */
  readonly noOf: (id: string) => string;
}

/** 客服部, 总经理 or the department's name. */
export function handlerText({ kind, department }: Handler, words: Words, nameOf: Names['nameOf']): string {
  return kind === 'department' ? nameOf(department) : words.handler[kind];
}

/** What an event says, without who recorded it and when; '' where its name says all. */
export function eventText(event: ComplaintEvent, words: Words, { nameOf, noOf }: Names): string {
  const { said } = words;
  switch (event.type) {
    case 'noticed':
    case 'answered':
      return fill(said.told, { how: words.how[event.how], time: dateTimeCell(event.when), text: event.text });
    case 'appointed':
      return fill(said.appointed, { time: dateTimeCell(event.when), place: event.place, who: event.who });
    case 'determined':
    case 'redetermined':
      return `${words.determination[event.kind]}：${event.ground}`;
    case 'graded':
    case 'regraded':
      return [
        words.grade[event.grade],
        event.criteria.map((one) => words.criterionShort[one]).join('、'),
        event.reason,
      ]
        .filter(Boolean)
        .join('；');
    case 'assigned':
    case 'reassigned':
      return [
        fill(said.assigned, {
          handler: handlerText(event.handler, words, nameOf),
          person: event.person,
        }).trim(),
        event.reason,
      ]
        .filter(Boolean)
        .join('；');
    case 'handled':
      return [event.text, compensationText(event, words)].filter(Boolean).join('；');
    case 'solved':
      return fill(said.solved, { time: dateTimeCell(event.when), text: event.result });
    case 'reviewed':
      return [
        event.opinion,
        event.approvedBy === undefined ? '' : fill(said.reviewer, { name: nameOf(event.approvedBy) }),
        event.reason ? fill(said.ownReview, { reason: event.reason }) : '',
      ]
        .filter(Boolean)
        .join('；');
    case 'sentBack':
    case 'reopened':
      return event.reason;
    case 'followedUp':
      return [words.callResult[event.result], event.note].filter(Boolean).join('：');
    case 'archived':
      return fill(said.archived, { no: event.archiveNo });
    case 'extended':
      return fill(said.extended, {
        time: dateTimeCell(event.until),
        approver: nameOf(event.approvedBy),
        how: words.how[event.how],
        reason: event.reason,
      });
    case 'escalated':
      return fill(said.escalated, {
        level: words.level[event.level],
        person: event.person,
        reason: event.reason,
      });
    case 'inquired':
      return fill(said.inquired, { department: nameOf(event.department), question: event.question });
    case 'explained':
      return fill(said.explained, { person: event.person, text: event.text });
    case 'declined':
      return fill(said.declined, { what: event.what, rule: event.rule });
    case 'instructed':
      return event.text;
    case 'pursued':
      return fill(said.pursued, { whom: event.whom, measure: event.measure });
    case 'linked':
      return [fill(said.linked, { no: noOf(event.of), cause: words.cause[event.cause] }), event.reason]
        .filter(Boolean)
        .join('；');
    case 'dismissed':
      return fill(said.dismissed, { no: noOf(event.of) });
    case 'grouped':
      return fill(said.grouped, { customers: event.customers, count: event.members.length });
    case 'received':
    case 'voided':
      return '';
  }
}

/** 补偿：退还果岭费（¥300.00）; '' where nothing was given. */
export function compensationText(
  { compensation, amount }: Extract<ComplaintEvent, { readonly type: 'handled' }>,
  { said }: Words,
): string {
  if (compensation === '') return '';
  return amount === null
    ? fill(said.compensation, { what: compensation })
    : fill(said.amount, { what: compensation, amount: formatMoney(amount).replace('¥', '') });
}
