/** 紧急事件报告, A4 portrait, printable at any moment (FORMS). */
import type { Block, Column, FormDoc } from '../../forms/model';
import { dateTimeCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { incidents as words } from '../../messages/zh-CN/incidents';
import type { Incident, ListedPerson } from '../schema';
import { peopleOf, rollOf, tally, type PersonState } from '../state';

/** Input of the form `incident-report`. */
export interface IncidentReportInput {
  readonly club: string;
  readonly incident: Incident;
  /** Names of the departments called in. */
  readonly departments: readonly string[];
  /** Names of staff by id. */
  readonly names: Readonly<Record<string, string>>;
  /** Phones are shown in full only to roles that see them; '' stays ''. */
  readonly phones: Readonly<Record<string, string>>;
}

const form = words.form;

const LIST: readonly Column[] = [
  { title: form.index, width: 12, align: 'right', noWrap: true },
  { title: form.name, width: 28 },
  { title: form.role, width: 34 },
  { title: form.phone, width: 32, noWrap: true },
  { title: form.time, width: 34, noWrap: true },
  { title: form.outcome, width: 26 },
  { title: form.by, width: 20 },
];
const APART: readonly Column[] = LIST.filter(({ title }) => title !== form.phone).map((column) =>
  column.title === form.role
    ? { ...column, width: 54 }
    : column.title === form.name
      ? { ...column, width: 40 }
      : column,
);
const ROLL: readonly Column[] = [
  { title: form.index, width: 12, align: 'right', noWrap: true },
  { title: form.name, width: 44 },
  { title: form.role, width: 50 },
  { title: form.people, width: 16, align: 'right', noWrap: true },
  { title: form.mark, width: 28, align: 'center' },
  { title: form.marked, width: 36, noWrap: true },
];
const MEASURES: readonly Column[] = [
  { title: form.occurredAt, width: 36, noWrap: true },
  { title: form.measure, width: 124 },
  { title: form.writer, width: 26 },
];

/** Name of a listed person; groups by what they are. */
export const personText = ({ name, source, people }: ListedPerson): string => {
  const who = name === '' ? words.source[source] : name;
  return people === 1 ? who : `${who}（${fill(words.count, { count: people })}）`;
};

/** Job or company, and where the person came from. */
export const roleText = ({ role, source, name }: ListedPerson): string =>
  [role, name === '' || (source === 'contact' && role !== '') ? '' : words.source[source]]
    .filter(Boolean)
    .join(' · ');

export function incidentReport({ club, incident, departments, names, phones }: IncidentReportInput): FormDoc {
  const { body, status } = incident;
  const no = body.no ?? '';
  const states = peopleOf(body);
  const sums = tally(states);
  const nameOf = (id: string): string => names[id] ?? id;
  /** One line a try; whoever was not tried yet has a line to fill by hand. */
  const told = (
    { person, entries }: PersonState,
    at: number,
    withPhone: boolean,
  ): readonly (readonly string[])[] => {
    const head = [
      String(at + 1),
      personText(person),
      roleText(person),
      ...(withPhone ? [phones[person.id] ?? ''] : []),
    ];
    if (entries.length === 0) return [[...head, '', '', '']];
    return entries.map((call, index) => [
      ...(index === 0 ? head : head.map(() => '')),
      dateTimeCell(call.at),
      [words.outcome[call.outcome], call.note].filter(Boolean).join('：'),
      nameOf(call.by),
    ]);
  };
  const withPhone = states.filter(({ person }) => person.phone !== '');
  const apart = states.filter(({ person }) => person.phone === '');
  const marked = (id: string): string =>
    dateTimeCell(
      [...body.marks].reverse().find(({ person, mark }) => person === id && mark !== 'unknown')?.at,
    );
  const blocks: readonly Block[] = [
    {
      type: 'fields',
      perLine: 2,
      fields: [
        { label: form.occurredAt, value: dateTimeCell(body.occurredAt) },
        { label: form.place, value: body.place },
        { label: form.reporter, value: body.reporter },
        { label: form.level, value: body.level },
        { label: form.departments, value: departments.join('、'), wide: true },
        { label: form.what, value: body.what, wide: true, minLines: 3 },
      ],
    },
    { type: 'text', style: 'heading', text: fill(form.list, { count: sums.all, told: sums.told }) },
    {
      type: 'table',
      columns: LIST,
      rows: withPhone.flatMap((one, at) => told(one, at, true)),
      empty: form.nobody,
    },
    { type: 'text', style: 'heading', text: form.apart },
    {
      type: 'table',
      columns: APART,
      rows: apart.flatMap((one, at) => told(one, at, false)),
      empty: form.nobody,
    },
    { type: 'text', style: 'heading', text: fill(form.roll, sums) },
    {
      type: 'table',
      columns: ROLL,
      rows: rollOf(states).map(({ person, mark }, at) => [
        String(at + 1),
        person.name === '' ? words.source[person.source] : person.name,
        roleText(person),
        String(person.people),
        mark === 'unknown' ? '□' : words.mark[mark],
        mark === 'unknown' ? '' : marked(person.id),
      ]),
      empty: form.nobody,
    },
    { type: 'text', style: 'heading', text: form.measures },
    {
      type: 'table',
      columns: MEASURES,
      rows: body.measures.map(({ at, text, by }) => [dateTimeCell(at), text, nameOf(by)]),
      empty: form.nobody,
    },
    { type: 'space', mm: 2 },
    {
      type: 'fields',
      perLine: 1,
      fields: [
        { label: form.result, value: body.result, minLines: 3 },
        { label: form.summary, value: body.summary, minLines: 3 },
        ...(body.openReason === '' ? [] : [{ label: form.openReason, value: body.openReason }]),
        { label: form.closedAt, value: dateTimeCell(body.closedAt) },
      ],
    },
    { type: 'signatures', lines: [{ label: form.duty }, { label: form.lead }] },
  ];
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.title,
    subtitle: fill(form.no, { no, state: words.status[status] }),
    ...(no === '' ? {} : { reference: no }),
    blocks,
  };
}
