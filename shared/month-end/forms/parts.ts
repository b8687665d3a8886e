/** What both month sheets share: state, foot notes, late records, cells. */
import type { Block, Column } from '../../forms/model';
import { amountCell, dateTimeCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { ledger } from '../../messages/zh-CN/ledger';
import { monthEnd as words } from '../../messages/zh-CN/month-end';
import type { MonthLine } from '../../ledger/schema';
import { isIdle, totalsOf } from '../figures';
import type { MonthPaper } from '../papers';

/** Input of both forms. */
export interface MonthSheetInput {
  readonly club: string;
  readonly paper: MonthPaper;
  /** Who closed the month, or ''. */
  readonly closedBy: string;
  readonly withTax: boolean;
}

const form = words.form;

/** A quantity, blank instead of 0 so that the eye finds what moved. */
export const units = (quantity: number): string => (quantity === 0 ? '' : quantity.toLocaleString('en-US'));

/** An amount, blank instead of 0. */
export const money = (fen: number): string => (fen === 0 ? '' : amountCell(fen));

/** Yuan with 4 decimals of a unit cost. */
export const cost4 = (unitCost: number): string => (unitCost / 10_000).toFixed(4);

/** Products without stock, movement or count are left out. */
export const printed = (lines: readonly MonthLine[]): readonly MonthLine[] =>
  lines.filter((line) => !isIdle(line) || line.counted !== null);

export function stateText({ closed }: MonthPaper): string {
  if (!closed) return form.stateOpen;
  return fill(form.stateClosed, { round: closed.round, time: dateTimeCell(closed.at) });
}

const LATE: readonly Column[] = [
  { title: form.index, width: 12, align: 'right', noWrap: true },
  { title: words.field.day, width: 26, noWrap: true },
  { title: words.field.no, width: 44, noWrap: true },
  { title: words.field.kind, width: 30, noWrap: true },
  { title: words.field.place, width: 34, noWrap: true },
];

/** Formula, rounding, late records and remarks under the tables. */
export function footNotes(
  paper: MonthPaper,
  lines: readonly MonthLine[],
  withTax: boolean,
): readonly Block[] {
  const { late, closed } = paper;
  const small = (text: string): Block => ({ type: 'text', style: 'small', text });
  return [
    { type: 'space', mm: 1 },
    small(form.formula),
    small(
      [
        form.signs,
        fill(form.rounding, { amount: amountCell(totalsOf(lines).rounding) }),
        ...(withTax ? [] : [form.taxRounding]),
        form.money,
      ].join(''),
    ),
    ...(late.length === 0
      ? [small(form.lateNone)]
      : [
          { type: 'text', style: 'bold', text: form.late } as const,
          {
            type: 'table',
            columns: LATE,
            fontSize: 8,
            rows: late.map(({ day, no, kind, place }, at) => [
              String(at + 1),
              day,
              no,
              ledger.kind[kind],
              place,
            ]),
          } as const,
        ]),
    ...(closed && closed.silent.length > 0
      ? [small(fill(form.silent, { desks: closed.silent.join('、') }))]
      : []),
    ...(closed && closed.note !== '' ? [small(fill(form.note, { note: closed.note }))] : []),
  ];
}
