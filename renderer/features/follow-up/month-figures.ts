/** The month per department with its sum, and the year up to it: for the page and for 月回访统计表. */
import type { FollowUpMonthInput, NamedFigures } from '@shared/follow-up/forms/month';
import { countsOf, figuresOf, monthsOf, totalOf, type FollowUpRow } from '@shared/follow-up/figures';
import { followUp as words } from '@shared/messages/zh-CN/follow-up';
import { departmentName, useDirectory } from '../../data/directory';
import type { PrintRequest } from '../../ui/print/print-form';
import type { YearOfCalls } from './use-follow-ups';

export interface Named {
  readonly row: FollowUpRow;
  readonly figures: NamedFigures;
}

/** Rows with their departments' names. */
export function namedRows({ calls, plans }: YearOfCalls, months: readonly string[]): readonly Named[] {
  const order = useDirectory.getState().departments.map(({ id }) => id);
  return figuresOf(calls, plans, months, order).map((row) => ({
    row,
    figures: {
      ...countsOf(row),
      name: row.department === '' ? words.figures.noDepartment : departmentName(row.department),
    },
  }));
}

/** The sum of named rows. */
export const namedTotal = (rows: readonly Named[]): Named => {
  const row = totalOf(rows.map((one) => one.row));
  return { row, figures: { ...countsOf(row), name: words.figures.total } };
};

export interface MonthFigures {
  readonly rows: readonly Named[];
  readonly total: Named;
  /** The year up to the month. */
  readonly passed: readonly Named[];
  readonly passedTotal: Named;
}

/** @param loaded the year the month lies in */
export function monthFigures(loaded: YearOfCalls, month: string): MonthFigures {
  const rows = namedRows(loaded, [month]);
  // Months to come have a plan but no calls yet: they would only lower the rate.
  const passed = namedRows(
    loaded,
    monthsOf(month.slice(0, 4)).filter((one) => one <= month),
  );
  return { rows, total: namedTotal(rows), passed, passedTotal: namedTotal(passed) };
}

/** Nothing was planned and nobody was called. */
export const hasNothing = (rows: readonly Named[]): boolean =>
  rows.every(({ figures, row }) => figures.planned + row.calls.length === 0);

/** 月回访统计表. */
export function monthRequest(month: string, { rows, total, passed }: MonthFigures): PrintRequest {
  const { clubName, mostlyCountsSatisfied } = useDirectory.getState().settings;
  const data: FollowUpMonthInput = {
    club: clubName,
    month,
    rows: rows.map(({ figures }) => figures),
    total: total.figures,
    year: passed.map(({ figures }) => figures),
    mostlyCounts: mostlyCountsSatisfied,
  };
  return { form: 'follow-up-month', title: words.form.monthTitle, data, reference: month };
}
