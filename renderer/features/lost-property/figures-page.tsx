/** 统计: found, returned, rate, handed over and days held, with a chart and the tables it is drawn from (DOMAIN §7). */
import { useMemo, type ReactElement } from 'react';
import { create } from 'zustand';
import {
  figuresByCategory,
  figuresByMonth,
  figuresOf,
  type FigureRow,
  type LostFigures,
} from '@shared/lost-property/figures';
import { useDirectory } from '../../data/directory';
import { today } from '../../data/session';
import { BarChart } from '../../ui/bar-chart';
import { t } from '../../ui/i18n';
import { PeriodFilter, chosenPeriod, type PeriodChoice } from '../../ui/period-filter';
import { ListState } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { Tabs } from './tabs';
import { useLost, within } from './use-lost';

const useFigurePeriod = create<{ readonly choice: PeriodChoice | null }>(() => ({ choice: null }));

const percent = (rate: number | null): string => (rate === null ? '—' : `${(rate * 100).toFixed(1)} %`);
const daysText = (days: number | null): string => (days === null ? '—' : days.toFixed(1));

export function FiguresPage(): ReactElement {
  const settings = useDirectory((state) => state.settings);
  const minute = useMinute();
  const day = today();
  // The year so far until somebody chooses.
  const choice = useFigurePeriod((state) => state.choice) ?? {
    preset: 'custom' as const,
    period: { from: `${day.slice(0, 4)}-01-01`, to: day },
  };
  const period = chosenPeriod(choice, day);
  const { state, items } = useLost(period);
  const { from, to } = period;
  const counted = useMemo(() => items.filter((item) => within({ from, to }, item)), [items, from, to]);
  const whole = useMemo(() => figuresOf(counted, minute, settings), [counted, minute, settings]);
  const months = useMemo(() => figuresByMonth(counted, minute, settings), [counted, minute, settings]);
  const categories = useMemo(() => figuresByCategory(counted, minute, settings), [counted, minute, settings]);
  const labels = useMemo(() => months.map(({ key }) => key), [months]);
  const series = useMemo(
    () => [
      { name: t('lostProperty.figuresFound'), values: months.map(({ found }) => found) },
      { name: t('lostProperty.figuresReturned'), values: months.map(({ returned }) => returned) },
      { name: t('lostProperty.figuresHandedOver'), values: months.map(({ handedOver }) => handedOver) },
    ],
    [months],
  );
  return (
    <>
      <div className="page-head">
        <h1>{t('lostProperty.title')}</h1>
        <Tabs current="figures" />
      </div>
      <div className="filters">
        <PeriodFilter
          choice={choice}
          today={day}
          onChange={(next) => useFigurePeriod.setState({ choice: next })}
        />
        <span className="quiet small">{t('lostProperty.figuresHelp')}</span>
      </div>
      {state !== 'ready' || counted.length === 0 ? (
        <ListState state={state} title={t('lostProperty.emptyItems')} />
      ) : (
        <div className="figures-grid">
          <Tiles figures={whole} />
          <section className="panel whole">
            <h2>{t('lostProperty.figuresByMonth')}</h2>
            <BarChart label={t('lostProperty.figuresByMonth')} labels={labels} series={series} />
          </section>
          <FigureTable
            title={t('lostProperty.figuresByMonth')}
            head={t('lostProperty.figuresMonth')}
            rows={months}
          />
          <FigureTable
            title={t('lostProperty.figuresByCategory')}
            head={t('lostProperty.field.category')}
            rows={categories}
          />
        </div>
      )}
    </>
  );
}

function Tiles({ figures }: { readonly figures: LostFigures }): ReactElement {
  const tiles = [
    [t('lostProperty.figuresFound'), String(figures.found)],
    [t('lostProperty.figuresReturned'), String(figures.returned)],
    [t('lostProperty.figuresRate'), percent(figures.returnRate)],
    [t('lostProperty.figuresHandedOver'), String(figures.handedOver)],
    [t('lostProperty.figuresHeld'), String(figures.held)],
    [t('lostProperty.figuresDays'), daysText(figures.meanDays)],
  ] as const;
  return (
    <div className="panel tiles six whole">
      {tiles.map(([label, figure]) => (
        <div key={label}>
          <div className="quiet small">{label}</div>
          <div className="figure">{figure}</div>
        </div>
      ))}
    </div>
  );
}

function FigureTable({
  title,
  head,
  rows,
}: {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly FigureRow[];
}): ReactElement {
  return (
    <section className="panel">
      <h2>{title}</h2>
      <table className="lost-figures">
        <thead>
          <tr>
            <th>{head}</th>
            <th>{t('lostProperty.figuresFound')}</th>
            <th>{t('lostProperty.figuresReturned')}</th>
            <th>{t('lostProperty.figuresRate')}</th>
            <th>{t('lostProperty.figuresHandedOver')}</th>
            <th>{t('lostProperty.figuresDays')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.key}</td>
              <td>{row.found}</td>
              <td>{row.returned}</td>
              <td>{percent(row.returnRate)}</td>
              <td>{row.handedOver}</td>
              <td>{daysText(row.meanDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
