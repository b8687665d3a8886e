/** 服务检查月度汇总表, A4 landscape: each person's marks, and what they lost them for (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { inspections as words } from '../../messages/zh-CN/inspections';
import { rateText, type PersonMonth } from '../month';

/** Input of the form `inspection-month`. */
export interface InspectionMonthInput {
  readonly club: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly people: readonly PersonMonth[];
}

const { form, month: head } = words;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 12, align: 'right', noWrap: true },
  { title: head.name, width: 28 },
  { title: head.inspections, width: 20, align: 'right', noWrap: true },
  { title: head.confirmed, width: 18, align: 'right', noWrap: true },
  { title: head.refused, width: 18, align: 'right', noWrap: true },
  { title: head.waiting, width: 18, align: 'right', noWrap: true },
  { title: head.marks, width: 22, align: 'right', noWrap: true },
  { title: head.scored, width: 22, align: 'right', noWrap: true },
  { title: head.rate, width: 22, align: 'right', noWrap: true },
  { title: head.lost, width: 90 },
];

/** What somebody lost marks for, in words. */
export const lostText = ({ lost }: PersonMonth): string =>
  lost.length === 0 ? head.none : lost.map((item) => fill(head.lostItem, { ...item })).join('；');

export function inspectionMonth({ club, month, people }: InspectionMonthInput): FormDoc {
  const sum = (of: (person: PersonMonth) => number): string =>
    String(people.reduce((total, person) => total + of(person), 0));
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.monthTitle,
    subtitle: month,
    reference: month,
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows: people.map((person, at) => [
          String(at + 1),
          person.name,
          String(person.inspections),
          String(person.confirmed),
          String(person.refused),
          String(person.waiting),
          String(person.marks),
          String(person.scored),
          rateText(person.rate),
          lostText(person),
        ]),
        totals: [
          [
            '',
            form.total,
            sum((person) => person.inspections),
            sum((person) => person.confirmed),
            sum((person) => person.refused),
            sum((person) => person.waiting),
            sum((person) => person.marks),
            sum((person) => person.scored),
            '',
            '',
          ],
        ],
        fontSize: 10,
      },
      { type: 'text', style: 'small', text: words.monthFoot },
      { type: 'signatures', lines: [{ label: form.inspectorSigns }, { label: form.lead }] },
    ],
  };
}
