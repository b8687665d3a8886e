/** Figures against their goals, with formula, comparison and trend; a line opens the records behind it. */
import { useMemo, type ReactElement } from 'react';
import { percentBar, percentText } from '@shared/figures/cells';
import { DRAWN, pointsText, type KpiLine } from '@shared/service-figures/forms/sheets';
import { GOALS, meetsGoal } from '@shared/service-figures/kpis';
import { useDirectory } from '../../data/directory';
import { BarChart } from '../../ui/bar-chart';
import { OpeningRow } from '../../ui/figure-table';
import { t } from '../../ui/i18n';
import type { Behind } from './behind-dialog';
import { handlerName } from '../../ui/service/handler-name';
import type { ServiceFigures } from './use-figures';

interface KpiViewProps {
  readonly figures: ServiceFigures;
  readonly onOpen: (behind: Behind) => void;
}

const goalText = (key: KpiLine['key']): string =>
  t(key === 'repeats' ? 'serviceFigures.goalMost' : 'serviceFigures.goalLeast', {
    rate: percentText(GOALS[key]),
  });

export function KpiView({ figures, onOpen }: KpiViewProps): ReactElement {
  const mostly = useDirectory(({ settings }) => settings.mostlyCountsSatisfied);
  const chart = useMemo(
    () => ({
      labels: figures.trend.map(({ month }) => month.slice(2)),
      series: DRAWN.map((key, at) => ({
        name: t(`serviceFigures.kpi.${key}`),
        values: figures.trend.map(({ rates }) => percentBar(rates[at] ?? null)),
      })),
    }),
    [figures],
  );
  const columns = [
    'kpi',
    'goal',
    'population',
    'now',
    'before',
    'change',
    'lastYear',
    'yearOnYear',
    'asked',
  ] as const;
  return (
    <div className="service-figures">
      <section className="panel" aria-label={t('serviceFigures.tab.kpis')}>
        <table className="figure-table wrapping">
          <thead>
            <tr>
              {columns.map((key) => (
                <th key={key} className={key === 'kpi' || key === 'goal' ? '' : 'right'}>
                  {t(`serviceFigures.column.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.lines.map((line) => (
              <KpiRow key={line.key} line={line} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
        <p className="quiet small">
          {t(mostly ? 'serviceFigures.noteMostly' : 'serviceFigures.noteNotMostly')}{' '}
          {t('serviceFigures.noteRepeats')} {t('serviceFigures.hint')}
        </p>
      </section>
      <section className="panel">
        <h2>
          {t('serviceFigures.form.trend')} <span className="quiet small">%</span>
        </h2>
        <BarChart label={t('serviceFigures.form.trend')} {...chart} />
      </section>
      <section className="panel">
        <h2>{t('serviceFigures.section.complaintDepartments')}</h2>
        <table className="figure-table wrapping">
          <thead>
            <tr>
              <th>{t('serviceFigures.column.department')}</th>
              {(['complaints', 'extensions', 'escalations'] as const).map((key) => (
                <th key={key} className="right">
                  {t(`serviceFigures.column.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.complaints.departments.map((one) => {
              const name = one.handler ? handlerName(one.handler) : t('serviceFigures.noDepartment');
              const groups = (['complaints', 'extensions', 'escalations'] as const).map((key) => ({
                name: t(`serviceFigures.column.${key}`),
                ids: one[key],
              }));
              return (
                <OpeningRow key={name} onOpen={() => onOpen({ title: name, groups })}>
                  <td>{name}</td>
                  {groups.map((group) => (
                    <td key={group.name} className="right">
                      {group.ids.length}
                    </td>
                  ))}
                </OpeningRow>
              );
            })}
            {figures.complaints.departments.length === 0 && (
              <tr>
                <td colSpan={4} className="quiet">
                  {t('serviceFigures.none')}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function KpiRow({
  line,
  onOpen,
}: {
  readonly line: KpiLine;
  readonly onOpen: KpiViewProps['onOpen'];
}): ReactElement {
  const { key, now, before, lastYear } = line;
  const { met, missed, rate } = now.share;
  const good = meetsGoal(key, rate);
  const title = t(`serviceFigures.kpi.${key}`);
  const groups = [
    { name: t('serviceFigures.drillMissed'), ids: key === 'repeats' ? met : missed },
    { name: t('serviceFigures.drillMet'), ids: key === 'repeats' ? missed : met },
  ];
  return (
    <OpeningRow onOpen={() => onOpen({ title, groups })}>
      <td>
        {title}
        <div className="quiet small">{t(`serviceFigures.formula.${key}`)}</div>
      </td>
      <td>{goalText(key)}</td>
      <td className="right">
        {t('serviceFigures.of', { met: met.length, all: met.length + missed.length })}
      </td>
      <td className={good === false ? 'right missed' : 'right'}>
        <strong>{percentText(rate)}</strong>
        {good !== null && (
          <div className="small">{t(good ? 'serviceFigures.met' : 'serviceFigures.notMet')}</div>
        )}
      </td>
      <td className="right">{percentText(before)}</td>
      <td className="right">{pointsText(rate, before)}</td>
      <td className="right">{percentText(lastYear)}</td>
      <td className="right">{pointsText(rate, lastYear)}</td>
      <td className="right">{now.asked ? percentText(now.asked.rate) : ''}</td>
    </OpeningRow>
  );
}
