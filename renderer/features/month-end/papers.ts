/** 打印 and 导出 of a month's two sheets. */
import { printedByText } from '@shared/forms/texts';
import type { MonthLine } from '@shared/ledger/schema';
import {
  bookQuantity,
  differenceAtCost,
  differenceAtPrice,
  grossProfit,
  otherIn,
  profitRate,
  withoutTax,
} from '@shared/month-end/figures';
import { printed, stateText, type MonthSheetInput } from '@shared/month-end/forms/parts';
import type { MonthPaper } from '@shared/month-end/papers';
import { monthEnd as words } from '@shared/messages/zh-CN/month-end';
import { nowIso } from '../../data/clock';
import { staffName, useDirectory } from '../../data/directory';
import { exportSheet } from '../../data/export-sheet';
import { useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { printForm, type PrintRequest } from '../../ui/print/print-form';
import { toast } from '../../ui/toast';

export type SheetKind = 'report' | 'stocktake';

const { form, field } = words;

export function sheetRequest(kind: SheetKind, paper: MonthPaper, withTax: boolean): PrintRequest {
  const data: MonthSheetInput = {
    club: useDirectory.getState().settings.clubName,
    paper,
    closedBy: paper.closed ? staffName(paper.closed.by) : '',
    withTax,
  };
  return {
    form: kind === 'report' ? 'month-report' : 'month-stocktake',
    title: form[kind],
    data,
    reference: paper.month,
  };
}

export function printSheet(kind: SheetKind, paper: MonthPaper, withTax: boolean): void {
  printForm(sheetRequest(kind, paper, withTax));
}

interface Column {
  readonly title: string;
  readonly width: number;
  readonly value: (line: MonthLine) => string | number;
}

const yuan = (fen: number): number => fen / 100;
const NAMES: readonly Column[] = [
  { title: field.sku, width: 12, value: ({ sku }) => sku },
  { title: field.name, width: 24, value: ({ name }) => name },
  { title: field.spec, width: 14, value: ({ spec }) => spec },
  { title: words.category, width: 14, value: ({ category }) => category },
  { title: field.unit, width: 8, value: ({ unit }) => unit },
];
const REPORT: readonly Column[] = [
  ...NAMES,
  { title: field.opening, width: 10, value: ({ opening }) => opening },
  { title: field.openingAmount, width: 14, value: ({ openingAmount }) => yuan(openingAmount) },
  { title: field.received, width: 10, value: ({ received }) => received },
  { title: field.receivedAmount, width: 14, value: ({ receivedAmount }) => yuan(receivedAmount) },
  { title: field.sold, width: 10, value: ({ sold }) => sold },
  { title: field.revenue, width: 14, value: ({ revenue }) => yuan(revenue) },
  { title: field.soldCost, width: 14, value: ({ soldCost }) => yuan(soldCost) },
  { title: field.other, width: 10, value: ({ otherOut }) => 0 - otherOut },
  { title: field.otherAmount, width: 14, value: ({ otherOutAmount }) => yuan(0 - otherOutAmount) },
  { title: field.closing, width: 10, value: ({ closing }) => closing },
  { title: field.closingAmount, width: 14, value: ({ closingAmount }) => yuan(closingAmount) },
  { title: field.unitCost, width: 12, value: ({ unitCost }) => unitCost / 10_000 },
  { title: field.profit, width: 14, value: (line) => yuan(grossProfit(line)) },
  { title: field.rate, width: 10, value: (line) => profitRate(line) ?? '' },
];
const STOCKTAKE: readonly Column[] = [
  ...NAMES,
  { title: field.opening, width: 10, value: ({ opening }) => opening },
  { title: field.received, width: 10, value: ({ received }) => received },
  { title: field.sold, width: 10, value: ({ sold }) => sold },
  { title: field.other, width: 10, value: otherIn },
  { title: field.book, width: 10, value: bookQuantity },
  { title: field.counted, width: 10, value: ({ counted }) => counted ?? '' },
  { title: field.gain, width: 8, value: ({ adjusted }) => Math.max(0, adjusted) },
  { title: field.loss, width: 8, value: ({ adjusted }) => Math.max(0, 0 - adjusted) },
  { title: field.unitCost, width: 12, value: ({ unitCost }) => unitCost / 10_000 },
  { title: field.atCost, width: 14, value: (line) => yuan(differenceAtCost(line)) },
  { title: field.atPrice, width: 14, value: (line) => yuan(differenceAtPrice(line)) },
  { title: field.reason, width: 24, value: ({ reason }) => reason },
  { title: field.treatment, width: 24, value: ({ treatment }) => treatment },
];

export async function exportMonth(kind: SheetKind, paper: MonthPaper, withTax: boolean): Promise<void> {
  const { actor, desk } = useSession.getState();
  const { month, taxPercent } = paper;
  const columns = kind === 'report' ? REPORT : STOCKTAKE;
  const net = kind === 'report' && !withTax;
  const lines = printed(paper.lines).map((line) => (net ? withoutTax(line, taxPercent) : line));
  const { saved, refusals } = await exportSheet({
    register: 'monthEnd',
    fileName: `${form[kind]} ${month}.xlsx`,
    detail: { month },
    sheet: {
      name: form[kind],
      head: [
        `${form[kind]}　${month}　${net ? words.withoutTax : words.withTax}　${stateText(paper)}`,
        printedByText(actor?.name ?? '', desk, nowIso()),
      ],
      columns: columns.map(({ title, width }) => ({ title, width })),
      rows: lines.map((line) => columns.map(({ value }) => value(line))),
    },
  });
  if (saved) toast(t('monthEnd.exported', { count: lines.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}
