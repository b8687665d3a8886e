/** A period's figures with what they are compared with, the twelve months of the trend, and what came to the desk. */
import { useMemo } from 'react';
import { isComplaint } from '@shared/complaints/schema';
import { complaintFigures, type ComplaintFigures } from '@shared/complaints/figures';
import type { Envelope } from '@shared/core/envelope';
import { spanAfter, spanOf, yearBeforeSpan, type Period, type SpanUnit } from '@shared/core/period';
import type { Settings } from '@shared/core/settings';
import { isEnquiry } from '@shared/enquiries/schema';
import { isFollowUp } from '@shared/follow-up/schema';
import { DRAWN, type KpiLine } from '@shared/service-figures/forms/sheets';
import { kpisOf, type Kpi, type ServiceRecords } from '@shared/service-figures/kpis';
import { receptionOf, type Reception } from '@shared/service-figures/reception';
import type { Visit } from '@shared/visits/schema';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { useLiveOf, type LiveState } from '../../data/live';
import { range } from '../../data/read';

const TREND_MONTHS = 12;

export interface Trend {
  readonly month: string;
  readonly rates: readonly (number | null)[];
}

export interface ServiceFigures {
  readonly lines: readonly KpiLine[];
  readonly complaints: ComplaintFigures;
  readonly trend: readonly Trend[];
  /** The records behind the period's figures, by id. */
  readonly records: ReadonlyMap<string, Envelope>;
}

const ofKind = (kind: string, { from, to }: Period): Promise<readonly Envelope[]> =>
  range('tickets', 'kind', [kind, from], [kind, to]);
const visitsOf = ({ from, to }: Period): Promise<readonly Envelope[]> =>
  range('visits', 'kind', ['visit', from], ['visit', to]);

/** Everything from the first day of the span a year before: comparison and trend lie within it. */
async function load(
  unit: SpanUnit,
  period: Period,
): Promise<ServiceRecords & { readonly shown: readonly Envelope[] }> {
  const from = yearBeforeSpan(unit, period).from;
  const all = { from, to: period.to };
  // Calls about a record are made after it, so they have no last day.
  const [enquiries, complaints, followUps, ...visits] = await Promise.all([
    ofKind('enquiry', all),
    ofKind('complaint', all),
    ofKind('followUp', { from, to: '9999' }),
    ...[period, spanAfter(unit, period, -1), yearBeforeSpan(unit, period)].map(visitsOf),
  ]);
  const shown = [...(visits[0] ?? []), ...enquiries, ...complaints];
  return {
    visits: visits.flat(),
    enquiries: enquiries.filter(isEnquiry),
    complaints: complaints.filter(isComplaint),
    followUps: followUps.filter(isFollowUp),
    shown,
  };
}

const rateIn = (kpis: readonly Kpi[], key: Kpi['key']): number | null =>
  kpis.find((kpi) => kpi.key === key)?.share.rate ?? null;

type Loaded = Awaited<ReturnType<typeof load>>;

function figuresOf(loaded: Loaded, unit: SpanUnit, period: Period, settings: Settings): ServiceFigures {
  const now = nowIso();
  const kpis = (of: Period): readonly Kpi[] => kpisOf(loaded, of, now, settings);
  const [mine, before, lastYear] = [period, spanAfter(unit, period, -1), yearBeforeSpan(unit, period)].map(
    kpis,
  );
  const last = spanOf('month', period.to);
  const trend = Array.from({ length: TREND_MONTHS }, (_, at) => {
    const month = spanAfter('month', last, at + 1 - TREND_MONTHS);
    const figures = kpis(month);
    return { month: month.from.slice(0, 7), rates: DRAWN.map((key) => rateIn(figures, key)) };
  });
  return {
    lines: (mine ?? []).map((kpi) => ({
      key: kpi.key,
      now: kpi,
      before: rateIn(before ?? [], kpi.key),
      lastYear: rateIn(lastYear ?? [], kpi.key),
    })),
    complaints: complaintFigures(loaded.complaints, period, now, settings.mostlyCountsSatisfied),
    trend,
    records: new Map(loaded.shown.map((doc) => [doc.id, doc])),
  };
}

/** A period's figures as they stand now. */
export async function loadServiceFigures(unit: SpanUnit, period: Period): Promise<ServiceFigures> {
  return figuresOf(await load(unit, period), unit, period, useDirectory.getState().settings);
}

export function useServiceFigures(unit: SpanUnit, period: Period): LiveState<ServiceFigures> {
  const settings = useDirectory((state) => state.settings);
  const live = useLiveOf(() => load(unit, period), ['visits', 'tickets'], [unit, period.from]);
  const loaded = live.state === 'ready' ? live.value : null;
  return useMemo(
    () =>
      loaded
        ? { state: 'ready', value: figuresOf(loaded, unit, period, settings) }
        : (live as LiveState<never>),
    [live, loaded, unit, period, settings],
  );
}

export interface Received {
  readonly reception: Reception;
  readonly records: ReadonlyMap<string, Envelope>;
}

/** What came to the desk in a period, with the records behind it. */
export async function loadReception(period: Period): Promise<Received> {
  const [visits, ...tickets] = await Promise.all([
    visitsOf(period),
    ...['enquiry', 'talk', 'complaint', 'workOrder'].map((kind) => ofKind(kind, period)),
  ]);
  const matters = tickets.flat();
  return {
    reception: receptionOf(visits as readonly Visit[], matters, period),
    records: new Map([...visits, ...matters].map((doc) => [doc.id, doc])),
  };
}

export function useReception(period: Period): LiveState<Received> {
  return useLiveOf(() => loadReception(period), ['visits', 'tickets'], [period.from, period.to]);
}
