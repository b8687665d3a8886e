/** 库存表: what is on hand per product and location, A4 portrait. */
import type { Column, FormDoc } from '../../forms/model';
import { amountCell, dateTimeCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { stock as words } from '../../messages/zh-CN/stock';

/** One product as printed and exported: texts, base units and fen. */
export interface StockListLine {
  readonly sku: string;
  readonly name: string;
  readonly spec: string;
  readonly category: string;
  readonly shelf: string;
  readonly unit: string;
  readonly held: readonly number[];
  readonly total: number;
  readonly cost: number;
  readonly value: number;
}

/** Input of the form `stock-list`. */
export interface StockListInput {
  readonly club: string;
  readonly at: string;
  readonly locations: readonly string[];
  readonly rows: readonly StockListLine[];
}

const form = words.form;
const quantityCell = (quantity: number): string => (quantity < 0 ? `${quantity} *` : String(quantity));

export function stockList({ club, at, locations, rows }: StockListInput): FormDoc {
  const columns: readonly Column[] = [
    { title: form.index, width: 9, align: 'right', noWrap: true },
    { title: form.sku, width: 18, noWrap: true },
    { title: form.name, width: 40 },
    { title: form.spec, width: 24 },
    { title: form.unit, width: 10, noWrap: true },
    ...locations.map((location): Column => ({ title: location, width: 15, align: 'right', noWrap: true })),
    { title: form.sum, width: 15, align: 'right', noWrap: true },
    { title: form.cost, width: 18, align: 'right', noWrap: true },
    { title: form.value, width: 22, align: 'right', noWrap: true },
  ];
  const blank = locations.map(() => '');
  const value = rows.reduce((sum, row) => sum + row.value, 0);
  const when = dateTimeCell(at);
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.list,
    subtitle: fill(form.listAt, { time: when }),
    reference: when.slice(0, 10),
    money: true,
    blocks: [
      {
        type: 'table',
        columns,
        rows: rows.map((row, index) => [
          String(index + 1),
          row.sku,
          row.name,
          row.spec,
          row.unit,
          ...row.held.map(quantityCell),
          quantityCell(row.total),
          amountCell(row.cost),
          amountCell(row.value),
        ]),
        ...(rows.length > 0
          ? { totals: [['', form.sum, '', '', '', ...blank, '', '', amountCell(value)]] }
          : {}),
      },
      ...(rows.some(({ held }) => held.some((quantity) => quantity < 0))
        ? [{ type: 'text', style: 'small', text: form.negativeNote } as const]
        : []),
    ],
  };
}
