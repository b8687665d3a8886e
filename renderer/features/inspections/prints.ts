/** What is printed and exported of inspections (FORMS). */
import { periodText } from '@shared/forms/texts';
import { lostText, type InspectionMonthInput } from '@shared/inspections/forms/month';
import type { InspectionSheetInput } from '@shared/inspections/forms/sheet';
import { rateText, totalOf, type PersonMonth } from '@shared/inspections/month';
import type { Inspection } from '@shared/inspections/schema';
import { inspections as words } from '@shared/messages/zh-CN/inspections';
import { useDirectory } from '../../data/directory';
import { exportList } from '../../ui/export-list';
import { printForm, type PrintRequest } from '../../ui/print/print-form';

const clubName = (): string => useDirectory.getState().settings.clubName;

/** 服务检查评分表. */
export function printInspection(inspection: Inspection): void {
  const data: InspectionSheetInput = { club: clubName(), inspection };
  printForm({
    form: 'inspection-sheet',
    title: words.form.sheet,
    data,
    reference: inspection.body.no ?? '',
  });
}

/** 服务检查月度汇总表. */
export function monthRequest(month: string, people: readonly PersonMonth[]): PrintRequest {
  const data: InspectionMonthInput = { club: clubName(), month, people };
  return { form: 'inspection-month', title: words.form.monthTitle, data, reference: month };
}

export function printMonth(month: string, people: readonly PersonMonth[]): void {
  printForm(monthRequest(month, people));
}

/** @param inspections oldest first */
export function exportInspections(
  inspections: readonly Inspection[],
  from: string,
  to: string,
): Promise<void> {
  const { field } = words;
  return exportList<Inspection>({
    register: 'inspections',
    title: words.form.register,
    of: periodText(from, to),
    rows: inspections,
    columns: [
      { title: field.no, width: 22, value: ({ body }) => body.no ?? '' },
      { title: field.date, width: 12, value: ({ body }) => body.date },
      { title: field.person, width: 12, value: ({ body }) => body.personName },
      { title: field.inspector, width: 12, value: ({ body }) => body.inspectorName },
      { title: field.marks, width: 10, value: ({ body }) => totalOf(body.items).marks },
      { title: field.scored, width: 10, value: ({ body }) => totalOf(body.items).scored },
      {
        title: field.lost,
        width: 50,
        value: ({ body }) =>
          body.items
            .filter(({ remark }) => remark !== '')
            .map(({ name, remark }) => `${name}：${remark}`)
            .join('；'),
      },
      { title: field.remark, width: 30, value: ({ body }) => body.remark },
      { title: field.state, width: 12, value: ({ status }) => words.status[status] },
      { title: field.comment, width: 30, value: ({ body }) => body.answer.comment },
    ],
  });
}

export function exportMonth(month: string, people: readonly PersonMonth[]): Promise<void> {
  const { month: head } = words;
  return exportList<PersonMonth>({
    register: 'inspections',
    title: words.form.monthTitle,
    of: month,
    rows: people,
    columns: [
      { title: head.name, width: 12, value: ({ name }) => name },
      { title: head.inspections, width: 10, value: ({ inspections }) => inspections },
      { title: head.confirmed, width: 10, value: ({ confirmed }) => confirmed },
      { title: head.refused, width: 10, value: ({ refused }) => refused },
      { title: head.waiting, width: 10, value: ({ waiting }) => waiting },
      { title: head.marks, width: 10, value: ({ marks }) => marks },
      { title: head.scored, width: 10, value: ({ scored }) => scored },
      { title: head.rate, width: 12, value: ({ rate }) => rateText(rate) },
      { title: head.lost, width: 60, value: lostText },
    ],
  });
}
