/** 检查表: the opening and closing lists of the shifts, signed or missing, and beside them one of them or its form. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { CHECKLIST_TYPES, type Checklist } from '@shared/checklists/schema';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { slotAt, slotBefore } from '@shared/shift-log/slots';
import { checklistId } from '@shared/checklists/rules';
import { useDirectory } from '../../../data/directory';
import { today, useSession } from '../../../data/session';
import { ChoiceFilter } from '../../../ui/filters';
import { t } from '../../../ui/i18n';
import { chosenPeriod } from '../../../ui/period-filter';
import { RegisterPage } from '../../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../../ui/register-table';
import { StateFilters } from '../../../ui/state-filters';
import { ListState, NoRecord } from '../../../ui/states';
import { toast } from '../../../ui/toast';
import { dayTime } from '../../../ui/typed';
import { useMinute } from '../../../ui/use-minute';
import { slotColumns } from '../slot-columns';
import { Tabs } from '../tabs';
import { useKinds } from '../use-records';
import { useListFilters, type ListFilters } from '../view-state';
import { ListForm } from './list-form';
import { ListPanel } from './list-panel';
import { listRows, type ListRow } from './list-rows';
import { exportChecklists, printBlank, printChecklist } from './prints';

const BASE = '/shift/lists';
const KINDS: readonly Checklist['kind'][] = ['checklist'];

const faultsOf = ({ signed }: ListRow): number => signed?.body.items.filter(({ ok }) => !ok).length ?? 0;

export function ListTags({ row }: { readonly row: ListRow }): ReactElement {
  if (!row.signed)
    return (
      <span className={row.red ? 'tag overdue' : 'tag due'}>
        {t(row.red ? 'shiftLog.list.state.missed' : 'shiftLog.list.state.missing')}
      </span>
    );
  return (
    <span className={row.signed.body.late ? 'tag due' : 'tag'}>
      {t(row.signed.body.late ? 'shiftLog.list.state.late' : 'shiftLog.list.state.signed')}
    </span>
  );
}

function columns(): readonly RegisterColumn<ListRow>[] {
  return [
    ...slotColumns<ListRow>(),
    {
      key: 'type',
      title: t('shiftLog.column.type'),
      width: 'minmax(110px, 1fr)',
      render: ({ type }) => t(`shiftLog.list.type.${type}`),
      sort: ({ type }) => type,
    },
    {
      key: 'signer',
      title: t('shiftLog.column.signer'),
      width: '90px',
      render: ({ signed }) => signed?.body.signer.name ?? '',
      sort: ({ signed }) => signed?.body.signer.name ?? '',
      wideOnly: true,
    },
    {
      key: 'time',
      title: t('shiftLog.column.time'),
      width: '110px',
      render: ({ signed }) => (signed ? dayTime(signed.at) : ''),
      sort: ({ signed }) => signed?.at ?? '',
      wideOnly: true,
    },
    {
      key: 'faults',
      title: t('shiftLog.column.faults'),
      width: '96px',
      render: (row) => (faultsOf(row) > 0 ? t('shiftLog.list.faults', { count: faultsOf(row) }) : ''),
      sort: faultsOf,
    },
    {
      key: 'state',
      title: t('shiftLog.column.state'),
      width: '80px',
      render: (row) => <ListTags row={row} />,
      sort: ({ signed, red }) => (signed ? (signed.body.late ? 2 : 3) : red ? 0 : 1),
    },
  ];
}

export function ListRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const now = useMinute();
  const filters = useListFilters();
  const set = useListFilters.setState;
  const { settings, desks } = useDirectory();
  const here = useSession(({ desk }) => desk);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(filters.period, today());
  // The day of the list that is open beside, and yesterday's last shift, are there whatever the period.
  const current = slotAt(settings, here, now);
  const before = slotBefore(settings, current);
  const days = [period.from, before.day, /:(\d{4}-\d{2}-\d{2}):/.exec(record)?.[1] ?? period.from].sort();
  const span = { from: days[0] ?? period.from, to: period.to > today() ? period.to : today() };
  const { state, rows: signed } = useKinds<Checklist>('roster', KINDS, span);
  const codes = useMemo(
    () => desks.filter(({ status }) => status === 'active').map(({ body }) => body.code),
    [desks],
  );
  const all = useMemo(
    () => listRows(signed, codes, here, span, now, settings),
    // The span's days decide.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [signed, codes, here, span.from, span.to, now, settings],
  );
  const inSegment = (segment: ListFilters['segment']): readonly ListRow[] =>
    all.filter((row) => {
      if (row.day < period.from || row.day > period.to) return false;
      if (filters.desk !== '' && row.desk !== filters.desk) return false;
      if (segment === 'missing') return row.signed === null;
      return segment === 'all' || faultsOf(row) > 0;
    });
  const segments = (['missing', 'faults', 'all'] as const).map((value) => ({
    value,
    label: t(`shiftLog.list.segment.${value}`),
    count: inSegment(value).length,
  }));
  const shown = inSegment(filters.segment);
  const tableColumns = useMemo(() => columns(), []);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const row = all.find(({ id }) => id === record);
  /** The list to fill now: of the running shift the first not signed. */
  const fillNext = (): void => {
    const next = CHECKLIST_TYPES.map((type) => checklistId(type, current)).find((id) =>
      all.some((one) => one.id === id && one.signed === null),
    );
    if (next) navigate(`${BASE}/${next}`);
    else toast(t('shiftLog.list.noneDue'));
  };
  return (
    <RegisterPage
      title={t('shiftLog.title')}
      hint={<Tabs current="lists" />}
      {...(atDesk ? { onNew: { label: t('shiftLog.list.new'), run: fillNext } } : {})}
      {...(row ? { onPrint: () => printChecklist(row) } : {})}
      onExport={() => void exportChecklists(shown, period)}
      actions={CHECKLIST_TYPES.map((type) => (
        <button key={type} type="button" className="button" onClick={() => printBlank(type)}>
          {t('shiftLog.list.blank')}（{t(`shiftLog.list.type.${type}`).slice(0, 2)}）
        </button>
      ))}
      filters={
        <>
          <StateFilters
            label={t('shiftLog.column.state')}
            segments={segments}
            chosen={filters}
            onChange={set}
          />
          <ChoiceFilter
            label={t('shiftLog.column.desk')}
            all={t('shiftLog.filterDesk')}
            value={filters.desk}
            values={codes}
            text={(desk) => t('shiftLog.deskName', { desk })}
            onChange={(desk) => set({ desk })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('shiftLog.tab.lists')}
          columns={tableColumns}
          rows={shown}
          selected={record}
          onSelect={open}
          empty={
            <ListState state={state} title={t('shiftLog.list.empty')}>
              {atDesk && t('shiftLog.list.emptyHint')}
            </ListState>
          }
          foot={t('shiftLog.list.rows', {
            count: shown.length,
            missing: shown.filter(({ red }) => red).length,
          })}
        />
      }
      side={
        record === '' ? null : !row ? (
          <NoRecord state={state} />
        ) : row.signed ? (
          <ListPanel
            row={row}
            list={row.signed}
            adding={act === 'remark'}
            onAct={(next) => navigate(next === '' ? `${BASE}/${record}` : `${BASE}/${record}/${next}`)}
            onClose={() => open(null)}
          />
        ) : atDesk && row.slot && row.desk === here ? (
          <ListForm
            key={row.id}
            type={row.type}
            slot={row.slot}
            onSaved={() => open(row.id)}
            onClose={() => open(null)}
          />
        ) : (
          <section className="panel record">
            <div className="state">
              <strong>{t(row.red ? 'shiftLog.list.missedText' : 'shiftLog.list.notYet')}</strong>
            </div>
          </section>
        )
      }
    />
  );
}
