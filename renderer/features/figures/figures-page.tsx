/** 经营统计: a month's figures with tiles, chart and table, compared with the month and the year before (DOMAIN §7). */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { create } from 'zustand';
import { formatMoney } from '@shared/core/money';
import { cellText, percentText } from '@shared/figures/cells';
import type { Drill } from '@shared/figures/drill';
import { hasData, monthSum } from '@shared/figures/month';
import { rateOf } from '@shared/figures/profit';
import { shopTables, TABLES, type FigureTable, type TableKey } from '@shared/figures/tables';
import { nextMonth } from '@shared/ledger/months';
import { previousMonth } from '@shared/month-end/months';
import { today } from '../../data/session';
import { onAction } from '../../ui/actions';
import { BarChart } from '../../ui/bar-chart';
import { OpeningRow } from '../../ui/figure-table';
import { t, type MessageKey } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { Segmented } from '../../ui/register-page';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { useWhenRead } from '../../ui/use-when-read';
import { chartOf } from './chart';
import { DrillDialog } from './drill-dialog';
import './figures.css';
import { pageNames } from './names';
import { exportTable, printFigures } from './prints';
import { useMonth, useYear, type Compared } from './use-figures';

const useView = create<{ readonly month: string; readonly table: TableKey }>(() => ({
  month: '',
  table: 'overview',
}));

const MONTH = /^\d{4}-\d{2}$/;

export default function FiguresPage(): ReactElement {
  const { month: chosen, table: key } = useView();
  const month = chosen || today().slice(0, 7);
  const live = useMonth(month);
  const compared = live.state === 'ready' ? live.value : null;
  const year = useYear(compared?.now ?? null);
  const [drill, setDrill] = useState<{ readonly drill: Drill; readonly title: string } | null>(null);
  const tables = useMemo(() => (compared ? shopTables(compared, pageNames(compared.now)) : null), [compared]);
  // The sheet has the chart of the year and the profit.
  const print = useWhenRead(compared && year.length > 0 ? () => printFigures(compared, year) : null);
  const exportFile = useWhenRead(compared && (() => void exportTable(compared, key)));
  useEffect(() => onAction('print', print));
  const go = (next: string): void => {
    if (MONTH.test(next)) useView.setState({ month: next });
  };
  return (
    <>
      <div className="page-head">
        <h1>{t('figures.title')}</h1>
        <div className="figures-month">
          <button
            type="button"
            className="button"
            aria-label={t('figures.earlier')}
            onClick={() => go(previousMonth(month))}
          >
            ‹
          </button>
          <input
            className="input"
            type="month"
            aria-label={t('figures.month')}
            value={month}
            max={today().slice(0, 7)}
            onChange={({ target }) => go(target.value)}
          />
          <button
            type="button"
            className="button"
            aria-label={t('figures.later')}
            disabled={month >= today().slice(0, 7)}
            onClick={() => go(nextMonth(month))}
          >
            ›
          </button>
        </div>
        <span className="spacer" />
        <button type="button" className="button" disabled={!compared} onClick={exportFile}>
          <Icon name="export" />
          {t('ui.export')}
        </button>
        <button type="button" className="button" disabled={year.length === 0} onClick={print}>
          <Icon name="print" />
          {t('ui.print')}
        </button>
      </div>
      <div className="filters">
        <Segmented
          label={t('figures.title')}
          value={key}
          options={TABLES.map((value) => ({ value, label: t(`figures.table.${value}`) }))}
          onChange={(table) => useView.setState({ table })}
        />
      </div>
      {live.state === 'loading' && <Loading />}
      {live.state === 'failed' && <ErrorState />}
      {compared && !hasData(compared.now) && <EmptyState title={t('figures.empty')} />}
      {compared && tables && hasData(compared.now) && (
        <>
          <Tiles compared={compared} tables={tables} />
          <div className={tables[key].columns.length > 6 ? 'business wide' : 'business'}>
            <ChartPanel table={tables[key]} year={year} />
            <section className="panel" aria-label={t(`figures.table.${key}`)}>
              <Table table={tables[key]} onOpen={(wanted, title) => setDrill({ drill: wanted, title })} />
            </section>
          </div>
          <p className="quiet small">{t('figures.note')}</p>
          {drill && <DrillDialog month={compared.now} {...drill} onClose={() => setDrill(null)} />}
        </>
      )}
    </>
  );
}

function ChartPanel({
  table,
  year,
}: {
  readonly table: FigureTable;
  readonly year: ReturnType<typeof useYear>;
}): ReactElement {
  const chart = useMemo(() => chartOf(table, year), [table, year]);
  const title = table.key === 'overview' ? t('figures.yearChart') : t(`figures.table.${table.key}`);
  return (
    <section className="panel">
      <h2>{title}</h2>
      {table.key === 'overview' && year.length === 0 ? (
        <p className="quiet">{t('figures.monthLoading')}</p>
      ) : (
        <BarChart label={title} labels={chart.labels} series={chart.series} />
      )}
    </section>
  );
}

function Tiles({
  compared: { now, before },
  tables,
}: {
  readonly compared: Compared;
  readonly tables: Readonly<Record<TableKey, FigureTable>>;
}): ReactElement {
  const sum = monthSum(now);
  const last = before && monthSum(before);
  const against = (amount: number | undefined): string =>
    amount === undefined ? '' : t('figures.tile.against', { amount: formatMoney(amount) });
  const tiles = [
    [t('figures.tile.turnover'), formatMoney(sum.turnover), against(last?.turnover)],
    [
      t('figures.tile.profit'),
      cellText('money', sum.profit),
      t('figures.tile.rate', { rate: percentText(rateOf(sum.profit, sum.goods)) }),
    ],
    [
      t('figures.tile.sales'),
      String(sum.sales),
      sum.sales === 0
        ? ''
        : t('figures.tile.perSale', { amount: formatMoney(Math.round(sum.goods / sum.sales)) }),
    ],
    [
      t('figures.tile.others'),
      formatMoney(Number(tables.tenders.total?.[3] ?? 0)),
      t('figures.tile.othersHelp'),
    ],
    [
      t('figures.tile.counts'),
      cellText('money', tables.counts.total?.[4] ?? null),
      t('figures.tile.countsHelp'),
    ],
    [
      t('figures.tile.cash'),
      formatMoney(sum.cashDifference),
      t('figures.tile.cashHelp', {
        count: now.figures.shifts.filter(({ kind }) => kind !== 'open').length,
      }),
    ],
  ] as const;
  return (
    <div className="panel business-tiles">
      {tiles.map(([label, figure, detail]) => (
        <div key={label}>
          <div className="quiet small">{label}</div>
          <div className="figure">{figure}</div>
          <div className="quiet small">{detail}</div>
        </div>
      ))}
    </div>
  );
}

/** Columns whose texts may be long. */
const WRAPS: readonly string[] = ['product', 'reason', 'figure'];

function Table({
  table: { key, columns, rows, total },
  onOpen,
}: {
  readonly table: FigureTable;
  readonly onOpen: (drill: Drill, title: string) => void;
}): ReactElement {
  const classOf = (at: number): string => {
    const { kind = 'text', key: name = '' } = columns[at] ?? {};
    return kind !== 'text' ? 'right' : WRAPS.includes(name) ? 'wrap' : '';
  };
  return (
    <>
      <table className="figure-table">
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column.key} className={classOf(at)}>
                {t(`figures.column.${column.key}` as MessageKey)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ drill, cells }, index) => (
            <OpeningRow
              key={drill || index}
              onOpen={
                drill === ''
                  ? null
                  : () => onOpen(drill, String(cells[key === 'products' || key === 'counts' ? 1 : 0]))
              }
            >
              {cells.map((cell, at) => (
                <td key={at} className={classOf(at)}>
                  {cellText(columns[at]?.kind ?? 'text', cell)}
                </td>
              ))}
            </OpeningRow>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="quiet">
                {t('ui.nothingHere')}
              </td>
            </tr>
          )}
        </tbody>
        {total && rows.length > 0 && (
          <tfoot>
            <tr>
              {total.map((cell, at) => (
                <td key={at} className={classOf(at)}>
                  {at === 0
                    ? t('figures.total')
                    : cell === null
                      ? ''
                      : cellText(columns[at]?.kind ?? 'text', cell)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {rows.some(({ drill }) => drill !== '') && <p className="quiet small">{t('figures.drillHint')}</p>}
    </>
  );
}
