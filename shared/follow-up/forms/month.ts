/** 《月回访统计表》, A4 portrait, with the year's rates per department as bars (FORMS). */
import { percentBar } from '../../figures/cells';
import type { Block, Column, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { followUp } from '../../messages/zh-CN/follow-up';
import { doneRate, rateText, satisfactionRate } from '../figures';
import type { PaperFigures } from '../schema';

/** Figures with the department's name. */
export interface NamedFigures extends PaperFigures {
  readonly name: string;
}

/** Input of the form `follow-up-month`. */
export interface FollowUpMonthInput {
  readonly club: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly rows: readonly NamedFigures[];
  readonly total: NamedFigures;
  /** The same departments over the year up to the month. */
  readonly year: readonly NamedFigures[];
  readonly mostlyCounts: boolean;
}

const words = followUp.figures;
const form = followUp.form;

const number = (title: string): Column => ({ title, width: 17, align: 'right', noWrap: true });

/** The rates' columns as a table, with its sum. */
export function figuresTable(
  rows: readonly NamedFigures[],
  total: NamedFigures,
  mostlyCounts: boolean,
): Block {
  const cells = (row: NamedFigures): readonly string[] => [
    row.name,
    String(row.planned),
    String(row.done),
    rateText(doneRate(row)),
    String(row.reached),
    String(row.satisfied),
    String(row.mostly),
    String(row.dissatisfied),
    rateText(satisfactionRate(row, mostlyCounts)),
  ];
  return {
    type: 'table',
    columns: [
      { title: words.department, width: 40 },
      number(words.planned),
      number(words.done),
      number(words.doneRate),
      number(words.reached),
      number(words.satisfied),
      number(words.mostly),
      number(words.dissatisfied),
      number(words.satisfactionRate),
    ],
    rows: rows.map(cells),
    ...(rows.length > 0 ? { totals: [cells(total)] } : {}),
  };
}

/** The bars of the year, on the page and on paper. */
export const yearSeries = (
  year: readonly NamedFigures[],
  mostlyCounts: boolean,
): readonly { readonly name: string; readonly values: readonly (number | null)[] }[] => [
  { name: words.doneRate, values: year.map((row) => percentBar(doneRate(row))) },
  {
    name: words.satisfactionRate,
    values: year.map((row) => percentBar(satisfactionRate(row, mostlyCounts))),
  },
];

export function followUpMonth({ club, month, rows, total, year, mostlyCounts }: FollowUpMonthInput): FormDoc {
  const chart: readonly Block[] =
    year.length === 0
      ? []
      : [
          { type: 'space', mm: 4 },
          {
            type: 'barChart',
            title: fill(words.chart, { year: month.slice(0, 4) }),
            unit: form.unit,
            series: yearSeries(year, mostlyCounts),
            labels: year.map(({ name }) => name),
            heightMm: 62,
          },
        ];
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.monthTitle,
    subtitle: month,
    reference: month,
    blocks: [
      figuresTable(rows, total, mostlyCounts),
      ...chart,
      { type: 'space', mm: 2 },
      { type: 'text', style: 'small', text: mostlyCounts ? words.noteCounts : words.noteStrict },
      { type: 'signatures', lines: [{ label: form.preparedBy }, { label: form.approvedBy }] },
    ],
  };
}
