/** 交办任务: what superiors set, and beside the list one task or the form. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import { SETTER_ROLES } from '@shared/tasks/give';
import { isTicking } from '@shared/tasks/machine';
import type { Task } from '@shared/tasks/schema';
import { staffName } from '../../../data/directory';
import { range } from '../../../data/read';
import { today, useSession } from '../../../data/session';
import { ChoiceFilter, WordsFilter } from '../../../ui/filters';
import { t } from '../../../ui/i18n';
import { chosenPeriod } from '../../../ui/period-filter';
import { RegisterPage } from '../../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../../ui/register-table';
import { StateFilters } from '../../../ui/state-filters';
import { ListState, NoRecord } from '../../../ui/states';
import { dayTime } from '../../../ui/typed';
import { useMinute } from '../../../ui/use-minute';
import { useWordFilter } from '../../../ui/use-word-filter';
import { Tabs } from '../tabs';
import { useDeskStaff, useKinds } from '../use-records';
import { useTaskFilters, type TaskFilters } from '../view-state';
import { exportTasks, printTasks } from './prints';
import { TaskForm } from './task-form';
import { TaskPanel } from './task-panel';

const BASE = '/shift/tasks';
const KINDS: readonly Task['kind'][] = ['task'];
const OPEN = ['given', 'accepted', 'done'] as const;
/** Words are looked for in whatever is listed, however old. */
const ALWAYS = { from: '2000-01-01', to: '9998-12-31' } as const;

const isOpen = ({ status }: Task): boolean => status !== 'confirmed' && status !== 'withdrawn';
export const isLate = ({ status, body }: Task, now: string): boolean =>
  isTicking(status) && body.deadline <= now;
/** Who is responsible, or the shift whose task nobody has taken. */
export const responsibleOf = ({ key, body }: Task): string => (key === '' ? body.shiftName : staffName(key));

export function TaskTags({ task, now }: { readonly task: Task; readonly now: string }): ReactElement {
  return (
    <>
      <span className="tag">{t(`shiftLog.task.status.${task.status}`)}</span>
      {isLate(task, now) && <span className="tag overdue">{t('shiftLog.task.overdue')}</span>}
    </>
  );
}

function columns(now: string): readonly RegisterColumn<Task>[] {
  return [
    {
      key: 'no',
      title: t('shiftLog.column.no'),
      width: '168px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'title',
      title: t('shiftLog.column.title'),
      width: 'minmax(120px, 2fr)',
      render: ({ body }) => body.title,
      sort: ({ body }) => body.title,
    },
    {
      key: 'responsible',
      title: t('shiftLog.column.responsible'),
      width: '84px',
      render: responsibleOf,
      sort: responsibleOf,
    },
    {
      key: 'setter',
      title: t('shiftLog.column.setter'),
      width: '84px',
      render: ({ body }) => staffName(body.setter),
      sort: ({ body }) => staffName(body.setter),
      wideOnly: true,
    },
    {
      key: 'due',
      title: t('shiftLog.column.due'),
      width: '104px',
      render: ({ body }) => dayTime(body.deadline),
      sort: ({ body }) => body.deadline,
    },
    {
      key: 'priority',
      title: t('shiftLog.column.priority'),
      width: '64px',
      render: ({ body }) => t(`shiftLog.task.priority.${body.priority}`),
      sort: ({ body }) => ['urgent', 'normal', 'low'].indexOf(body.priority),
      wideOnly: true,
    },
    {
      key: 'state',
      title: t('shiftLog.column.state'),
      width: '124px',
      render: (task) => <TaskTags task={task} now={now} />,
      sort: ({ status }) => status,
    },
  ];
}

export function TaskRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const now = useMinute();
  const filters = useTaskFilters();
  const set = useTaskFilters.setState;
  const me = useSession(({ actor }) => actor?.id ?? '');
  const maySet = useSession(({ actor }) => hasRole(actor?.roles ?? [], SETTER_ROLES));
  const staff = useDeskStaff();
  const period = chosenPeriod(filters.period, today());
  const { state, rows } = useKinds<Task>('tickets', KINDS, period, async () =>
    (await Promise.all(OPEN.map((status) => range('tickets', 'status', [status], [status])))).flat(),
  );
  const worded = useWordFilter(rows, filters.words, 'tickets', ALWAYS);
  const matching = useMemo(
    () => worded.filter(({ key }) => filters.person === '' || key === filters.person),
    [worded, filters.person],
  );
  const inSegment = (segment: TaskFilters['segment']): readonly Task[] =>
    matching.filter((task) => {
      if (segment === 'mine') return isOpen(task) && (task.key === me || task.body.setter === me);
      if (segment === 'open') return isOpen(task);
      if (segment === 'overdue') return isLate(task, now);
      return task.day >= period.from && task.day <= period.to;
    });
  const segments = (['mine', 'open', 'overdue', 'all'] as const).map((value) => ({
    value,
    label: t(`shiftLog.task.segment.${value}`),
    count: inSegment(value).length,
  }));
  const shown = inSegment(filters.segment);
  const tableColumns = useMemo(() => columns(now), [now]);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const task = rows.find(({ id }) => id === record);
  return (
    <RegisterPage
      title={t('shiftLog.title')}
      hint={<Tabs current="tasks" />}
      {...(maySet ? { onNew: { label: t('shiftLog.task.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      onPrint={() => printTasks(shown, period)}
      onExport={() => void exportTasks(shown, period)}
      filters={
        <>
          <StateFilters
            label={t('shiftLog.column.state')}
            segments={segments}
            chosen={filters}
            onChange={set}
          />
          <ChoiceFilter
            label={t('shiftLog.column.responsible')}
            all={t('shiftLog.task.filterPerson')}
            value={filters.person}
            values={staff.map(({ id }) => id)}
            text={staffName}
            onChange={(person) => set({ person })}
          />
          <WordsFilter
            label={t('shiftLog.task.filterWords')}
            value={filters.words}
            onChange={(words) => set({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('shiftLog.tab.tasks')}
          columns={tableColumns}
          rows={shown}
          selected={record}
          onSelect={open}
          empty={
            <ListState state={state} title={t('shiftLog.task.empty')}>
              {t('shiftLog.task.emptyHint')}
            </ListState>
          }
          foot={t('shiftLog.task.rows', {
            count: shown.length,
            overdue: shown.filter((one) => isLate(one, now)).length,
          })}
        />
      }
      side={
        record === '' ? null : record === 'new' ? (
          maySet ? (
            <TaskForm onSaved={open} onClose={() => open(null)} />
          ) : null
        ) : task ? (
          <TaskPanel
            key={task.id}
            task={task}
            act={act}
            onAct={(next) => navigate(next === '' ? `${BASE}/${record}` : `${BASE}/${record}/${next}`)}
            onClose={() => open(null)}
          />
        ) : (
          <NoRecord state={state} />
        )
      }
    />
  );
}
