/** What is printed and exported of stock (FORMS). */
import type { Period } from '@shared/core/period';
import { effects } from '@shared/ledger/effects';
import type { LedgerEntry, Reversal } from '@shared/ledger/schema';
import { ledger } from '@shared/messages/zh-CN/ledger';
import { stock as words } from '@shared/messages/zh-CN/stock';
import { dateTimeCell } from '@shared/forms/texts';
import type { StockListInput, StockListLine } from '@shared/stock/forms/list';
import type { StockVoucherInput } from '@shared/stock/forms/voucher';
import type { StockLevel } from '@shared/stock/levels';
import { nowIso } from '../../data/clock';
import { staffName, useDirectory } from '../../data/directory';
import { useProducts } from '../../data/products';
import { today } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { printForm } from '../../ui/print/print-form';
import { printVoucher } from '../../ui/print/print-voucher';
import type { ListedMove, StockEntry } from './use-moves';

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
export function exportStock(levels: readonly StockLevel[], locations: readonly string[]): Promise<void> {
  return exportList<StockListLine>({
    register: 'stock',
    title: form.list,
    of: today(),
    rows: levels.map(lineOf),
    columns: [
      { title: form.sku, width: 14, value: ({ sku }) => sku },
      { title: form.name, width: 26, value: ({ name }) => name },
      { title: form.spec, width: 18, value: ({ spec }) => spec },
      { title: form.category, width: 14, value: ({ category }) => category },
      { title: form.shelf, width: 10, value: ({ shelf }) => shelf },
      { title: form.unit, width: 8, value: ({ unit }) => unit },
      ...locations.map((title, at) => ({
        title,
        width: 10,
        value: ({ held }: StockListLine) => held[at] ?? 0,
      })),
      { title: form.sum, width: 10, value: ({ total }) => total },
      { title: form.cost, width: 12, value: ({ cost }) => cost / 100 },
      { title: form.value, width: 14, value: ({ value }) => value / 100 },
    ],
  });
}

/** Words of an entry in the file, which is Chinese always. */
function kindWord(entry: LedgerEntry): string {
  if (entry.kind === 'otherOut') return ledger.move[entry.body.reason];
  return entry.kind === 'goodsReceived' ? words.source[entry.body.source] : ledger.kind[entry.kind];
}

interface MovedLine {
  readonly entry: LedgerEntry;
  readonly product: string;
  readonly location: string;
  readonly quantity: number;
}

/** Every line of the listed entries: what moved where, in base units. */
export function exportMoves(rows: readonly ListedMove[], { from, to }: Period): Promise<void> {
  const known = useProducts.getState().products;
  const bodyOf = (id: string) => known?.get(id)?.body;
  return exportList<MovedLine>({
    register: 'stock',
    title: form.moves,
    of: from === to ? from : `${from}_${to}`,
    rows: [...rows]
      .reverse()
      .flatMap(({ entry }) => effects(entry).stock.map((row): MovedLine => ({ ...row, entry }))),
    columns: [
      { title: form.number, width: 22, value: ({ entry }) => entry.body.no ?? '' },
      { title: form.time, width: 18, value: ({ entry }) => dateTimeCell(entry.at) },
      { title: form.kind, width: 12, value: ({ entry }) => kindWord(entry) },
      { title: form.sku, width: 14, value: ({ product }) => bodyOf(product)?.sku ?? '' },
      { title: form.name, width: 26, value: ({ product }) => bodyOf(product)?.name ?? product },
      { title: form.spec, width: 18, value: ({ product }) => bodyOf(product)?.spec ?? '' },
      { title: form.location, width: 10, value: ({ location }) => location },
      { title: form.quantity, width: 10, value: ({ quantity }) => quantity },
      { title: form.unit, width: 8, value: ({ product }) => bodyOf(product)?.unit ?? '' },
      { title: form.by, width: 12, value: ({ entry }) => staffName(entry.by) },
    ],
  });
}
