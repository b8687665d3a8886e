/** 客户服务统计: a month's or quarter's figures against their goals, and what came to the desk in a week or month (DOMAIN §7). */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { create } from 'zustand';
import { spanAfter, spanOf, type SpanUnit } from '@shared/service-figures/spans';
import { today } from '../../data/session';
import { onAction } from '../../ui/actions';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { Segmented } from '../../ui/register-page';
import { ErrorState, Loading } from '../../ui/states';
import { BehindDialog, type Behind } from './behind-dialog';
import { KpiView } from './kpi-view';
import { exportKpis, exportReception, periodName, printKpis, printReception } from './prints';
import { ReceptionView } from './reception-view';
import './service-figures.css';
import { useReception, useServiceFigures } from './use-figures';

type Tab = 'kpis' | 'reception';
const UNITS: Readonly<Record<Tab, readonly SpanUnit[]>> = {
  kpis: ['month', 'quarter'],
  reception: ['week', 'month'],
};

const useView = create<{ readonly tab: Tab; readonly unit: SpanUnit; readonly day: string }>(() => ({
  tab: 'kpis',
  unit: 'month',
  day: '',
}));

export default function ServiceFiguresPage(): ReactElement {
  const { tab, unit, day } = useView();
  const now = today();
  const period = useMemo(() => spanOf(unit, day || now), [unit, day, now]);
  const [behind, setBehind] = useState<Behind | null>(null);
  const figures = useServiceFigures(unit, period);
  const received = useReception(period);
  const live = tab === 'kpis' ? figures : received;
  const print = (): void => {
    if (tab === 'kpis' && figures.state === 'ready') printKpis(unit, period, figures.value);
    if (tab === 'reception' && received.state === 'ready')
      printReception(unit, period, received.value.reception);
  };
  const save = (): void => {
    if (tab === 'kpis' && figures.state === 'ready') void exportKpis(unit, period, figures.value.lines);
    if (tab === 'reception' && received.state === 'ready')
      void exportReception(unit, period, received.value.reception);
  };
  useEffect(() => onAction('print', print));
  const go = (count: number): void => useView.setState({ day: spanAfter(unit, period, count).from });
  const choose = (next: Tab): void =>
    useView.setState({ tab: next, unit: UNITS[next].includes(unit) ? unit : 'month' });
  const records = live.state === 'ready' ? live.value.records : null;
  return (
    <>
      <div className="page-head">
        <h1>{t('serviceFigures.title')}</h1>
        <Segmented
          label={t('serviceFigures.title')}
          value={tab}
          options={(['kpis', 'reception'] as const).map((value) => ({
            value,
            label: t(`serviceFigures.tab.${value}`),
          }))}
          onChange={choose}
        />
        <span className="spacer" />
        <button type="button" className="button" disabled={!records} onClick={save}>
          <Icon name="export" />
          {t('ui.export')}
        </button>
        <button type="button" className="button" disabled={!records} onClick={print}>
          <Icon name="print" />
          {t('ui.print')}
        </button>
      </div>
      <div className="filters">
        <Segmented
          label={t('serviceFigures.period')}
          value={unit}
          options={UNITS[tab].map((value) => ({ value, label: t(`serviceFigures.unit.${value}`) }))}
          onChange={(value) => useView.setState({ unit: value })}
        />
        <button
          type="button"
          className="button"
          aria-label={t('serviceFigures.earlier')}
          onClick={() => go(-1)}
        >
          ‹
        </button>
        <strong className="span-name">{periodName(unit, period)}</strong>
        <button
          type="button"
          className="button"
          aria-label={t('serviceFigures.later')}
          disabled={period.to >= now}
          onClick={() => go(1)}
        >
          ›
        </button>
      </div>
      {live.state === 'loading' && <Loading />}
      {live.state === 'failed' && <ErrorState />}
      {tab === 'kpis' && figures.state === 'ready' && <KpiView figures={figures.value} onOpen={setBehind} />}
      {tab === 'reception' && received.state === 'ready' && (
        <ReceptionView reception={received.value.reception} onOpen={setBehind} />
      )}
      {behind && records && <BehindDialog {...behind} records={records} onClose={() => setBehind(null)} />}
    </>
  );
}
