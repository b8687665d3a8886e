/** The shown figures on paper and as an Excel file. */
import { percentText } from '@shared/figures/cells';
import { handlerText } from '@shared/complaints/words';
import type { DepartmentFigures } from '@shared/complaints/figures';
import type { Period, SpanUnit } from '@shared/core/period';
import { periodText } from '@shared/forms/texts';
import { fill } from '@shared/messages/fill';
import { complaints as complaintWords } from '@shared/messages/zh-CN/complaints';
import { serviceFigures as words } from '@shared/messages/zh-CN/service-figures';
import {
  goalText,
  lineName,
  type KpiLine,
  type KpiSheetInput,
  type ReceptionSheetInput,
} from '@shared/service-figures/forms/sheets';
import type { Reception } from '@shared/service-figures/reception';
import { departmentName, useDirectory } from '../../data/directory';
import { exportList } from '../../ui/export-list';
import { printForm, type PrintRequest } from '../../ui/print/print-form';
import type { ServiceFigures } from './use-figures';

const club = (): string => useDirectory.getState().settings.clubName;

/** A period as its sheet names it: `2026-11`, `2026 年第 4 季度`, `2026-11-23 至 2026-11-29`. */
export function periodName(unit: SpanUnit, { from, to }: Period): string {
  if (unit === 'month') return from.slice(0, 7);
  if (unit === 'week') return fill(words.week, { from, to });
  return fill(words.quarter, { year: from.slice(0, 4), quarter: (Number(from.slice(5, 7)) + 2) / 3 });
}

/** A period in a file's name. */
const reference = (unit: SpanUnit, { from, to }: Period): string =>
  unit === 'month' ? from.slice(0, 7) : periodText(from, to);

/** Who handles a group of complaints. */
const handlerOf = ({ handler }: DepartmentFigures): string =>
  handler ? handlerText(handler, complaintWords, departmentName) : words.noDepartment;

export function kpisRequest(unit: SpanUnit, period: Period, figures: ServiceFigures): PrintRequest {
  const data: KpiSheetInput = {
    club: club(),
    period: periodName(unit, period),
    quarter: unit === 'quarter',
    lines: figures.lines,
    departments: figures.complaints.departments.map((one) => [
      handlerOf(one),
      one.complaints.length,
      one.extensions.length,
      one.escalations.length,
    ]),
    trend: figures.trend,
    mostlyCounts: useDirectory.getState().settings.mostlyCountsSatisfied,
  };
  const title = unit === 'quarter' ? words.form.quarterTitle : words.form.monthTitle;
  return { form: 'service-figures', title, data, reference: reference(unit, period) };
}

export function printKpis(unit: SpanUnit, period: Period, figures: ServiceFigures): void {
  printForm(kpisRequest(unit, period, figures));
}

const departmentNames = (): Readonly<Record<string, string>> =>
  Object.fromEntries(useDirectory.getState().departments.map(({ id, body }) => [id, body.name]));

export function receptionRequest(unit: SpanUnit, period: Period, reception: Reception): PrintRequest {
  const week = unit === 'week';
  const data: ReceptionSheetInput = {
    club: club(),
    period: periodName(unit, period),
    week,
    reception,
    departments: departmentNames(),
  };
  const title = week ? words.form.weekReport : words.form.monthReport;
  return { form: 'reception-report', title, data, reference: reference(unit, period) };
}

export function printReception(unit: SpanUnit, period: Period, reception: Reception): void {
  printForm(receptionRequest(unit, period, reception));
}

export function exportKpis(unit: SpanUnit, period: Period, lines: readonly KpiLine[]): Promise<void> {
  const { column } = words;
  return exportList({
    register: 'serviceFigures',
    title: unit === 'quarter' ? words.form.quarterTitle : words.form.monthTitle,
    of: reference(unit, period),
    columns: [
      { title: column.kpi, width: 24, value: ({ key }) => words.kpi[key] },
      { title: column.formula, width: 40, value: ({ key }) => words.formula[key] },
      { title: column.goal, width: 14, value: ({ key }) => goalText(key) },
      { title: words.drillMet, width: 10, value: ({ now }) => now.share.met.length },
      { title: words.drillMissed, width: 10, value: ({ now }) => now.share.missed.length },
      { title: column.now, width: 10, value: ({ now }) => percentText(now.share.rate) },
      { title: column.before, width: 10, value: ({ before }) => percentText(before) },
      { title: column.lastYear, width: 10, value: ({ lastYear }) => percentText(lastYear) },
      { title: column.asked, width: 10, value: ({ now }) => (now.asked ? percentText(now.asked.rate) : '') },
    ],
    rows: lines,
  });
}

export function exportReception(unit: SpanUnit, period: Period, reception: Reception): Promise<void> {
  const names = departmentNames();
  const rows = (['kinds', 'purposes', 'categories', 'channels', 'results', 'departments'] as const).flatMap(
    (of) =>
      reception[of].map((line) => ({
        section: words.section[of],
        name: lineName(of, line.key, names),
        count: line.ids.length,
        open: line.open.length,
      })),
  );
  return exportList({
    register: 'reception',
    title: unit === 'week' ? words.form.weekReport : words.form.monthReport,
    of: reference(unit, period),
    columns: [
      { title: words.tab.reception, width: 18, value: ({ section }) => section },
      { title: words.column.item, width: 24, value: ({ name }) => name },
      { title: words.column.count, width: 10, value: ({ count }) => count },
      { title: words.column.open, width: 10, value: ({ open }) => open },
    ],
    rows,
  });
}
