/** What is printed and exported of stock (FORMS). */
import type { Reversal } from '@shared/ledger/schema';
import { stock as words } from '@shared/messages/zh-CN/stock';
import { printedByText, dateTimeCell } from '@shared/forms/texts';
import type { StockListInput, StockListLine } from '@shared/stock/forms/list';
import type { StockVoucherInput } from '@shared/stock/forms/voucher';
import type { StockLevel } from '@shared/stock/levels';
import { nowIso } from '../../data/clock';
import { staffName, useDirectory } from '../../data/directory';
import { exportSheet } from '../../data/export-sheet';
import { useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { printForm } from '../../ui/print/print-form';
import { printVoucher } from '../../ui/print/print-voucher';
import { toast } from '../../ui/toast';
import type { StockEntry } from './use-moves';

const club = (): string => useDirectory.getState().settings.clubName;
const form = words.form;

/** 入库单 or 出库单. */
export function printEntry(entry: StockEntry, reversal: Reversal | null): Promise<void> {
  const data: StockVoucherInput = { club: club(), entry, by: staffName(entry.by), reversal };
  return printVoucher(entry.id, () => ({
    form: 'stock-voucher',
    title: entry.kind === 'goodsReceived' ? form.in : form.out,
    data,
    reference: entry.body.no ?? '',
  }));
}

const lineOf = ({ product: { body }, held, total, value }: StockLevel): StockListLine => {
  const { sku, name, spec, category, shelf, unit, cost } = body;
  return { sku, name, spec, category, shelf, unit, held, total, cost, value };
};

/** 库存表 of what is listed. */
export function printStock(levels: readonly StockLevel[], locations: readonly string[]): void {
  const at = nowIso();
  const data: StockListInput = { club: club(), at, locations, rows: levels.map(lineOf) };
  printForm({ form: 'stock-list', title: form.list, data, reference: dateTimeCell(at).slice(0, 10) });
}

/** The listed stock as an Excel file. */
export async function exportStock(
  levels: readonly StockLevel[],
  locations: readonly string[],
): Promise<void> {
  const { actor, desk } = useSession.getState();
  const at = nowIso();
  const columns = [
    { title: form.sku, width: 14 },
    { title: form.name, width: 26 },
    { title: form.spec, width: 18 },
    { title: form.category, width: 14 },
    { title: form.shelf, width: 10 },
    { title: form.unit, width: 8 },
    ...locations.map((title) => ({ title, width: 10 })),
    { title: form.sum, width: 10 },
    { title: form.cost, width: 12 },
    { title: form.value, width: 14 },
  ];
  const { saved, refusals } = await exportSheet({
    register: 'stock',
    fileName: `${form.list} ${dateTimeCell(at).slice(0, 10)}.xlsx`,
    detail: {},
    sheet: {
      name: words.exportSheet,
      head: [`${form.list}　${dateTimeCell(at)}`, printedByText(actor?.name ?? '', desk, at)],
      columns,
      rows: levels
        .map(lineOf)
        .map((line) => [
          line.sku,
          line.name,
          line.spec,
          line.category,
          line.shelf,
          line.unit,
          ...line.held,
          line.total,
          line.cost / 100,
          line.value / 100,
        ]),
    },
  });
  if (saved) toast(t('stock.exported', { count: levels.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}
