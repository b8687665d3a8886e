/** 回访统计: the month per department, the year's rates as bars, and the calls behind every number. */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { CountedCall } from '@shared/follow-up/counted';
import { yearSeries, type NamedFigures } from '@shared/follow-up/forms/month';
import { doneRate, rateText, satisfactionRate } from '@shared/follow-up/figures';
import { nextMonth } from '@shared/ledger/months';
import { followUp as words } from '@shared/messages/zh-CN/follow-up';
import { previousMonth } from '@shared/month-end/months';
import { useDirectory } from '../../data/directory';
import { today } from '../../data/session';
import { onAction } from '../../ui/actions';
import { BarChart } from '../../ui/bar-chart';
import { ReadingDialog } from '../../ui/reading-dialog';
import { exportList } from '../../ui/export-list';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { printForm } from '../../ui/print/print-form';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { useWhenRead } from '../../ui/use-when-read';
import { stateText } from './columns';
import { hasNothing, monthFigures, monthRequest, type Named } from './month-figures';
import { Tabs } from './tabs';
import { useYearOfCalls } from './use-follow-ups';
import { useFiguresView } from './view-state';

const MONTH = /^\d{4}-\d{2}$/;

export function FiguresTab(): ReactElement {
  const month = useFiguresView((state) => state.month) || today().slice(0, 7);
  const year = month.slice(0, 4);
  const live = useYearOfCalls(year);
  const mostlyCounts = useDirectory(({ settings }) => settings.mostlyCountsSatisfied);
  const loaded = live.state === 'ready' ? live.value : null;
  const shown = useMemo(() => (loaded ? monthFigures(loaded, month) : null), [loaded, month]);
  const chart = useMemo(() => {
    const figures = shown?.passed.map((one) => one.figures) ?? [];
    return { labels: figures.map(({ name }) => name), series: yearSeries(figures, mostlyCounts) };
  }, [shown, mostlyCounts]);
  const [drill, setDrill] = useState<{ readonly title: string; readonly ids: readonly string[] } | null>(
    null,
  );
  const go = (next: string): void => {
    if (MONTH.test(next)) useFiguresView.setState({ month: next });
  };
  const print = useWhenRead(shown && (() => printForm(monthRequest(month, shown))));
  const exportFile = useWhenRead(
    shown && (() => void exportFigures(month, [...shown.rows, shown.total], mostlyCounts)),
  );
  useEffect(() => onAction('print', print));
  const isEmpty = shown && hasNothing(shown.rows);
  return (
    <>
      <div className="page-head">
        <h1>{t('followUp.title')}</h1>
        <span className="spacer" />
        <button type="button" className="button" disabled={!shown} onClick={exportFile}>
          <Icon name="export" />
          {t('ui.export')}
        </button>
        <button type="button" className="button" disabled={!shown} onClick={print}>
          <Icon name="print" />
          {t('ui.print')}
        </button>
      </div>
      <div className="filters">
        <Tabs current="figures" />
        <div className="steps-by-one">
          <button
            type="button"
            className="button"
            aria-label={t('followUp.figures.earlier')}
            onClick={() => go(previousMonth(month))}
          >
            ‹
          </button>
          <input
            className="input"
            type="month"
            aria-label={t('followUp.figures.month')}
            value={month}
            onChange={({ target }) => go(target.value)}
          />
          <button
            type="button"
            className="button"
            aria-label={t('followUp.figures.later')}
            onClick={() => go(nextMonth(month))}
          >
            ›
          </button>
        </div>
      </div>
      {live.state === 'loading' && <Loading />}
      {live.state === 'failed' && <ErrorState />}
      {shown && shown.passed.length === 0 && isEmpty && <EmptyState title={t('followUp.figures.empty')} />}
      {shown && (shown.passed.length > 0 || !isEmpty) && (
        <div className="rates-page">
          <section className="panel">
            <h2>{t('followUp.figures.chart', { year })}（%）</h2>
            <BarChart label={t('followUp.figures.chart', { year })} {...chart} />
          </section>
          <section className="panel">
            <h2>{t('followUp.figures.monthTable', { month })}</h2>
            <RatesTable
              rows={shown.rows}
              total={shown.total}
              mostlyCounts={mostlyCounts}
              onOpen={(title, ids) => setDrill({ title, ids })}
            />
            <h2>{t('followUp.figures.yearTable', { year })}</h2>
            <RatesTable
              rows={shown.passed}
              total={shown.passedTotal}
              mostlyCounts={mostlyCounts}
              onOpen={(title, ids) => setDrill({ title, ids })}
            />
            <p className="quiet small">
              {t(mostlyCounts ? 'followUp.figures.noteCounts' : 'followUp.figures.noteStrict')}
            </p>
          </section>
        </div>
      )}
      {drill && loaded && (
        <DrillDialog
          title={drill.title}
          calls={loaded.calls.filter(({ id }) => drill.ids.includes(id))}
          onClose={() => setDrill(null)}
        />
      )}
    </>
  );
}

interface RatesTableProps {
  readonly rows: readonly Named[];
  readonly total: Named;
  readonly mostlyCounts: boolean;
  readonly onOpen: (title: string, ids: readonly string[]) => void;
}

const COUNTS = ['done', 'reached', 'satisfied', 'mostly', 'dissatisfied'] as const;

function RatesTable({ rows, total, mostlyCounts, onOpen }: RatesTableProps): ReactElement {
  const line = ({ row, figures }: Named): ReactElement => (
    <tr key={figures.name}>
      <td>{figures.name}</td>
      <td className="right">{figures.planned}</td>
      {COUNTS.map((key) => (
        <td key={key} className="right">
          {row[key].length === 0 ? (
            0
          ) : (
            <button
              type="button"
              className="button plain count"
              onClick={() => onOpen(`${figures.name} ${t(`followUp.figures.${key}`)}`, row[key])}
            >
              {row[key].length}
            </button>
          )}
        </td>
      ))}
      <td className="right">{rateText(doneRate(figures))}</td>
      <td className="right">{rateText(satisfactionRate(figures, mostlyCounts))}</td>
    </tr>
  );
  return (
    <table className="rates">
      <thead>
        <tr>
          <th>{t('followUp.figures.department')}</th>
          {(['planned', ...COUNTS, 'doneRate', 'satisfactionRate'] as const).map((key) => (
            <th key={key} className="right">
              {t(`followUp.figures.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map(line)}</tbody>
      <tfoot>{line(total)}</tfoot>
    </table>
  );
}

function exportFigures(month: string, rows: readonly Named[], mostlyCounts: boolean): Promise<void> {
  const { figures } = words;
  const number = (key: 'planned' | (typeof COUNTS)[number]) => ({
    title: figures[key],
    width: 10,
    value: (row: NamedFigures) => row[key],
  });
  return exportList<NamedFigures>({
    register: 'followUpFigures',
    title: words.form.monthTitle,
    of: month,
    columns: [
      { title: figures.department, width: 18, value: ({ name }) => name },
      number('planned'),
      ...COUNTS.map(number),
      { title: figures.doneRate, width: 10, value: (row) => rateText(doneRate(row)) },
      {
        title: figures.satisfactionRate,
        width: 10,
        value: (row) => rateText(satisfactionRate(row, mostlyCounts)),
      },
    ],
    rows: rows.map((one) => one.figures),
  });
}

/** Pages of the records calls stand in. */
const PATHS = { followUp: '/follow-up', complaint: '/complaints' } as const;

interface DrillDialogProps {
  readonly title: string;
  readonly calls: readonly CountedCall[];
  readonly onClose: () => void;
}

function DrillDialog({ title, calls, onClose }: DrillDialogProps): ReactElement {
  const [, navigate] = useLocation();
  return (
    <ReadingDialog
      title={t('followUp.figures.drill', { title, count: calls.length })}
      width={720}
      onClose={onClose}
    >
      <div className="candidates">
        <table className="rates">
          <tbody>
            {calls.map((call) => (
              <tr key={call.id}>
                <td>
                  <button
                    type="button"
                    className="button plain count"
                    onClick={() => navigate(`${PATHS[call.of.kind]}/${call.of.id}`)}
                  >
                    {call.of.no}
                  </button>
                </td>
                <td>{call.customer}</td>
                <td>{stateText(call)}</td>
                <td className="opinion">{call.opinion}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ReadingDialog>
  );
}
