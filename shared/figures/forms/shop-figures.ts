/** 经营统计表: the month's tables with the chart of the year, A4 portrait (DOMAIN §7). */
import type { Column, FormDoc } from '../../forms/model';
import { figures as words } from '../../messages/zh-CN/figures';
import { cellText } from '../cells';
import type { MonthSum } from '../month';
import type { FigureColumn, FigureTable } from '../tables';

/** Input of the form `shop-figures`: tables by their Chinese names. */
export interface ShopFiguresInput {
  readonly club: string;
  readonly month: string;
  readonly tables: readonly FigureTable[];
  /** Oldest first. */
  readonly year: readonly MonthSum[];
}

const form = words.form;

/** Millimetres by what stands in a column; the table is scaled to the page. */
const WIDTHS = { text: 24, money: 24, count: 15, percent: 17 } as const;
const WIDE: Readonly<Record<string, number>> = { product: 50, figure: 40, reason: 34, session: 40, sku: 17 };

function columnOf({ key, kind }: FigureColumn): Column {
  const title = words.column[key as keyof typeof words.column];
  const width = WIDE[key] ?? WIDTHS[kind];
  return kind === 'text' ? { title, width } : { title, width, align: 'right', noWrap: true };
}

export function shopFiguresSheet({ club, month, tables, year }: ShopFiguresInput): FormDoc {
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.title,
    subtitle: month,
    reference: month,
    money: true,
    blocks: [
      {
        type: 'barChart',
        title: form.chart,
        unit: form.unit,
        series: [{ name: words.column.turnover, values: year.map(({ turnover }) => turnover / 100) }],
        labels: year.map((sum) => sum.month.slice(2)),
        heightMm: 52,
      },
      ...tables.flatMap(
        ({ key, columns, rows, total }) =>
          [
            { type: 'space', mm: 2 },
            { type: 'text', style: 'heading', text: words.table[key] },
            {
              type: 'table',
              columns: columns.map(columnOf),
              rows: rows.map(({ cells }) =>
                cells.map((cell, at) => cellText(columns[at]?.kind ?? 'text', cell, true)),
              ),
              ...(total && rows.length > 0
                ? {
                    totals: [
                      total.map((cell, at) =>
                        at === 0
                          ? words.total
                          : cell === null
                            ? ''
                            : cellText(columns[at]?.kind ?? 'text', cell, true),
                      ),
                    ],
                  }
                : {}),
            },
          ] as const,
      ),
      { type: 'space', mm: 2 },
      { type: 'text', style: 'small', text: words.note },
      { type: 'signatures', lines: [{ label: form.madeBy }, { label: form.checkedBy }] },
    ],
  };
}
