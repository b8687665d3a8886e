/** 客户投诉处理单, A4 portrait, one complaint (FORMS). */
import { maskPhone } from '../../core/mask';
import { clock, minutesBetween } from '../../core/time';
import type { Block, FieldsBlock, FormDoc } from '../../forms/model';
import { dateTimeCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { complaints as words } from '../../messages/zh-CN/complaints';
import { service } from '../../messages/zh-CN/service';
import { AUTHORITY_REASONS, type AuthorityReason } from '../authority';
import { firstDueAt, firstSolvedAt, noticesOf } from '../figures';
import type { Complaint, ComplaintEvent, EventType, Promised } from '../schema';
import { standingOf } from '../standing';
import { eventText, handlerText, type Names } from '../words';

/** Input of the form `complaint-sheet`; names travel with it, because the print process knows no directory. */
export interface ComplaintSheetInput {
  readonly club: string;
  readonly complaint: Complaint;
  /** Names of staff and departments, numbers of complaints, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly showPhone: boolean;
  /** Why the handler is the one by authority; '' where another was chosen or none is. */
  readonly authority: AuthorityReason | '';
  /** ISO instant; what is late by now. */
  readonly now: string;
}

const form = words.form;
type Field = FieldsBlock['fields'][number];

const wide = (label: string, value: string, minLines = 1): Field => ({ label, value, wide: true, minLines });

/** 24 小时（按自然时间），11-22 09:42 前. */
function promiseText({ minutes, mode, dueAt }: Promised): string {
  return fill(form.byClock, {
    hours: Number((minutes / 60).toFixed(1)),
    mode: mode === 'wall' ? service.wallClock : service.workingClock,
    time: dateTimeCell(dueAt),
  });
}

/** The time something was done and whether it was in time. */
function doneText(at: string, dueAt: string, now: string): string {
  const late = minutesBetween(dueAt, at === '' ? now : at);
  const lateText = late > 0 ? fill(form.late, { time: `${(late / 60).toFixed(1)} h` }) : '';
  if (at === '') return [form.notDone, lateText].filter(Boolean).join('，');
  return `${dateTimeCell(at)}　${lateText || form.inTime}`;
}

/** @throws RangeError when an event cannot follow the one before it */
export function complaintSheet(input: ComplaintSheetInput): FormDoc {
  const { club, complaint, names, showPhone, authority, now } = input;
  const { body } = complaint;
  const standing = standingOf(body);
  const nameOf = (id: string): string => names[id] ?? id;
  const all: Names = { nameOf, noOf: nameOf };
  /** Events of some kinds as lines: time, who, what. */
  const linesOf = (...types: readonly EventType[]): string =>
    body.events
      .filter(({ type }) => types.includes(type))
      .map((event) => `${dayClock(event)} ${nameOf(event.by)}：${eventText(event, words, all)}`)
      .join('\n');
  const last = (type: EventType): ComplaintEvent | undefined =>
    [...body.events].reverse().find((event) => event.type === type);
  const { customer, reference } = body;
  const notices = noticesOf(complaint, now);
  const late = notices.filter(({ inTime }) => !inTime).length;
  const firstNotice = body.events.find((event) => event.type === 'noticed');
  const noticeDone = firstNotice
    ? `${doneText(firstNotice.when, body.promises.progress.dueAt, now)}　${fill(form.noticesMore, { count: notices.length, late })}`
    : firstSolvedAt(complaint) !== '' && late === 0
      ? form.none
      : doneText('', body.promises.progress.dueAt, now);
  const blocks: Block[] = [
    {
      type: 'fields',
      title: form.partReceived,
      perLine: 2,
      fields: [
        { label: form.customer, value: customer.name },
        { label: form.phone, value: showPhone ? customer.phone : maskPhone(customer.phone) },
        {
          label: form.identity,
          value: [service.identities[customer.identity], customer.memberNo].filter(Boolean).join(' '),
        },
        { label: form.channel, value: words.channel[body.channel] },
        { label: form.department, value: body.department === '' ? words.notNamed : nameOf(body.department) },
        { label: form.apologised, value: body.apologised ? form.apologisedYes : form.apologisedNo },
        ...(reference
          ? [
              { label: form.reference, value: `${words.referenceKind[reference.kind]} ${reference.no}` },
              { label: form.deadline, value: dateTimeCell(reference.deadline) || form.none },
            ]
          : []),
        ...(body.origin
          ? [
              wide(
                form.origin,
                `${service.kinds[body.origin.kind as keyof typeof service.kinds]} ${body.origin.no}`,
              ),
            ]
          : []),
        wide(form.summary, body.summary, 2),
        wide(form.wanted, body.wanted || form.none),
      ],
    },
    {
      type: 'fields',
      title: form.partDetermined,
      perLine: 2,
      fields: [
        {
          label: form.determination,
          value: standing.determination ? words.determination[standing.determination.kind] : form.notDone,
        },
        { label: form.grade, value: standing.grade ? words.grade[standing.grade.grade] : form.none },
        wide(form.ground, standing.determination?.ground ?? '', 1),
        ...(standing.appointment ? [wide(form.onSite, linesOf('appointed'))] : []),
        ...(standing.grade
          ? [
              wide(
                form.criteria,
                [...standing.grade.criteria.map((one) => words.criterion[one]), standing.grade.reason]
                  .filter(Boolean)
                  .join('\n') || form.none,
              ),
            ]
          : []),
        ...(standing.repeatOf ? [wide(form.repeat, linesOf('linked'))] : []),
        ...(standing.collective ? [wide(form.collective, linesOf('grouped'))] : []),
      ],
    },
    {
      type: 'fields',
      title: form.partClocks,
      perLine: 2,
      fields: [
        { label: form.progressDue, value: promiseText(body.promises.progress) },
        { label: form.progressDone, value: noticeDone },
        { label: form.solveDue, value: promiseText(body.promises.solve) },
        {
          label: form.solveDone,
          value: doneText(firstSolvedAt(complaint), firstDueAt(complaint).promised, now),
        },
        ...(last('extended') ? [wide(form.extension, linesOf('extended'))] : []),
        ...(last('escalated') ? [wide(form.escalation, linesOf('escalated'))] : []),
      ],
    },
    {
      type: 'fields',
      title: form.partHandled,
      perLine: 2,
      fields: [
        {
          label: form.handler,
          value: standing.assignment
            ? [
                handlerText(standing.assignment.handler, words, nameOf),
                AUTHORITY_REASONS.some((one) => one === authority) && authority !== ''
                  ? `（${words.authority[authority]}）`
                  : standing.assignment.reason && `（${standing.assignment.reason}）`,
              ]
                .filter(Boolean)
                .join('')
            : form.notDone,
        },
        { label: form.person, value: standing.assignment?.person ?? '' },
        wide(form.handled, linesOf('handled')),
        ...(last('inquired') ? [wide(form.inquiry, linesOf('inquired', 'explained'))] : []),
        ...(last('declined') ? [wide(form.declined, linesOf('declined'))] : []),
      ],
    },
    {
      type: 'fields',
      title: form.partAnswered,
      perLine: 2,
      fields: [
        wide(form.answer, linesOf('answered')),
        wide(form.result, linesOf('solved', 'sentBack')),
        wide(form.review, linesOf('reviewed')),
        // The general manager may write by hand.
        wide(form.instruction, linesOf('instructed'), 2),
        wide(form.pursued, linesOf('pursued')),
        wide(form.followUp, linesOf('followedUp', 'reopened')),
        {
          label: form.satisfaction,
          value: standing.satisfaction ? words.satisfaction[standing.satisfaction] : '',
        },
        { label: form.archiveNo, value: standing.archiveNo },
      ],
    },
    {
      type: 'signatures',
      lines: [
        {
          label: form.receivedBy,
          value: nameOf(complaint.by),
          date: dateTimeCell(body.receivedAt).slice(0, 10),
        },
        { label: form.handledBy, value: standing.assignment?.person ?? '' },
        { label: form.lead },
      ],
    },
  ];
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.sheet,
    subtitle: fill(form.subtitle, { no: body.no ?? '', time: dateTimeCell(body.receivedAt) }),
    ...(body.no ? { reference: body.no } : {}),
    blocks,
  };
}

const dayClock = ({ at }: ComplaintEvent): string => `${dateTimeCell(at).slice(5, 10)} ${clock(at)}`;
