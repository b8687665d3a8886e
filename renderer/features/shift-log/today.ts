/** What the shift puts on Today: logs not read or not signed, notes and tasks to see to, memos, checklists missing. */
import { checklistId, missingOf, owesLists, redFrom } from '@shared/checklists/rules';
import type { Checklist } from '@shared/checklists/schema';
import { NEVER_DUE } from '@shared/core/envelope';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { addDays, civil, clock } from '@shared/core/time';
import type { Memo } from '@shared/memos/schema';
import { slotLogs, unreadIn, type LogRecord, type SlotLog } from '@shared/shift-log/reading';
import type { Note } from '@shared/shift-log/schema';
import { slotAt, slotBefore, slotId, type Slot } from '@shared/shift-log/slots';
import { isTicking } from '@shared/tasks/machine';
import type { Task } from '@shared/tasks/schema';
import { staffName, useDirectory } from '../../data/directory';
import { range } from '../../data/read';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { dueLevel } from '../../ui/service/due-badge';

/** Days back in which logs are to be read. */
const UNREAD_DAYS = 7;
/** Longest text in a line. */
const TEXT = 24;

const short = (text: string): string => {
  const letters = [...text.replace(/\s+/gu, ' ')];
  return letters.length > TEXT ? `${letters.slice(0, TEXT).join('')}…` : letters.join('');
};

/** The hour today, else the day. */
const until = (instant: string, day: string): string =>
  civil(instant).startsWith(day) ? clock(instant) : civil(instant).slice(5, 10);

const levelOf = (dueAt: string, { now, settings }: TodayContext): TodayItem['level'] =>
  dueLevel(dueAt, now, settings.amberMinutes);

export default async function shiftToday(context: TodayContext): Promise<readonly TodayItem[]> {
  const { actor } = useSession.getState();
  if (!actor) return [];
  const [tasks, memos] = await Promise.all([taskItems(actor.id, context), memoItems(actor.id, context)]);
  if (!hasRole(context.roles, DESK_ROLES)) return [...tasks, ...memos];
  const from = addDays(context.day, -UNREAD_DAYS);
  const [notes, logs, lists] = await Promise.all([
    range<Note>('roster', 'kind', ['note', from], ['note', context.day]),
    range<LogRecord>('roster', 'kind', ['shiftLog', from], ['shiftLog', context.day]),
    range<Checklist>('roster', 'kind', ['checklist', from], ['checklist', context.day]),
  ]);
  const slots = slotLogs(
    [...notes, ...logs],
    context.settings.shifts.map(({ id }) => id),
  );
  return [
    ...slots.flatMap((log) => unreadItem(log, actor.id, context)),
    ...unsignedItem(slots, context),
    ...noteItems(notes, actor.id, context),
    ...listItems(lists, context),
    ...tasks,
    ...memos,
  ];
}

function unreadItem(log: SlotLog, me: string, { day }: TodayContext): readonly TodayItem[] {
  const unread = unreadIn(log, me);
  const last = log.signOffs.at(-1);
  if (unread.length === 0 || !last) return [];
  return [
    {
      id: `shift:unread:${log.id}`,
      level: 'overdue',
      title: t('shiftLog.todayUnread', { day: log.day.slice(5), shift: log.shiftName, desk: log.desk }),
      detail: t('shiftLog.todayUnreadDetail', {
        name: log.signOffs.map(({ body }) => body.leaver.name).join(t('ui.listSeparator')),
        count: unread.length,
      }),
      until: until(last.at, day),
      dueAt: last.at,
      action: { label: t('shiftLog.doRead'), path: `/shift/${log.id}` },
    },
  ];
}

/** The shift before at this desk, when something was noted in it and nobody signed off. */
function unsignedItem(slots: readonly SlotLog[], { now, day, settings }: TodayContext): readonly TodayItem[] {
  const { desk } = useSession.getState();
  const before = slotBefore(settings, slotAt(settings, desk, now));
  const log = slots.find(({ id }) => id === slotId(before));
  if (!log || log.signOffs.length > 0 || before.to > now) return [];
  return [
    {
      id: `shift:unsigned:${log.id}`,
      level: 'overdue',
      title: t('shiftLog.todayUnsigned', { shift: log.shiftName, desk }),
      detail: t('shiftLog.todayUnsignedDetail', {
        day: log.day.slice(5),
        time: clock(before.to),
        count: log.notes.length,
      }),
      until: until(before.to, day),
      dueAt: before.to,
      action: { label: t('shiftLog.doSignOff'), path: `/shift/${log.id}/signOff` },
    },
  ];
}

function noteItems(notes: readonly Note[], me: string, context: TodayContext): readonly TodayItem[] {
  return notes
    .filter(({ status, body, by }) => status === 'open' && (body.to === me || (body.to === '' && by !== me)))
    .map((note): TodayItem => {
      const dueAt = note.dueAt === NEVER_DUE ? note.at : note.dueAt;
      const log = slotId({ desk: note.body.slotDesk, day: note.day, shift: note.body.shift });
      return {
        id: `shift:note:${note.id}`,
        level: note.dueAt === NEVER_DUE ? 'open' : levelOf(note.dueAt, context),
        title: t('shiftLog.todayNote', { text: short(note.body.text) }),
        detail: t('shiftLog.todayNoteDetail', {
          name: staffName(note.by),
          to: note.body.to === '' ? t('shiftLog.nextShift') : staffName(note.body.to),
        }),
        until: until(dueAt, context.day),
        dueAt,
        action: { label: t('shiftLog.doOpen'), path: `/shift/${log}` },
      };
    });
}

/** Lists of this desk's running shift and the one before. */
function listItems(lists: readonly Checklist[], context: TodayContext): readonly TodayItem[] {
  const { now, settings } = context;
  const { desk } = useSession.getState();
  const since = useDirectory.getState().desks.find(({ body }) => body.code === desk)?.at ?? now;
  const running = slotAt(settings, desk, now);
  return [slotBefore(settings, running), running]
    .filter((slot) => owesLists(slot, since))
    .flatMap((slot) =>
      missingOf(slot, lists, settings).flatMap((type) => listItem(type, slot, slot === running, context)),
    );
}

function listItem(
  type: Checklist['body']['type'],
  slot: Slot,
  isRunning: boolean,
  context: TodayContext,
): readonly TodayItem[] {
  const { now, day, settings } = context;
  if (now < slot.from || (isRunning && now >= slot.to)) return [];
  const dueAt = redFrom(type, slot, settings);
  const level = levelOf(dueAt, context);
  if (level === 'open') return [];
  return [
    {
      id: `shift:list:${type}:${slotId(slot)}`,
      level,
      title: t('shiftLog.todayList', { type: t(`shiftLog.list.type.${type}`), shift: slot.name }),
      detail: t('shiftLog.todayListDetail', { desk: slot.desk, time: clock(dueAt) }),
      until: until(dueAt, day),
      dueAt,
      action: { label: t('shiftLog.doFill'), path: `/shift/lists/${checklistId(type, slot)}` },
    },
  ];
}

async function taskItems(me: string, context: TodayContext): Promise<readonly TodayItem[]> {
  const found = await Promise.all(
    (['given', 'accepted', 'done'] as const).map((status) => range('tickets', 'status', [status], [status])),
  );
  const tasks = found.flat().filter((doc): doc is Task => doc.kind === 'task');
  const running = slotAt(context.settings, useSession.getState().desk, context.now).shift;
  return tasks.flatMap((task): readonly TodayItem[] => {
    const { id, status, key, body } = task;
    const isMine = key === me;
    const isForShift = key === '' && body.setter !== me && body.shift === running;
    const isSet = body.setter === me;
    const late = isTicking(status) && body.deadline <= context.now;
    const action = { label: t('shiftLog.doOpen'), path: `/shift/tasks/${id}` };
    const base = { id: `shift:task:${id}`, until: until(body.deadline, context.day), dueAt: body.deadline };
    if (status === 'done')
      return isSet
        ? [
            {
              ...base,
              level: 'due',
              title: t('shiftLog.todayConfirm', { title: body.title }),
              detail: t('shiftLog.todayConfirmDetail', { name: staffName(key), no: body.no ?? '' }),
              action,
            },
          ]
        : [];
    // Who set it hears of it when it is late.
    if (!isMine && !isForShift && !(isSet && late)) return [];
    return [
      {
        ...base,
        level: levelOf(body.deadline, context),
        title: t(isForShift ? 'shiftLog.todayTake' : 'shiftLog.todayTask', { title: body.title }),
        detail: t('shiftLog.todayTaskDetail', { name: staffName(body.setter), no: body.no ?? '' }),
        action,
      },
    ];
  });
}

async function memoItems(me: string, context: TodayContext): Promise<readonly TodayItem[]> {
  const due = await range('roster', 'due', ['0'], [context.now]);
  return due
    .filter((doc): doc is Memo => doc.kind === 'memo' && doc.key === me && doc.status === 'open')
    .map((memo): TodayItem => ({
      id: `shift:memo:${memo.id}`,
      level: 'overdue',
      title: t('shiftLog.todayMemo', { text: short(memo.body.text) }),
      detail: t('shiftLog.todayMemoDetail'),
      until: until(memo.dueAt, context.day),
      dueAt: memo.dueAt,
      action: { label: t('shiftLog.doOpen'), path: `/shift/memos/${memo.id}` },
    }));
}
