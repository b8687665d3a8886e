/** 紧急事件: the emergencies of a period, open ones always. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { create } from 'zustand';
import { hasRole } from '@shared/core/roles';
import { INCIDENT_ROLES } from '@shared/incidents/report';
import { isIncident, type Incident } from '@shared/incidents/schema';
import { byUrgency, peopleOf, tally } from '@shared/incidents/state';
import { useLive } from '../../data/live';
import { range } from '../../data/read';
import { useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { PeriodFilter, chosenPeriod, type PeriodChoice } from '../../ui/period-filter';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { dayTime } from '../../ui/typed';
import { useWordFilter } from '../../ui/use-word-filter';
import { exportIncidents, printIncident } from './prints';

const SEGMENTS = ['open', 'closed', 'all'] as const;
type Segment = (typeof SEGMENTS)[number];

interface Filters {
  readonly period: PeriodChoice;
  readonly segment: Segment;
  readonly level: string;
  readonly words: string;
}
const useFilters = create<Filters>(() => ({
  period: { preset: 'thisMonth' },
  segment: 'all',
  level: '',
  words: '',
}));

const NONE: readonly Incident[] = [];
const COLUMNS = (): readonly RegisterColumn<Incident>[] => [
  {
    key: 'no',
    title: t('incidents.field.no'),
    width: '180px',
    render: ({ body }) => body.no ?? '',
    sort: ({ body }) => body.no ?? '',
  },
  {
    key: 'occurredAt',
    title: t('incidents.field.occurredAt'),
    width: '110px',
    render: ({ body }) => dayTime(body.occurredAt),
    sort: ({ body }) => body.occurredAt,
  },
  {
    key: 'level',
    title: t('incidents.field.level'),
    width: '70px',
    render: ({ body }) => body.level,
    sort: ({ body }) => body.level,
  },
  {
    key: 'place',
    title: t('incidents.field.place'),
    width: 'minmax(110px, 1fr)',
    render: ({ body }) => body.place,
    sort: ({ body }) => body.place,
  },
  {
    key: 'what',
    title: t('incidents.field.what'),
    width: 'minmax(160px, 2fr)',
    render: ({ body }) => body.what,
  },
  {
    key: 'told',
    title: t('incidents.field.told'),
    width: '90px',
    align: 'right',
    render: ({ body }) => {
      const { told, all } = tally(peopleOf(body));
      return `${told} / ${all}`;
    },
  },
  {
    key: 'state',
    title: t('incidents.field.state'),
    width: '90px',
    render: ({ status }) => (
      <span className={status === 'open' ? 'tag overdue' : status === 'closed' ? 'tag good' : 'tag'}>
        {t(`incidents.status.${status}`)}
      </span>
    ),
    sort: ({ status }) => status,
  },
];

export function IncidentRegister(): ReactElement {
  const [, navigate] = useLocation();
  const { period: choice, segment, level, words } = useFilters();
  const set = useFilters.setState;
  const [selected, setSelected] = useState<string | null>(null);
  const [columns] = useState(COLUMNS);
  const levels = useDirectory(({ settings }) => settings.incidentLevels);
  const mayReport = useSession(({ actor }) => hasRole(actor?.roles ?? [], INCIDENT_ROLES));
  const period = chosenPeriod(choice, today());
  // All of them: they are rare, and an open one of any day must be seen.
  const live = useLive(
    async () => (await range('tickets', 'kind', ['incident', '0'], ['incident', '9'])).filter(isIncident),
    ['tickets'],
    [],
  );
  const all = live.state === 'ready' ? live.value : NONE;
  const span = useMemo(
    () => ({
      from: all.reduce((first, { day }) => (day < first ? day : first), period.from),
      to: period.to,
    }),
    [all, period.from, period.to],
  );
  const worded = useWordFilter(all, words, 'tickets', span);
  const inSegment = useMemo(() => {
    const listed = worded
      .filter(
        ({ status, day, body }) =>
          (status === 'open' || (day >= period.from && day <= period.to)) &&
          (level === '' || body.level === level),
      )
      .sort(byUrgency);
    return (wanted: Segment): readonly Incident[] =>
      wanted === 'all' ? listed : listed.filter(({ status }) => status === wanted);
  }, [worded, level, period.from, period.to]);
  const shown = useMemo(() => inSegment(segment), [inSegment, segment]);
  const marked = all.find(({ id }) => id === selected);
  return (
    <RegisterPage
      title={t('incidents.title')}
      {...(mayReport ? { onNew: { label: t('incidents.new'), run: () => navigate('/incidents/new') } } : {})}
      {...(marked ? { onPrint: () => printIncident(marked) } : {})}
      onExport={() => void exportIncidents([...shown].reverse(), period)}
      filters={
        <>
          <Segmented
            label={t('incidents.field.state')}
            value={segment}
            options={SEGMENTS.map((value) => ({
              value,
              label: t(`incidents.segment.${value}`),
              count: inSegment(value).length,
            }))}
            onChange={(next) => set({ segment: next })}
          />
          <PeriodFilter choice={choice} today={today()} onChange={(next) => set({ period: next })} />
          <ChoiceFilter
            label={t('incidents.field.level')}
            all={t('incidents.allLevels')}
            value={level}
            values={levels}
            text={(value) => value}
            onChange={(next) => set({ level: next })}
          />
          <WordsFilter
            label={t('incidents.filterWords')}
            value={words}
            onChange={(next) => set({ words: next })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('incidents.title')}
          columns={columns}
          rows={shown}
          selected={selected}
          onSelect={(id) => (id !== null && id === selected ? navigate(`/incidents/${id}`) : setSelected(id))}
          rowKeys={{ enter: ({ id }) => navigate(`/incidents/${id}`) }}
          rowClass={({ status }) => (status === 'void' ? 'void' : '')}
          empty={
            <ListState state={live.state} title={t('incidents.empty')}>
              <span>{t('incidents.emptyHint')}</span>
            </ListState>
          }
        />
      }
      side={null}
    />
  );
}
