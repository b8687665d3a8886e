/** 交接: one line a shift and desk, and beside it its log, a note, or the signing off. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { addDays } from '@shared/core/time';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { acknowledgeLog } from '@shared/shift-log/acknowledge';
import { readersOf, slotLogs, unreadIn, type LogRecord, type SlotLog } from '@shared/shift-log/reading';
import { parseSlot, slotAt, slotId } from '@shared/shift-log/slots';
import { staffName, useDirectory } from '../../../data/directory';
import { runCommand } from '../../../data/gateway';
import { range } from '../../../data/read';
import { today, useSession } from '../../../data/session';
import { ConfirmByPin } from '../../../ui/confirm-by-pin';
import { ChoiceFilter, WordsFilter } from '../../../ui/filters';
import { t } from '../../../ui/i18n';
import { chosenPeriod } from '../../../ui/period-filter';
import { RegisterPage } from '../../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../../ui/register-table';
import { StateFilters } from '../../../ui/state-filters';
import { ListState } from '../../../ui/states';
import { toast } from '../../../ui/toast';
import { useMinute } from '../../../ui/use-minute';
import { useWordFilter } from '../../../ui/use-word-filter';
import { slotColumns } from '../slot-columns';
import { Tabs } from '../tabs';
import { useKinds } from '../use-records';
import { useLogFilters, type LogFilters } from '../view-state';
import { LogPanel } from './log-panel';
import { NoteForm } from './note-form';
import { exportLogs, printLog } from './prints';
import { SignOffForm } from './sign-off-form';

const BASE = '/shift';
const KINDS: readonly LogRecord['kind'][] = ['note', 'shiftLog'];
/** Days back in which a log that nobody read is looked for whatever the period. */
export const UNREAD_DAYS = 7;
/** Words are looked for in whatever is listed, however old. */
const ALWAYS = { from: '2000-01-01', to: '9998-12-31' } as const;

const toDo = ({ notes }: SlotLog): number => notes.filter(({ status }) => status === 'open').length;

function columns(me: string): readonly RegisterColumn<SlotLog>[] {
  return [
    ...slotColumns<SlotLog>(),
    {
      key: 'leaver',
      title: t('shiftLog.column.leaver'),
      width: 'minmax(90px, 1fr)',
      render: ({ signOffs }) => signOffs.map(({ body }) => body.leaver.name).join(t('ui.listSeparator')),
      sort: ({ signOffs }) => signOffs[0]?.body.leaver.name ?? '',
    },
    {
      key: 'notes',
      title: t('shiftLog.column.notes'),
      width: '64px',
      align: 'right',
      render: ({ notes }) => notes.length,
      sort: ({ notes }) => notes.length,
    },
    {
      key: 'matters',
      title: t('shiftLog.column.matters'),
      width: '64px',
      align: 'right',
      render: (log) => toDo(log) + log.signOffs.reduce((sum, { body }) => sum + body.matters.length, 0),
      wideOnly: true,
    },
    {
      key: 'readers',
      title: t('shiftLog.column.readers'),
      width: 'minmax(110px, 1.4fr)',
      render: (log) =>
        readersOf(log)
          .map(({ staff }) => staffName(staff))
          .join(t('ui.listSeparator')),
      wideOnly: true,
    },
    {
      key: 'state',
      title: t('shiftLog.column.state'),
      width: '168px',
      render: (log) => <LogTags log={log} me={me} />,
      sort: (log) => unreadIn(log, me).length,
    },
  ];
}

export function LogTags({ log, me }: { readonly log: SlotLog; readonly me: string }): ReactElement {
  const unread = unreadIn(log, me).length;
  return (
    <>
      <span className="tag">{t(log.signOffs.length > 0 ? 'shiftLog.signed' : 'shiftLog.notSigned')}</span>
      {unread > 0 && <span className="tag overdue">{t('shiftLog.unreadCount', { count: unread })}</span>}
    </>
  );
}

export function LogRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const now = useMinute();
  const filters = useLogFilters();
  const set = useLogFilters.setState;
  const { settings, desks } = useDirectory();
  const here = useSession(({ desk }) => desk);
  const me = useSession(({ actor }) => actor?.id ?? '');
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(filters.period, today());
  const lookBack = addDays(today(), -UNREAD_DAYS);
  const wanted = parseSlot(record);
  const days = [period.from, lookBack, wanted?.day ?? period.from].sort();
  const span = { from: days[0] ?? period.from, to: period.to > today() ? period.to : today() };
  const { state, rows } = useKinds<LogRecord>('roster', KINDS, span, async () =>
    // What somebody still has to see to, however old.
    (await range('roster', 'status', ['open'], ['open'])).filter(({ kind }) => kind === 'note'),
  );
  const worded = useWordFilter(rows, filters.words, 'roster', ALWAYS);
  const order = useMemo(() => settings.shifts.map(({ id }) => id), [settings.shifts]);
  const current = slotAt(settings, here, now);
  const currentId = slotId(current);
  const all = useMemo(() => {
    const logs = slotLogs(rows, order);
    if (logs.some(({ id }) => id === currentId)) return logs;
    const { name, ...key } = current;
    return [{ ...key, id: currentId, shiftName: name, notes: [], signOffs: [] }, ...logs];
    // The slot's id says when it is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [rows, order, currentId]);
  const matching = useMemo(() => {
    const found = new Set(slotLogs(worded, order).map(({ id }) => id));
    return all.filter(
      ({ id, desk }) =>
        (filters.words.trim() === '' || found.has(id)) && (filters.desk === '' || desk === filters.desk),
    );
  }, [all, worded, order, filters.words, filters.desk]);
  const inSegment = (segment: LogFilters['segment']): readonly SlotLog[] =>
    matching.filter((log) => {
      if (segment === 'unread') return log.day >= lookBack && unreadIn(log, me).length > 0;
      if (segment === 'open') return toDo(log) > 0;
      return log.day >= period.from && log.day <= period.to;
    });
  const segments = (['unread', 'open', 'all'] as const).map((value) => ({
    value,
    label: t(`shiftLog.segment.${value}`),
    count: inSegment(value).length,
  }));
  const shown = inSegment(filters.segment);
  const tableColumns = useMemo(() => columns(me), [me]);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const log = all.find(({ id }) => id === record) ?? (wanted ? emptyLog(record) : undefined);

  function emptyLog(id: string): SlotLog | undefined {
    const key = parseSlot(id);
    const shift = settings.shifts.find((one) => one.id === key?.shift);
    return key && shift ? { ...key, id, shiftName: shift.name, notes: [], signOffs: [] } : undefined;
  }

  return (
    <RegisterPage
      title={t('shiftLog.title')}
      hint={<Tabs current="log" />}
      {...(atDesk
        ? {
            onNew: {
              label: t('shiftLog.newNote'),
              run: () => navigate(`${BASE}/${wanted && log ? record : currentId}/note`),
            },
          }
        : {})}
      {...(log ? { onPrint: () => printLog(log) } : {})}
      onExport={() => void exportLogs(shown, period)}
      actions={
        atDesk && (
          <button type="button" className="button" onClick={() => navigate(`${BASE}/${currentId}/signOff`)}>
            {t('shiftLog.signOff')}
          </button>
        )
      }
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
            values={desks.map(({ body }) => body.code)}
            text={(desk) => t('shiftLog.deskName', { desk })}
            onChange={(desk) => set({ desk })}
          />
          <WordsFilter
            label={t('shiftLog.filterWords')}
            value={filters.words}
            onChange={(words) => set({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('shiftLog.tab.log')}
          columns={tableColumns}
          rows={shown}
          selected={record}
          onSelect={open}
          empty={
            <ListState state={state} title={t('shiftLog.empty')}>
              {atDesk && t('shiftLog.emptyHint')}
            </ListState>
          }
          foot={t('shiftLog.rows', { count: shown.length })}
        />
      }
      side={
        !log || record === '' ? null : act === 'note' || act.startsWith('add:') ? (
          <NoteForm
            key={`${record} ${act}`}
            log={log}
            adds={log.notes.find(({ id }) => act === `add:${id}`) ?? null}
            onSaved={() => open(record)}
            onClose={() => open(record)}
          />
        ) : act === 'signOff' ? (
          <SignOffForm
            signedOff={all.filter(({ signOffs }) => signOffs.some(({ by }) => by === me)).map(({ id }) => id)}
            onDone={open}
            onClose={() => open(record)}
          />
        ) : (
          <>
            <LogPanel
              log={log}
              onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
              onClose={() => open(null)}
            />
            {act === 'read' && (
              <ConfirmByPin
                title={t('shiftLog.acknowledgeTitle')}
                text={t('shiftLog.acknowledgeText')}
                submitLabel={t('shiftLog.acknowledge')}
                run={(witness) =>
                  runCommand(
                    acknowledgeLog,
                    {
                      slot: { desk: log.desk, day: log.day, shift: log.shift },
                      reader: witness.staff,
                    },
                    { witnesses: [witness] },
                  )
                }
                onDone={({ name }) => {
                  toast(t('shiftLog.acknowledged', { name }));
                  open(record);
                }}
                onClose={() => open(record)}
              />
            )}
          </>
        )
      }
    />
  );
}
