/** 来电 / 在线受理: the period's enquiries, and beside them the selected record or its correction. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { Enquiry } from '@shared/enquiries/schema';
import type { ReadState } from '../../data/live';
import { today, useSession } from '../../data/session';
import { useFlags } from '../../ui/customer-flags';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { chosenPeriod } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { useWordFilter } from '../../ui/use-word-filter';
import { enquiryColumns } from './columns';
import { EnquirySide } from './enquiry-side';
import { Filters } from './filters';
import { exportEnquiries, printOnlineRegister, printPhoneRegister } from './prints';
import { useEnquiries } from './use-enquiries';
import { NO_FILTERS, useEnquiryFilters } from './view-state';

const NONE: readonly Enquiry[] = [];

interface EnquiryRegisterProps {
  /** An enquiry's id, or ''. */
  readonly record: string;
  /** An act on it, or ''. */
  readonly act: string;
}

const rowClass = ({ status }: Enquiry): string => (status === 'void' ? 'void' : '');

export function EnquiryRegister({ record, act }: EnquiryRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  const filters = useEnquiryFilters();
  const minute = useMinute();
  const flags = useFlags();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const day = today();
  const { from, to } = chosenPeriod(filters.period, day);
  const live = useEnquiries({ from, to });
  const all = live.state === 'ready' ? live.value : NONE;
  const worded = useWordFilter(all, filters.words, 'tickets', { from, to });
  const { status, channel, category, responsible } = filters;
  const matching = useMemo(
    () =>
      worded.filter(
        ({ key, body }) =>
          (!channel || body.channel === channel) &&
          (!category || body.category === category) &&
          (!responsible || key === responsible),
      ),
    [worded, channel, category, responsible],
  );
  const shown = useMemo(
    () => (status === 'all' ? matching : matching.filter((enquiry) => enquiry.status === status)),
    [matching, status],
  );
  const manyDays = from !== to;
  const columns = useMemo(() => enquiryColumns({ manyDays, minute, flags }), [manyDays, minute, flags]);
  const open = (id: string | null): void =>
    navigate(id ? `/enquiries/${id}` : '/enquiries', { replace: true });
  const filtered =
    filters.words !== '' || channel !== '' || category !== '' || responsible !== '' || status !== 'all';
  const online = channel !== '' && channel !== 'phone';
  return (
    <RegisterPage
      title={t('enquiries.title')}
      {...(atDesk ? { onNew: { label: t('enquiries.new'), run: () => navigate('/enquiries/new') } } : {})}
      onPrint={() =>
        online
          ? printOnlineRegister({ from, to }, shown, filters)
          : printPhoneRegister({ from, to }, shown, filters)
      }
      onExport={() => void exportEnquiries({ from, to }, shown)}
      actions={
        online ? null : (
          <button
            type="button"
            className="button"
            onClick={() => printOnlineRegister({ from, to }, shown, filters)}
          >
            <Icon name="print" />
            {t('enquiries.printOnline')}
          </button>
        )
      }
      filters={<Filters all={all} matching={matching} today={day} />}
      table={
        <RegisterTable
          label={t('enquiries.title')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={<Empty state={live.state} filtered={filtered} isToday={!manyDays && to === day} />}
          foot={t('enquiries.rows', {
            count: shown.length,
            open: shown.filter((enquiry) => enquiry.status === 'open').length,
          })}
        />
      }
      side={
        record === '' ? null : (
          <EnquirySide
            id={record}
            act={act}
            listed={all.find(({ id }) => id === record)}
            minute={minute}
            onAct={(next) => navigate(`/enquiries/${record}/${next}`)}
            onBack={() => open(record)}
            onClose={() => open(null)}
          />
        )
      }
    />
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
      <ListState state={state} title={t('enquiries.emptyToday')}>
        <span>{t('enquiries.emptyHint')}</span>
      </ListState>
    );
  return (
    <ListState state={state} title={t('enquiries.emptyFiltered')}>
      {filtered && (
        <button
          type="button"
          className="button"
          onClick={() => useEnquiryFilters.setState(({ period }) => ({ ...NO_FILTERS, period }))}
        >
          {t('enquiries.clearFilters')}
        </button>
      )}
    </ListState>
  );
}
