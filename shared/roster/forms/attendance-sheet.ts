/** 《考勤月表》: names × days with symbols, and each person's totals (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { roster as words } from '../../messages/zh-CN/roster';
import type { Totals } from '../attendance';
import { SYMBOLS } from '../attendance';
import { weekdayKey } from '../spans';

/** Input of the form `attendance-sheet`. */
export interface AttendanceSheetInput {
  readonly club: string;
  /** `2026-11`. */
  readonly month: string;
  readonly days: readonly string[];
  readonly people: readonly {
    readonly name: string;
    /** Symbols of each day, e.g. `迟早`. */
    readonly cells: readonly string[];
    readonly totals: Totals;
  }[];
}

const form = words.form;

/** A4 landscape. */
export function attendanceSheet({ club, month, days, people }: AttendanceSheetInput): FormDoc {
  const total = (title: string): Column => ({ title, width: 7, align: 'right', noWrap: true });
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.monthTitle,
    subtitle: month,
    reference: month,
    blocks: [
      {
        type: 'table',
        fontSize: 7,
        columns: [
          { title: form.name, width: 18 },
          ...days.map((day): Column => ({
            title: `${Number(day.slice(8))}\n${words.weekdayShort[weekdayKey(day)]}`,
            width: 6,
            align: 'center',
          })),
          total(form.monthPlanned),
          total(form.monthWorked),
          ...SYMBOLS.map((symbol) => total(words.attendance.short[symbol])),
        ],
        rows: people.map(({ name, cells, totals }) => [
          name,
          ...cells,
          String(totals.planned),
          String(totals.worked),
          ...SYMBOLS.map((symbol) => String(totals[symbol])),
        ]),
      },
      { type: 'space', mm: 2 },
      { type: 'text', style: 'small', text: fill(form.legend, { legend: words.attendance.legend }) },
      { type: 'signatures', lines: [{ label: form.prepared }, { label: form.approved }] },
    ],
  };
}
