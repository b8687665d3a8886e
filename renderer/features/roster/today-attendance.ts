/** Attendance on Today: my shift that I have not signed in to; for lead and HR whoever is missing, and what is to decide. */
import { hasRole } from '@shared/core/roles';
import { clock, minutesBetween } from '@shared/core/time';
import { attendanceRecords, dayAttendance } from '@shared/roster/attendance';
import { rosterOf, shiftSpan } from '@shared/roster/roster';
import { isDuty, isExplanation } from '@shared/roster/schema';
import { PLANNERS } from '@shared/roster/set-plans';
import { shiftName } from '@shared/roster/words';
import { staffName } from '../../data/directory';
import { range } from '../../data/read';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { PUNCH_AHEAD } from '@shared/roster/punch';
import { loadAttendance } from './use-attendance';

export async function attendanceItems(context: TodayContext): Promise<readonly TodayItem[]> {
  const me = useSession.getState().actor?.id ?? '';
  const { roles, day, now, settings } = context;
  const docs = [...(await loadAttendance(day, day)).values()];
  const roster = rosterOf(docs);
  const records = attendanceRecords(docs);
  const leads = hasRole(roles, PLANNERS);
  const staff = [
    ...new Set(
      docs
        .filter(isDuty)
        .filter((duty) => duty.day === day)
        .map(({ key }) => key),
    ),
  ];
  const open = staff
    .filter((id) => id === me || leads)
    .flatMap((id) => dayAttendance(roster, records, { day, staff: id }, settings, now))
    .filter(
      (of) =>
        of.in === '' &&
        of.out === '' &&
        !of.symbols.includes('leave') &&
        !records.marks.some(
          (mark) => mark.key === of.staff && mark.body.shift === of.shift && mark.body.mark !== '',
        ),
    );
  const items = open.flatMap((of): readonly TodayItem[] => {
    const shift = settings.shifts.find(({ id }) => id === of.shift);
    if (!shift) return [];
    const { from } = shiftSpan(shift, day);
    const since = minutesBetween(from, now);
    if (of.staff === me && since >= -PUNCH_AHEAD)
      return [
        {
          id: `attendance:mine:${of.shift}`,
          level: since > settings.lateGraceMinutes ? 'overdue' : since >= 0 ? 'due' : 'open',
          title: t('roster.attendance.today', { shift: shift.name }),
          detail: t('roster.attendance.todayDetail', { from: shift.from }),
          until: clock(from),
          dueAt: from,
          action: { label: t('roster.attendance.doSign'), path: '/roster/attendance' },
        },
      ];
    if (of.staff === me || since <= settings.lateGraceMinutes) return [];
    return [
      {
        id: `attendance:absent:${of.shift}:${of.staff}`,
        level: since > settings.absentAfterMinutes ? 'overdue' : 'due',
        title: t('roster.attendance.todayAbsent', { name: staffName(of.staff), shift: shift.name }),
        detail: t('roster.attendance.todayAbsentDetail', { from: shift.from, minutes: since }),
        until: clock(from),
        dueAt: from,
        action: { label: t('roster.attendance.doSee'), path: '/roster/attendance' },
      },
    ];
  });
  return [...items, ...(leads ? await explanationItems(me, context) : [])];
}

async function explanationItems(me: string, { settings }: TodayContext): Promise<readonly TodayItem[]> {
  const asked = (await range('roster', 'status', ['asked'], ['asked'])).filter(isExplanation);
  return asked
    .filter(({ key }) => key !== me)
    .map(({ id, body, day, dueAt }) => ({
      id,
      level: 'due' as const,
      title: t('roster.attendance.todayExplain', { name: body.name }),
      detail: t('roster.attendance.todayExplainDetail', {
        day,
        shift: shiftName(settings.shifts, body.shift),
      }),
      until: day.slice(5),
      dueAt,
      action: { label: t('roster.attendance.doDecide'), path: `/roster/attendance/${day}` },
    }));
}
