/** 报失: what customers look for, and beside it one report or a form. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { proposals, type Match } from '@shared/lost-property/match';
import type { FoundItem, LossReport, ReportStatus } from '@shared/lost-property/schema';
import { useDirectory } from '../../data/directory';
import type { ReadState } from '../../data/live';
import { today, useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { chosenPeriod } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState, NoRecord } from '../../ui/states';
import { useWordFilter } from '../../ui/use-word-filter';
import { Filters } from './filters';
import { ContactDialog } from './item-dialogs';
import { printReports } from './prints';
import { CorrectReportForm, ReportForm } from './report-form';
import { CloseDialog, ReportPanel, isOpen } from './report-panel';
import { Tabs } from './tabs';
import { useLost, within } from './use-lost';
import { useReportFilters } from './view-state';
import { VoidDialog } from './void-dialog';

const BASE = '/lost-property/reports';
const rowClass = ({ status }: LossReport): string => (status === 'void' ? 'void' : '');
const COLORS: Readonly<Record<ReportStatus, string>> = {
  open: '#c77700',
  matched: '#3f9c6b',
  returned: '#b9bdb6',
  closed: '#b9bdb6',
  void: '#b9bdb6',
};

function columnsOf(proposed: ReadonlySet<string>): readonly RegisterColumn<LossReport>[] {
  return [
    {
      key: 'no',
      title: t('lostProperty.field.no'),
      width: '166px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'day',
      title: t('lostProperty.field.lost'),
      width: '104px',
      render: ({ body }) => body.lostFrom,
      sort: ({ body }) => body.lostFrom,
    },
    {
      key: 'owner',
      title: t('lostProperty.field.ownerName'),
      width: '100px',
      render: ({ body }) => body.owner.name,
      sort: ({ body }) => body.owner.name,
    },
    {
      key: 'name',
      title: t('lostProperty.field.name'),
      width: 'minmax(110px, 1.3fr)',
      render: ({ body }) => body.name,
      sort: ({ body }) => body.name,
    },
    {
      key: 'place',
      title: t('lostProperty.field.lostPlace'),
      width: 'minmax(90px, 1fr)',
      render: ({ body }) => body.place,
      sort: ({ body }) => body.place,
    },
    {
      key: 'category',
      title: t('lostProperty.field.category'),
      width: '100px',
      render: ({ body }) => body.category,
      sort: ({ body }) => body.category,
      wideOnly: true,
    },
    {
      key: 'status',
      title: t('lostProperty.field.status'),
      width: '156px',
      render: ({ id, status }) => (
        <>
          <span className="dot" style={{ background: COLORS[status] }} />
          {t(`lostProperty.reportStatus.${status}`)}
          {proposed.has(id) && <span className="tag due">{t('lostProperty.hasProposal')}</span>}
        </>
      ),
      sort: ({ status }) => status,
    },
  ];
}

export function ReportRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const filters = useReportFilters();
  const settings = useDirectory((state) => state.settings);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(filters.period, today());
  const { state, items, reports, span } = useLost(period);
  const matches = useMemo(() => proposals(items, reports, settings), [items, reports, settings]);
  const proposed = useMemo(() => new Set(matches.map(({ report }) => report.id)), [matches]);
  const worded = useWordFilter(reports, filters.words, 'lostItems', span);
  const matching = useMemo(
    () =>
      filters.category === '' ? worded : worded.filter(({ body }) => body.category === filters.category),
    [worded, filters.category],
  );
  const inSegment = (segment: string): readonly LossReport[] =>
    matching.filter((report) =>
      segment === 'open'
        ? isOpen(report)
        : within(period, report) && (segment === 'all' || report.status === segment),
    );
  const segments = (['all', 'open', 'returned', 'closed'] as const).map((value) => ({
    value,
    label: t(`lostProperty.reportStatus.${value}`),
    count: inSegment(value).length,
  }));
  const shown = inSegment(filters.segment);
  const columns = useMemo(() => columnsOf(proposed), [proposed]);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const noOf = (id: string): string => items.find((item) => item.id === id)?.body.no ?? '';
  const report = reports.find(({ id }) => id === record);

  return (
    <RegisterPage
      title={t('lostProperty.title')}
      hint={<Tabs current="reports" />}
      {...(atDesk
        ? { onNew: { label: t('lostProperty.newReport'), run: () => navigate(`${BASE}/new`) } }
        : {})}
      onPrint={() => printReports([...shown].reverse(), period, noOf)}
      filters={<Filters filters={filters} set={useReportFilters.setState} segments={segments} />}
      table={
        <RegisterTable
          label={t('lostProperty.reports')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={<ListState state={state} title={t('lostProperty.emptyReports')} />}
        />
      }
      side={
        record === '' ? null : (
          <ReportSide
            id={record}
            act={act}
            report={report}
            items={items}
            matches={matches}
            state={state}
            open={open}
            onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
          />
        )
      }
    />
  );
}

interface ReportSideProps {
  readonly id: string;
  readonly act: string;
  readonly report: LossReport | undefined;
  readonly items: readonly FoundItem[];
  readonly matches: readonly Match[];
  readonly state: ReadState;
  readonly open: (id: string | null) => void;
  readonly onAct: (act: string) => void;
}

function ReportSide({ id, act, report, items, matches, state, open, onAct }: ReportSideProps): ReactElement {
  if (id === 'new') return <ReportForm onSaved={open} onClose={() => open(null)} />;
  if (!report) return <NoRecord state={state} />;
  const back = (): void => open(id);
  if (act === 'correct') return <CorrectReportForm key={id} report={report} onDone={back} />;
  return (
    <>
      <ReportPanel
        report={report}
        items={items}
        matches={matches.filter((match) => match.report.id === id)}
        onAct={onAct}
        onClose={() => open(null)}
      />
      {act === 'contact' && <ContactDialog record={report} onClose={back} />}
      {act === 'close' && <CloseDialog report={report} onClose={back} />}
      {act === 'void' && <VoidDialog record={report} onClose={back} />}
    </>
  );
}
