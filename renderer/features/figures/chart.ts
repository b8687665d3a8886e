/** What the chart beside each table shows: the column that matters, the first bars of long lists. */
import type { MonthSum } from '@shared/figures/month';
import type { FigureTable } from '@shared/figures/tables';
import { t } from '../../ui/i18n';

export interface Chart {
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

const BARS = 10;

/** Label column and drawn columns of each table. */
const DRAWN: Readonly<Record<FigureTable['key'], readonly [label: number, ...values: number[]]>> = {
  overview: [0],
  days: [0, 1],
  products: [1, 3, 5],
  categories: [0, 2, 4],
  tenders: [0, 1, 3],
  clerks: [0, 7],
  fees: [0, 2, 4],
  counts: [1, 4, 5],
  shifts: [0, 4, 5],
};

/** The twelve months for the overview, else the table itself. Amounts in yuan. */
export function chartOf(table: FigureTable, year: readonly MonthSum[]): Chart {
  if (table.key === 'overview')
    return {
      labels: year.map(({ month }) => month.slice(2)),
      series: [
        { name: t('figures.say.turnover'), values: year.map(({ turnover }) => turnover / 100) },
        { name: t('figures.say.source.goods'), values: year.map(({ goods }) => goods / 100) },
        { name: t('figures.say.profit'), values: year.map(({ profit }) => (profit ?? 0) / 100) },
      ],
    };
  const [label, ...values] = DRAWN[table.key];
  const byDay = table.key === 'days' || table.key === 'shifts';
  const rows = byDay ? table.rows : table.rows.slice(0, BARS);
  const short = (text: string): string =>
    byDay ? text.slice(5) : text.length > 8 ? `${text.slice(0, 8)}…` : text;
  return {
    labels: rows.map(({ cells }) => short(String(cells[label] ?? ''))),
    series: values.map((at) => ({
      name: t(`figures.column.${table.columns[at]?.key ?? ''}` as 'figures.column.sum'),
      values: rows.map(({ cells }) => Number(cells[at] ?? 0) / 100),
    })),
  };
}
