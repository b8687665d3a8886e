/** 来访登记: the period's visits, and beside them the selected record or a form. */
import { useEffect, useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { Visit } from '@shared/visits/schema';
import { useDirectory } from '../../data/directory';
import type { ReadState } from '../../data/live';
import { today, useSession } from '../../data/session';
import { seesAll } from '../../data/sight';
import { useFlags } from '../../ui/customer-flags';
import { isNowhere } from '../../ui/focus';
import { t } from '../../ui/i18n';
import { chosenPeriod } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { useWordFilter } from '../../ui/use-word-filter';
import { visitColumns } from './columns';
import { exportVisits } from './export';
import { Filters } from './filters';
import { printRegister } from './print';
import { signOutNow } from './sign-out-row';
import { Sweep } from './sweep';
import { useVisits } from './use-visits';
import { NO_FILTERS, useVisitFilters } from './view-state';
import { VisitSide } from './visit-side';

const NO_VISITS: readonly Visit[] = [];

interface VisitRegisterProps {
  /** A visit's id, `new`, `sweep`, or ''. */
  readonly record: string;
  /** An act on that visit, or ''. */
  readonly act: string;
}

const rowClass = ({ status }: Visit): string => (status === 'void' ? 'void' : '');
const rowKeys = { s: (visit: Visit) => void signOutNow(visit) };

/** When a form beside the list is gone, the keyboard is on the list again, where S and the arrows work. */
function useFocusOnRows(record: string, act: string): void {
  useEffect(() => {
    if (record !== 'new' && act === '' && isNowhere())
      document.querySelector<HTMLElement>('[data-register-rows]')?.focus();
  }, [record, act]);
}

export function VisitRegister({ record, act }: VisitRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  useFocusOnRows(record, act);
  const filters = useVisitFilters();
  const minute = useMinute();
  const flags = useFlags();
  const cutOffHour = useDirectory(({ settings }) => settings.cutOffHour);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const day = today();
  const { from, to } = chosenPeriod(filters.period, day);
  const live = useVisits({ from, to });
  const all = live.state === 'ready' ? live.value : NO_VISITS;

  const worded = useWordFilter(all, filters.words, 'visits', { from, to });
  const { purpose, department, status } = filters;
  const matching = useMemo(
    () =>
      purpose === '' && department === ''
        ? worded
        : worded.filter(
            ({ body }) =>
              (!purpose || body.purpose === purpose) && (!department || body.department === department),
          ),
    [worded, purpose, department],
  );
  const shown = useMemo(
    () => (status === 'all' ? matching : matching.filter((visit) => visit.status === status)),
    [matching, status],
  );

  const hasSide = record !== '' && record !== 'sweep';
  const manyDays = from !== to;
  const columns = useMemo(
    () => visitColumns({ manyDays, minute, flags, cutOffHour }),
    [manyDays, minute, flags, cutOffHour],
  );

  const open = (id: string | null): void => navigate(id ? `/visits/${id}` : '/visits', { replace: true });
  const begin = (): void => {
    if (record !== 'new') navigate('/visits/new');
  };
  const people = shown.reduce((sum, visit) => sum + (visit.status === 'void' ? 0 : visit.body.people), 0);
  const filtered = filters.words !== '' || purpose !== '' || department !== '' || status !== 'all';

  return (
    <>
      <RegisterPage
        title={t('visits.title')}
        {...(atDesk ? { onNew: { label: t('visits.new'), run: begin } } : {})}
        onPrint={() => printRegister({ from, to }, shown, filters)}
        onExport={() => void exportVisits({ from, to }, shown)}
        actions={
          seesAll('visits') && (
            <a className="button" href="#/visits/on-site">
              {t('visits.onSiteTitle')}
            </a>
          )
        }
        filters={<Filters visits={matching} today={day} />}
        table={
          <RegisterTable
            label={t('visits.title')}
            columns={columns}
            rows={shown}
            selected={record}
            onSelect={open}
            rowKeys={atDesk ? rowKeys : {}}
            rowClass={rowClass}
            empty={<Empty state={live.state} filtered={filtered} isToday={!manyDays && to === day} />}
            foot={
              <>
                {t('visits.rows', { visits: shown.length, people })}
                <span className="spacer" />
                {atDesk && t('visits.keysHint')}
              </>
            }
          />
        }
        side={
          hasSide ? (
            <VisitSide
              id={record}
              act={act}
              listed={all.find(({ id }) => id === record)}
              minute={minute}
              onOpen={open}
              onAct={(next) => navigate(`/visits/${record}/${next}`)}
              onClose={() => open(null)}
            />
          ) : null
        }
      />
      {record === 'sweep' && <Sweep onClose={() => navigate('/visits')} />}
    </>
  );
}

interface EmptyProps {
  readonly state: ReadState;
  readonly filtered: boolean;
  readonly isToday: boolean;
}

function Empty({ state, filtered, isToday }: EmptyProps): ReactElement {
  if (!filtered && isToday)
    return (
      <ListState state={state} title={t('visits.emptyToday')}>
        <span>{t('visits.emptyHint')}</span>
      </ListState>
    );
  return (
    <ListState state={state} title={t('visits.emptyFiltered')}>
      {filtered && (
        <button
          type="button"
          className="button"
          onClick={() => useVisitFilters.setState(({ period }) => ({ ...NO_FILTERS, period }))}
        >
          {t('visits.clearFilters')}
        </button>
      )}
    </ListState>
  );
}
