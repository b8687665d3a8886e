/** 回访名单: what is due first, then what was done; beside it the selected call. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { FOLLOW_UP_STATUSES, SATISFACTIONS, type FollowUp } from '@shared/follow-up/schema';
import { departmentName } from '../../data/directory';
import type { ReadState } from '../../data/live';
import { today, useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { chosenPeriod, PeriodFilter } from '../../ui/period-filter';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { useWordFilter } from '../../ui/use-word-filter';
import { CallSide } from './call-side';
import { callColumns } from './columns';
import { ListDialog } from './list-dialog';
import { exportCalls, printCalls } from './prints';
import { Tabs } from './tabs';
import { useFollowUps } from './use-follow-ups';
import { NO_FILTERS, useCallFilters } from './view-state';

const BASE = '/follow-up';
const NONE: readonly FollowUp[] = [];
const rowClass = ({ status }: FollowUp): string => (status === 'void' ? 'void' : '');

interface CallRegisterProps {
  /** A follow-up's id, or ''. */
  readonly record: string;
  /** An act on it, `list` without a record, or ''. */
  readonly act: string;
}

export function CallRegister({ record, act }: CallRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  const filters = useCallFilters();
  const minute = useMinute();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const day = today();
  const { from, to } = chosenPeriod(filters.period, day);
  const live = useFollowUps({ from, to }, day);
  const all = live.state === 'ready' ? live.value : NONE;
  const worded = useWordFilter(all, filters.words, 'tickets', { from, to });
  const { status, department, satisfaction, words } = filters;
  const matching = useMemo(
    () =>
      worded.filter(
        ({ body }) =>
          (!department || body.department === department) &&
          (!satisfaction || body.satisfaction === satisfaction),
      ),
    [worded, department, satisfaction],
  );
  const shown = useMemo(
    () => (status === 'all' ? matching : matching.filter((call) => call.status === status)),
    [matching, status],
  );
  const columns = useMemo(() => callColumns(minute), [minute]);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const filtered = words !== '' || department !== '' || satisfaction !== '' || status !== 'all';
  return (
    <RegisterPage
      title={t('followUp.title')}
      {...(atDesk ? { onNew: { label: t('followUp.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      onPrint={() => printCalls({ from, to }, shown, filters)}
      onExport={() => void exportCalls({ from, to }, shown)}
      actions={
        atDesk && (
          <button type="button" className="button" onClick={() => navigate(`${BASE}/list`)}>
            {t('followUp.makeList')}
          </button>
        )
      }
      filters={
        <>
          <Tabs current="calls" />
          <Filters all={all} matching={matching} today={day} />
        </>
      }
      table={
        <>
          <RegisterTable
            label={t('followUp.title')}
            columns={columns}
            rows={shown}
            selected={record}
            onSelect={open}
            rowKeys={{
              enter: (call) => {
                if (atDesk && call.status === 'planned') navigate(`${BASE}/${call.id}/call`);
              },
            }}
            rowClass={rowClass}
            empty={<Empty state={live.state} filtered={filtered} />}
            foot={
              <>
                {t('followUp.rows', {
                  count: shown.length,
                  open: shown.filter((call) => call.status === 'planned').length,
                })}
                {atDesk && record === '' && <span className="quiet">　{t('followUp.callKeys')}</span>}
              </>
            }
          />
          {record === '' && act === 'list' && <ListDialog onClose={() => open(null)} />}
        </>
      }
      side={
        record === '' ? null : (
          <CallSide
            id={record}
            act={act}
            listed={all.find(({ id }) => id === record)}
            minute={minute}
            onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
            onBack={() => open(record)}
            onClose={() => open(null)}
          />
        )
      }
    />
  );
}

interface FiltersProps {
  /** The period's calls. */
  readonly all: readonly FollowUp[];
  /** Those that match everything but the state. */
  readonly matching: readonly FollowUp[];
  readonly today: string;
}

function Filters({ all, matching, today: day }: FiltersProps): ReactElement {
  const { period, status, department, satisfaction, words } = useCallFilters();
  const set = useCallFilters.setState;
  const departments = [...new Set([...all.map(({ body }) => body.department), department])]
    .filter((id) => id !== '')
    .sort();
  return (
    <>
      <PeriodFilter choice={period} today={day} onChange={(choice) => set({ period: choice })} />
      <Segmented
        label={t('followUp.field.status')}
        value={status}
        options={(['all', ...FOLLOW_UP_STATUSES] as const).map((value) => ({
          value,
          label: t(`followUp.status.${value}`),
          count: value === 'all' ? matching.length : matching.filter((one) => one.status === value).length,
        }))}
        onChange={(next) => set({ status: next })}
      />
      <ChoiceFilter
        label={t('followUp.field.department')}
        all={t('followUp.filterDepartment')}
        value={department}
        values={departments}
        text={departmentName}
        onChange={(next) => set({ department: next })}
      />
      <ChoiceFilter
        label={t('followUp.field.satisfaction')}
        all={t('followUp.filterSatisfaction')}
        value={satisfaction}
        values={SATISFACTIONS}
        text={(value) => t(`followUp.satisfaction.${value}`)}
        onChange={(next) => set({ satisfaction: next })}
      />
      <WordsFilter
        label={t('followUp.filterWords')}
        value={words}
        onChange={(next) => set({ words: next })}
      />
    </>
  );
}

function Empty({ state, filtered }: { readonly state: ReadState; readonly filtered: boolean }): ReactElement {
  return (
    <ListState state={state} title={t(filtered ? 'followUp.emptyFiltered' : 'followUp.emptyList')}>
      {filtered ? (
        <button
          type="button"
          className="button"
          onClick={() => useCallFilters.setState(({ period }) => ({ ...NO_FILTERS, period }))}
        >
          {t('followUp.clearFilters')}
        </button>
      ) : (
        <span>{t('followUp.emptyHint')}</span>
      )}
    </ListState>
  );
}
