/** 检查考核: inspections of a month, beside them the selected one or the form; and the month's marks per person. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { create } from 'zustand';
import { monthBounds } from './month-bounds';
import { hasRole } from '@shared/core/roles';
import { INSPECTORS } from '@shared/inspections/inspect';
import { lostText } from '@shared/inspections/forms/month';
import { monthOf, rateText, totalOf, type PersonMonth } from '@shared/inspections/month';
import { isInspection, type Inspection } from '@shared/inspections/schema';
import { useLive } from '../../data/live';
import { byIds } from '../../data/read';
import { today, useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState, NoRecord } from '../../ui/states';
import { useWordFilter } from '../../ui/use-word-filter';
import { InspectionForm } from './inspection-form';
import { InspectionPanel } from './inspection-panel';
import { exportInspections, exportMonth, printInspection, printMonth } from './prints';
import { inspectionsOf, maySee } from './sight';
import './inspections.css';

const BASE = '/inspections';
const SEGMENTS = ['open', 'refused', 'all'] as const;
const VIEWS = ['list', 'month'] as const;

interface Filters {
  /** `YYYY-MM`; '' is this month. */
  readonly month: string;
  readonly view: (typeof VIEWS)[number];
  readonly segment: (typeof SEGMENTS)[number];
  readonly person: string;
  readonly words: string;
}
const useFilters = create<Filters>(() => ({
  month: '',
  view: 'list',
  segment: 'all',
  person: '',
  words: '',
}));

const NONE: readonly Inspection[] = [];

const COLUMNS = (): readonly RegisterColumn<Inspection>[] => [
  { key: 'no', title: t('inspections.field.no'), width: '180px', render: ({ body }) => body.no ?? '' },
  {
    key: 'date',
    title: t('inspections.field.date'),
    width: '110px',
    render: ({ body }) => body.date,
    sort: ({ body }) => body.date,
  },
  {
    key: 'person',
    title: t('inspections.field.person'),
    width: 'minmax(90px, 1fr)',
    render: ({ body }) => body.personName,
    sort: ({ body }) => body.personName,
  },
  {
    key: 'inspector',
    title: t('inspections.field.inspector'),
    width: 'minmax(90px, 1fr)',
    wideOnly: true,
    render: ({ body }) => body.inspectorName,
  },
  {
    key: 'total',
    title: t('inspections.field.total'),
    width: '110px',
    align: 'right',
    render: ({ body }) => t('inspections.totalText', totalOf(body.items)),
    sort: ({ body }) => totalOf(body.items).scored,
  },
  {
    key: 'state',
    title: t('inspections.field.state'),
    width: '110px',
    render: ({ status }) => (
      <span className={status === 'confirmed' ? 'tag good' : status === 'void' ? 'tag' : 'tag due'}>
        {t(`inspections.status.${status}`)}
      </span>
    ),
    sort: ({ status }) => status,
  },
];

const MONTH_COLUMNS = (): readonly RegisterColumn<PersonMonth>[] => [
  {
    key: 'name',
    title: t('inspections.month.name'),
    width: '110px',
    render: ({ name }) => name,
    sort: ({ name }) => name,
  },
  ...(['inspections', 'confirmed', 'refused', 'waiting', 'marks', 'scored'] as const).map(
    (key): RegisterColumn<PersonMonth> => ({
      key,
      title: t(`inspections.month.${key}`),
      width: '90px',
      align: 'right',
      render: (person) => person[key],
      sort: (person) => person[key],
    }),
  ),
  {
    key: 'rate',
    title: t('inspections.month.rate'),
    width: '90px',
    align: 'right',
    render: ({ rate }) => rateText(rate),
    sort: ({ rate }) => rate,
  },
  { key: 'lost', title: t('inspections.month.lost'), width: 'minmax(200px, 2fr)', render: lostText },
];

/** `/inspections`, `/inspections/new`, `/inspections/<id>[/<act>]`. */
export default function InspectionsPage(): ReactElement {
  const [location, navigate] = useLocation();
  const [record = '', act = ''] = location.split('/').slice(2).map(decodeURIComponent);
  const { month: chosen, view, segment, person, words } = useFilters();
  const set = useFilters.setState;
  const [columns] = useState(COLUMNS);
  const [monthColumns] = useState(MONTH_COLUMNS);
  const mayInspect = useSession(({ actor }) => hasRole(actor?.roles ?? [], INSPECTORS));
  const month = chosen === '' ? today().slice(0, 7) : chosen;
  const span = useMemo(() => monthBounds(month, today()), [month]);
  const live = useLive(
    async () => {
      const [listed, named] = await Promise.all([
        inspectionsOf(span),
        record === '' || record === 'new' ? [] : byIds('tickets', [record]),
      ]);
      return [...new Map([...listed, ...named].map((doc) => [doc.id, doc])).values()]
        .filter(isInspection)
        .filter(maySee)
        .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
    },
    ['tickets'],
    [span.from, span.to, record],
  );
  const all = live.state === 'ready' ? live.value : NONE;
  const ofMonth = useMemo(() => all.filter(({ body }) => body.date.startsWith(month)), [all, month]);
  const worded = useWordFilter(ofMonth, words, 'tickets', span);
  const matching = useMemo(
    () => worded.filter(({ body }) => person === '' || body.person === person),
    [worded, person],
  );
  const shown = useMemo(
    () => matching.filter(({ status }) => segment === 'all' || status === segment),
    [matching, segment],
  );
  const people = useMemo(() => monthOf(matching, month), [matching, month]);
  const names = useMemo(() => new Map(ofMonth.map(({ body }) => [body.person, body.personName])), [ofMonth]);
  const selected = all.find(({ id }) => id === record);
  const print =
    view === 'month' ? () => printMonth(month, people) : selected && (() => printInspection(selected));
  return (
    <RegisterPage
      title={t('inspections.title')}
      {...(mayInspect ? { onNew: { label: t('inspections.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      {...(print ? { onPrint: print } : {})}
      onExport={() =>
        void (view === 'month'
          ? exportMonth(month, people)
          : exportInspections([...shown].reverse(), `${month}-01`, monthBounds(month, '').to))
      }
      filters={
        <>
          <Segmented
            label={t('inspections.view')}
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`inspections.views.${value}`) }))}
            onChange={(next) => {
              set({ view: next });
              // The month needs the whole width.
              if (next === 'month') navigate(BASE);
            }}
          />
          <input
            className="input"
            type="month"
            aria-label={t('ui.period')}
            value={month}
            onChange={({ target }) => target.value !== '' && set({ month: target.value })}
          />
          {view === 'list' && (
            <Segmented
              label={t('inspections.field.state')}
              value={segment}
              options={SEGMENTS.map((value) => ({
                value,
                label: t(`inspections.segment.${value}`),
                count: matching.filter(({ status }) => value === 'all' || status === value).length,
              }))}
              onChange={(next) => set({ segment: next })}
            />
          )}
          <ChoiceFilter
            label={t('inspections.field.person')}
            all={t('inspections.allPeople')}
            value={person}
            values={[...names.keys()]}
            text={(id) => names.get(id) ?? id}
            onChange={(next) => set({ person: next })}
          />
          <WordsFilter
            label={t('inspections.filterWords')}
            value={words}
            onChange={(next) => set({ words: next })}
          />
        </>
      }
      table={
        view === 'month' ? (
          <RegisterTable
            label={t('inspections.views.month')}
            columns={monthColumns}
            rows={people}
            selected={null}
            onSelect={(id) => id !== null && set({ person: id, view: 'list' })}
            empty={<ListState state={live.state} title={t('inspections.monthEmpty')} />}
            foot={t('inspections.monthFoot')}
          />
        ) : (
          <RegisterTable
            label={t('inspections.title')}
            columns={columns}
            rows={shown}
            selected={record}
            onSelect={(id) => navigate(id === null ? BASE : `${BASE}/${id}`, { replace: true })}
            rowClass={({ status }) => (status === 'void' ? 'void' : '')}
            empty={
              <ListState state={live.state} title={t('inspections.empty')}>
                {mayInspect && <span>{t('inspections.emptyHint')}</span>}
              </ListState>
            }
          />
        )
      }
      side={
        record === '' ? null : record === 'new' && mayInspect ? (
          <InspectionForm onClose={() => navigate(BASE)} onSaved={(id) => navigate(`${BASE}/${id}`)} />
        ) : selected ? (
          <InspectionPanel
            key={record}
            inspection={selected}
            act={act}
            onAct={(next) => navigate(next === '' ? `${BASE}/${record}` : `${BASE}/${record}/${next}`)}
            onClose={() => navigate(BASE)}
          />
        ) : (
          <NoRecord state={live.state} />
        )
      }
    />
  );
}
