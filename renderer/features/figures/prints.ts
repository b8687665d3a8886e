/** The month's figures on paper, and the shown table as an Excel file. */
import { cellValue } from '@shared/figures/cells';
import type { ShopFiguresInput } from '@shared/figures/forms/shop-figures';
import type { MonthSum } from '@shared/figures/month';
import { shopTables, TABLES, type FigureTable } from '@shared/figures/tables';
import { printedByText } from '@shared/forms/texts';
import { figures as words } from '@shared/messages/zh-CN/figures';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { exportSheet } from '../../data/export-sheet';
import { useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { printForm, type PrintRequest } from '../../ui/print/print-form';
import { toast } from '../../ui/toast';
import { paperNames } from './names';
import type { Compared } from './use-figures';

export function figuresRequest(compared: Compared, year: readonly MonthSum[]): PrintRequest {
  const { month } = compared.now;
  const tables = shopTables(compared, paperNames(compared.now));
  const data: ShopFiguresInput = {
    club: useDirectory.getState().settings.clubName,
    month,
    tables: TABLES.map((key) => tables[key]),
    year,
  };
  return { form: 'shop-figures', title: words.form.title, data, reference: month };
}

export function printFigures(compared: Compared, year: readonly MonthSum[]): void {
  printForm(figuresRequest(compared, year));
}

/** Texts by which a column is sized. */
const WIDTHS = { text: 24, money: 14, count: 10, percent: 10 } as const;

export async function exportTable(compared: Compared, key: FigureTable['key']): Promise<void> {
  const { month } = compared.now;
  const { columns, rows, total } = shopTables(compared, paperNames(compared.now))[key];
  const { actor, desk } = useSession.getState();
  const title = `${words.form.title}　${words.table[key]}　${month}`;
  const cells = (row: FigureTable['rows'][number]['cells']): readonly (string | number)[] =>
    row.map((cell, at) => cellValue(columns[at]?.kind ?? 'text', cell));
  const { saved, refusals } = await exportSheet({
    register: 'figures',
    fileName: `${words.form.title} ${words.table[key]} ${month}.xlsx`,
    detail: { month, table: key },
    sheet: {
      name: words.table[key],
      head: [title, words.note, printedByText(actor?.name ?? '', desk, nowIso())],
      columns: columns.map((column) => ({
        title: words.column[column.key as keyof typeof words.column],
        width: WIDTHS[column.kind],
      })),
      rows: [
        ...rows.map((row) => cells(row.cells)),
        ...(total && rows.length > 0 ? [[words.total, ...cells(total).slice(1)]] : []),
      ],
    },
  });
  if (saved) toast(t('figures.exported', { count: rows.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}
