/** 请假: the leaves of a period and beside them the selected one or the form. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { create } from 'zustand';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { daysBetween } from '@shared/roster/roster';
import type { Leave } from '@shared/roster/schema';
import { today, useSession } from '../../data/session';
import { WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { chosenPeriod, type PeriodChoice } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { StateFilters } from '../../ui/state-filters';
import { ListState, NoRecord } from '../../ui/states';
import { useWordFilter } from '../../ui/use-word-filter';
import { exportLeaves } from './request-prints';
import { LeaveForm } from './leave-form';
import { DecideLeaveDialog, EndLeaveDialog, LeavePanel } from './leave-panel';
import { Tabs } from './tabs';
import { useRequests } from './use-requests';

const SEGMENTS = ['open', 'all', 'approved', 'ended'] as const;
type Segment = (typeof SEGMENTS)[number];

const useFilters = create<{
  readonly period: PeriodChoice;
  readonly segment: Segment;
  readonly words: string;
}>(() => ({ period: { preset: 'thisMonth' }, segment: 'all', words: '' }));

const isIn = (segment: Segment, { status }: Leave): boolean => {
  if (segment === 'all') return true;
  const open = status === 'asked';
  if (segment === 'open') return open;
  return segment === 'approved' ? status === 'approved' : !open && status !== 'approved';
};

const columns = (): readonly RegisterColumn<Leave>[] => [
  {
    key: 'no',
    title: t('roster.leaves.no'),
    width: '172px',
    render: ({ body }) => body.no,
    sort: ({ body }) => body.no ?? '',
  },
  {
    key: 'person',
    title: t('roster.leaves.person'),
    width: '90px',
    render: ({ body }) => body.name,
    sort: ({ body }) => body.name,
  },
  {
    key: 'type',
    title: t('roster.leaves.type'),
    width: '120px',
    render: ({ body }) => (
      <>
        {t(`roster.leaves.kind.${body.type}`)}
        {body.emergency && <span className="tag">{t('roster.leaves.emergencyTag')}</span>}
      </>
    ),
  },
  {
    key: 'span',
    title: t('roster.leaves.span'),
    width: 'minmax(170px, 1fr)',
    render: ({ body }) => (body.from === body.to ? body.from : `${body.from} – ${body.to.slice(5)}`),
    sort: ({ body }) => body.from,
  },
  {
    key: 'reason',
    title: t('roster.leaves.reason'),
    width: 'minmax(120px, 1.4fr)',
    render: ({ body }) => body.reason,
    wideOnly: true,
  },
  {
    key: 'status',
    title: t('roster.leaves.state'),
    width: '90px',
    render: ({ status }) => t(`roster.leaves.status.${status}`),
    sort: ({ status }) => status,
  },
];

const BASE = '/roster/leaves';

export function LeaveRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const filters = useFilters();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], [...DESK_ROLES, 'hr']));
  const period = chosenPeriod(filters.period, today());
  const { state, leaves } = useRequests(period);
  const worded = useWordFilter(leaves, filters.words, 'roster', {
    from: leaves.reduce((first, { day }) => (day < first ? day : first), period.from),
    to: period.to,
  });
  const inSegment = (segment: Segment): readonly Leave[] => worded.filter((leave) => isIn(segment, leave));
  const shown = useMemo(
    () => worded.filter((leave) => isIn(filters.segment, leave)),
    [worded, filters.segment],
  );
  const cols = useMemo(() => columns(), []);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const leave = leaves.find(({ id }) => id === record);
  const back = (): void => open(record);
  return (
    <RegisterPage
      title={t('roster.title')}
      hint={<Tabs current="leaves" />}
      {...(atDesk ? { onNew: { label: t('roster.leaves.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      onExport={() => void exportLeaves(shown, period)}
      filters={
        <>
          <StateFilters
            label={t('roster.leaves.state')}
            segments={SEGMENTS.map((value) => ({
              value,
              label: t(`roster.leaves.segment.${value}`),
              count: inSegment(value).length,
            }))}
            chosen={filters}
            onChange={useFilters.setState}
          />
          <WordsFilter
            label={t('roster.leaves.words')}
            value={filters.words}
            onChange={(words) => useFilters.setState({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('roster.tab.leaves')}
          columns={cols}
          rows={shown}
          selected={record}
          onSelect={open}
          empty={
            <ListState state={state} title={t('roster.leaves.empty')}>
              {atDesk && t('roster.leaves.emptyHint')}
            </ListState>
          }
          foot={t('roster.leaves.rows', {
            count: shown.length,
            days: shown.reduce((sum, { body }) => sum + daysBetween(body.from, body.to).length, 0),
          })}
        />
      }
      side={
        record === '' ? null : record === 'new' ? (
          <LeaveForm onSaved={open} onClose={() => open(null)} />
        ) : leave ? (
          <>
            <LeavePanel
              leave={leave}
              onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
              onClose={() => open(null)}
            />
            {act === 'decide' && <DecideLeaveDialog leave={leave} onClose={back} />}
            {act === 'end' && <EndLeaveDialog leave={leave} onClose={back} />}
          </>
        ) : (
          <NoRecord state={state} />
        )
      }
    />
  );
}
