/** 调班: the requests of a period and beside them the selected one or the form. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { create } from 'zustand';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { Swap } from '@shared/roster/schema';
import { today, useSession } from '../../data/session';
import { WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { chosenPeriod, type PeriodChoice } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { StateFilters } from '../../ui/state-filters';
import { ListState, NoRecord } from '../../ui/states';
import { useWordFilter } from '../../ui/use-word-filter';
import { exportSwaps, printSwap } from './request-prints';
import { SwapForm } from './swap-form';
import { AnswerDialog, DecideSwapDialog, SwapPanel, WithdrawDialog } from './swap-panel';
import { Tabs } from './tabs';
import { shiftText } from './texts';
import { useRequests } from './use-requests';

const SEGMENTS = ['open', 'all', 'approved', 'ended'] as const;
type Segment = (typeof SEGMENTS)[number];

const useFilters = create<{
  readonly period: PeriodChoice;
  readonly segment: Segment;
  readonly words: string;
}>(() => ({ period: { preset: 'thisMonth' }, segment: 'all', words: '' }));

const isIn = (segment: Segment, { status }: Swap): boolean => {
  if (segment === 'all') return true;
  const open = status === 'asked' || status === 'agreed';
  if (segment === 'open') return open;
  return segment === 'approved' ? status === 'approved' : !open && status !== 'approved';
};

const columns = (): readonly RegisterColumn<Swap>[] => [
  {
    key: 'no',
    title: t('roster.swaps.no'),
    width: '172px',
    render: ({ body }) => body.no,
    sort: ({ body }) => body.no ?? '',
  },
  {
    key: 'applicant',
    title: t('roster.swaps.applicant'),
    width: '90px',
    render: ({ body }) => body.applicantName,
    sort: ({ body }) => body.applicantName,
  },
  {
    key: 'shift',
    title: t('roster.swaps.own'),
    width: 'minmax(140px, 1fr)',
    render: ({ body }) => shiftText(body.day, body.shift),
    sort: ({ body }) => body.day,
  },
  {
    key: 'colleague',
    title: t('roster.swaps.colleague'),
    width: '90px',
    render: ({ body }) => body.colleagueName,
  },
  {
    key: 'back',
    title: t('roster.swaps.back'),
    width: 'minmax(140px, 1fr)',
    render: ({ body }) => shiftText(body.returnDay, body.returnShift) || t('roster.swaps.gives'),
    wideOnly: true,
  },
  {
    key: 'status',
    title: t('roster.swaps.state'),
    width: '110px',
    render: ({ status }) => t(`roster.swaps.status.${status}`),
    sort: ({ status }) => status,
  },
];

const BASE = '/roster/swaps';

export function SwapRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const filters = useFilters();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(filters.period, today());
  const { state, swaps } = useRequests(period);
  const worded = useWordFilter(swaps, filters.words, 'roster', {
    from: swaps.reduce((first, { day }) => (day < first ? day : first), period.from),
    to: period.to,
  });
  const inSegment = (segment: Segment): readonly Swap[] => worded.filter((swap) => isIn(segment, swap));
  const shown = useMemo(
    () => worded.filter((swap) => isIn(filters.segment, swap)),
    [worded, filters.segment],
  );
  const cols = useMemo(() => columns(), []);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const swap = swaps.find(({ id }) => id === record);
  const back = (): void => open(record);
  return (
    <RegisterPage
      title={t('roster.title')}
      hint={<Tabs current="swaps" />}
      {...(atDesk ? { onNew: { label: t('roster.swaps.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      {...(swap ? { onPrint: () => printSwap(swap) } : {})}
      onExport={() => void exportSwaps(shown, period)}
      filters={
        <>
          <StateFilters
            label={t('roster.swaps.state')}
            segments={SEGMENTS.map((value) => ({
              value,
              label: t(`roster.swaps.segment.${value}`),
              count: inSegment(value).length,
            }))}
            chosen={filters}
            onChange={useFilters.setState}
          />
          <WordsFilter
            label={t('roster.swaps.words')}
            value={filters.words}
            onChange={(words) => useFilters.setState({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('roster.tab.swaps')}
          columns={cols}
          rows={shown}
          selected={record}
          onSelect={open}
          empty={
            <ListState state={state} title={t('roster.swaps.empty')}>
              {atDesk && t('roster.swaps.emptyHint')}
            </ListState>
          }
          foot={t('roster.swaps.rows', { count: shown.length })}
        />
      }
      side={
        record === '' ? null : record === 'new' ? (
          <SwapForm onSaved={open} onClose={() => open(null)} />
        ) : swap ? (
          <>
            <SwapPanel
              swap={swap}
              onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
              onClose={() => open(null)}
            />
            {act === 'answer' && <AnswerDialog swap={swap} onClose={back} />}
            {act === 'decide' && <DecideSwapDialog swap={swap} onClose={back} />}
            {act === 'withdraw' && <WithdrawDialog swap={swap} onClose={back} />}
          </>
        ) : (
          <NoRecord state={state} />
        )
      }
    />
  );
}
