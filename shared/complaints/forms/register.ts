/** 投诉登记表, A4 landscape, with the month's figures and their formulas at the foot (FORMS). */
import type { Block, Column, FormDoc } from '../../forms/model';
import { periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { complaints as words } from '../../messages/zh-CN/complaints';
import type { ComplaintFigures } from '../figures';
import type { Share } from '../../service/share';
import type { ComplaintRow } from '../rows';

/** Input of the form `complaint-register`. */
export interface ComplaintRegisterInput {
  readonly club: string;
  /** Business days of receipt, both included. */
  readonly from: string;
  readonly to: string;
  /** What the list was narrowed to, in words; '' for nothing. */
  readonly filter: string;
  /** Oldest first. */
  readonly rows: readonly ComplaintRow[];
  /** Figures of the whole period, whatever the list shows. */
  readonly figures: ComplaintFigures;
  readonly mostlyCounts: boolean;
}

const form = words.form;

/** Millimetres. */
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 8, align: 'right', noWrap: true },
  { title: form.no, width: 32, noWrap: true },
  { title: form.receivedAt, width: 25, noWrap: true },
  { title: form.channel, width: 13 },
  { title: form.customer, width: 15 },
  { title: form.summary, width: 46 },
  { title: form.determination, width: 14 },
  { title: form.grade, width: 10, noWrap: true },
  { title: form.handlerShort, width: 16 },
  { title: form.noticed, width: 16 },
  { title: form.solvedAt, width: 25, noWrap: true },
  { title: form.hours, width: 12, align: 'right', noWrap: true },
  { title: form.overdue, width: 9, align: 'center', noWrap: true },
  { title: form.extendedEscalated, width: 14 },
  { title: form.repeatShort, width: 9, align: 'center', noWrap: true },
  { title: form.satisfaction, width: 13 },
  { title: form.archiveNo, width: 26, noWrap: true },
];

/** A figure with its formula and what it is made of: `投诉答复率 95.0 % 已答复 ÷ 全部投诉 ＝ 19 ÷ 20`. */
export function kpiLine(name: string, formula: string, { met, missed, rate }: Share): string {
  return fill(form.kpiLine, {
    name,
    rate: rate === null ? form.rateNone : `${(rate * 100).toFixed(1)} %`,
    formula,
    met: met.length,
    all: met.length + missed.length,
  });
}

/** The lines of figures with their formulas, as printed. */
export function kpiLines(figures: ComplaintFigures, mostlyCounts: boolean): readonly string[] {
  const { replied, onTime, notices, repeats, satisfied, asked, withinExtension, pending } = figures;
  const rest = fill(form.onTimeRest, { extended: withinExtension.length, pending: pending.length });
  return [
    kpiLine(form.replyRate, form.replyFormula, replied),
    `${kpiLine(form.onTimeRate, form.onTimeFormula, onTime)}　${rest}`,
    kpiLine(form.noticeRate, form.noticeFormula, notices),
    kpiLine(form.repeatRate, form.repeatFormula, repeats),
    `${kpiLine(form.satisfiedRate, mostlyCounts ? form.satisfiedFormula : form.satisfiedStrict, satisfied)}　${kpiLine(form.askedRate, form.askedFormula, asked)}`,
  ];
}

function totalsText(rows: readonly ComplaintRow[]): string {
  const live = rows.filter(({ isVoid }) => !isVoid);
  const count = (test: (row: ComplaintRow) => boolean): number => live.filter(test).length;
  return fill(form.totals, {
    count: live.length,
    responsible: count(({ kind }) => kind === 'responsible'),
    notResponsible: count(({ kind }) => kind === 'notResponsible'),
    assist: count(({ kind }) => kind === 'assist'),
    open: count(({ kind }) => kind === ''),
    serious: count(({ isSerious }) => isSerious),
    collective: count(({ isCollective }) => isCollective),
  });
}

export function complaintRegister(input: ComplaintRegisterInput): FormDoc {
  const { club, from, to, filter, rows, figures, mostlyCounts } = input;
  const period = periodText(from, to);
  const blocks: Block[] = [
    {
      type: 'table',
      columns: COLUMNS,
      fontSize: 7.5,
      rows: rows.map((row, index) => [
        String(index + 1),
        row.no,
        row.receivedAt,
        row.channel,
        row.customer,
        row.summary,
        row.determination,
        row.grade,
        row.handler,
        row.notices,
        row.solvedAt,
        row.hours,
        row.late,
        row.moves,
        row.repeat,
        row.satisfaction,
        row.archiveNo,
      ]),
    },
    ...(rows.length > 0
      ? [{ type: 'space', mm: 2 } as const, { type: 'text', style: 'bold', text: totalsText(rows) } as const]
      : []),
    { type: 'space', mm: 2 },
    { type: 'text', style: 'bold', text: form.kpi },
    ...kpiLines(figures, mostlyCounts).map((text) => ({ type: 'text', style: 'small', text }) as const),
    { type: 'signatures', lines: [{ label: form.preparedBy }, { label: form.checkedBy }] },
  ];
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.register,
    subtitle: filter === '' ? period : `${period}　${fill(form.filtered, { filter })}`,
    reference: period,
    blocks,
  };
}
