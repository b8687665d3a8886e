/** 客户服务统计: a month's or quarter's figures against their goals, and what came to the desk in a week or month (DOMAIN §7). */
import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { create } from 'zustand';
import type { Envelope } from '@shared/core/envelope';
import { spanAfter, spanOf, type Period, type SpanUnit } from '@shared/core/period';
import type { LiveState } from '../../data/live';
import { today } from '../../data/session';
import { onAction } from '../../ui/actions';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { Segmented } from '../../ui/register-page';
import { ErrorState, Loading } from '../../ui/states';
import { useWhenRead } from '../../ui/use-when-read';
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

interface TabProps {
  readonly unit: SpanUnit;
  readonly period: Period;
}

/** Only what is shown is loaded. */
export default function ServiceFiguresPage(): ReactElement {
  const { tab, unit, day } = useView();
  const now = today();
  const period = useMemo(() => spanOf(unit, day || now), [unit, day, now]);
  return tab === 'kpis' ? <Kpis unit={unit} period={period} /> : <Received unit={unit} period={period} />;
}

function Kpis({ unit, period }: TabProps): ReactElement {
  const live = useServiceFigures(unit, period);
  return (
    <Frame
      unit={unit}
      period={period}
      live={live}
      onPrint={(figures) => printKpis(unit, period, figures)}
      onExport={({ lines }) => void exportKpis(unit, period, lines)}
    >
      {(figures, onOpen) => <KpiView figures={figures} onOpen={onOpen} />}
    </Frame>
  );
}

function Received({ unit, period }: TabProps): ReactElement {
  const live = useReception(period);
  return (
    <Frame
      unit={unit}
      period={period}
      live={live}
      onPrint={({ reception }) => printReception(unit, period, reception)}
      onExport={({ reception }) => void exportReception(unit, period, reception)}
    >
      {({ reception }, onOpen) => <ReceptionView reception={reception} onOpen={onOpen} />}
    </Frame>
  );
}

interface FrameProps<T> extends TabProps {
  readonly live: LiveState<T>;
  readonly onPrint: (value: T) => void;
  readonly onExport: (value: T) => void;
  readonly children: (value: T, onOpen: (behind: Behind) => void) => ReactNode;
}

/** What both tabs have: the choice between them, the period, paper and file, and the records behind a figure. */
function Frame<T extends { readonly records: ReadonlyMap<string, Envelope> }>(
  props: FrameProps<T>,
): ReactElement {
  const { unit, period, live, onPrint, onExport, children } = props;
  const tab = useView((view) => view.tab);
  const [behind, setBehind] = useState<Behind | null>(null);
  const value = live.state === 'ready' ? live.value : null;
  const print = useWhenRead(value && (() => onPrint(value)));
  const exportFile = useWhenRead(value && (() => onExport(value)));
  useEffect(() => onAction('print', print));
  const go = (count: number): void => useView.setState({ day: spanAfter(unit, period, count).from });
  const choose = (next: Tab): void =>
    useView.setState({ tab: next, unit: UNITS[next].includes(unit) ? unit : 'month' });
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
        <button type="button" className="button" disabled={!value} onClick={exportFile}>
          <Icon name="export" />
          {t('ui.export')}
        </button>
        <button type="button" className="button" disabled={!value} onClick={print}>
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
          disabled={period.to >= today()}
          onClick={() => go(1)}
        >
          ›
        </button>
      </div>
      {live.state === 'loading' && <Loading />}
      {live.state === 'failed' && <ErrorState />}
      {value && children(value, setBehind)}
      {behind && value && (
        <BehindDialog {...behind} records={value.records} onClose={() => setBehind(null)} />
      )}
    </>
  );
}
