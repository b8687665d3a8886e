/** 《部门年度回访计划书》, A4 portrait (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { followUp } from '../../messages/zh-CN/follow-up';

/** Input of the form `follow-up-plan`. */
export interface FollowUpPlanInput {
  readonly club: string;
  readonly year: string;
  readonly rows: readonly {
    readonly name: string;
    readonly whom: string;
    /** Twelve, January first. */
    readonly months: readonly number[];
  }[];
}

const words = followUp.form;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

export function followUpPlanSheet({ club, year, rows }: FollowUpPlanInput): FormDoc {
  const months = Array.from({ length: 12 }, (_, index) => index);
  const narrow = (title: string, width: number): Column => ({ title, width, align: 'right', noWrap: true });
  const cells = (name: string, values: readonly number[]): readonly string[] => [
    name,
    ...values.map(String),
    String(sum(values)),
  ];
  const totals = months.map((month) => sum(rows.map((row) => row.months[month] ?? 0)));
  const quarters = (values: readonly number[]): readonly number[] =>
    [0, 3, 6, 9].map((first) => sum(values.slice(first, first + 3)));
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: words.planTitle,
    subtitle: fill(words.year, { year }),
    reference: year,
    blocks: [
      {
        type: 'table',
        fontSize: 8.5,
        columns: [
          { title: followUp.figures.department, width: 30 },
          ...months.map((month) => narrow(fill(followUp.plan.month, { month: month + 1 }), 12.5)),
          narrow(followUp.plan.total, 14),
        ],
        rows: rows.map((row) => cells(row.name, row.months)),
        ...(rows.length > 0 ? { totals: [cells(words.total, totals)] } : {}),
      },
      { type: 'space', mm: 4 },
      {
        type: 'table',
        columns: [
          { title: followUp.figures.department, width: 30 },
          ...[1, 2, 3, 4].map((quarter) => narrow(fill(words.quarter, { quarter }), 20)),
          { title: words.whomHead, width: 82 },
        ],
        rows: rows.map((row) => [row.name, ...quarters(row.months).map(String), row.whom]),
        ...(rows.length > 0 ? { totals: [[words.total, ...quarters(totals).map(String), '']] } : {}),
      },
      { type: 'signatures', lines: [{ label: words.preparedBy }, { label: words.approvedBy }] },
    ],
  };
}
