/** What the roster puts on Today: next week's by Friday, next month's by month end, and what a published one lacks. */
import { hasRole } from '@shared/core/roles';
import { addDays, instantOf } from '@shared/core/time';
import { unpublished, reminders } from '@shared/roster/reminders';
import { isPublished, rosterOf } from '@shared/roster/roster';
import { PLANNERS } from '@shared/roster/set-plans';
import { gapsOn } from '@shared/roster/warnings';
import { shiftName } from '@shared/roster/words';
import { attendanceItems } from './today-attendance';
import { requestItems } from './today-requests';
import { useDirectory } from '../../data/directory';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { loadRoster } from './use-roster';

/** Days ahead in which a gap of the published roster is told. */
const GAP_DAYS = 2;

export default async function rosterToday(context: TodayContext): Promise<readonly TodayItem[]> {
  return [
    ...aloneItem(context),
    ...(await attendanceItems(context)),
    ...(await requestItems(context)),
    ...(await plannerItems(context)),
  ];
}

/** A club just set up has nobody but its administrator: nobody else can sign in. */
function aloneItem({ roles, day }: TodayContext): readonly TodayItem[] {
  if (!hasRole(roles, ['admin']) || useDirectory.getState().staff.length > 1) return [];
  return [
    {
      id: 'roster:alone',
      level: 'due',
      title: t('roster.todayAlone'),
      detail: t('roster.todayAloneDetail'),
      until: '',
      dueAt: instantOf(`${day}T00:00`),
      action: { label: t('roster.doAddStaff'), path: '/settings/staff' },
    },
  ];
}

async function plannerItems(context: TodayContext): Promise<readonly TodayItem[]> {
  const { day, roles } = context;
  if (!hasRole(roles, PLANNERS)) return [];
  const all = reminders(day);
  const last = all.reduce((end, { span }) => (span.to > end ? span.to : end), addDays(day, GAP_DAYS));
  const roster = rosterOf([...(await loadRoster(day, last)).values()]);
  const late = all.flatMap((reminder): readonly TodayItem[] => {
    if (unpublished(roster, reminder.span).length === 0) return [];
    const { key, span, level, due } = reminder;
    return [
      {
        id: `roster:${key}`,
        level,
        title: t(`roster.reminder.${key}`),
        detail: t('roster.todayDetail', { ...span }),
        until: due.slice(5),
        dueAt: instantOf(`${due}T18:00`),
        action: { label: t('roster.doPlan'), path: `/roster/${span.from}` },
      },
    ];
  });
  return [...late, ...gapItems(roster, context)];
}

function gapItems(
  roster: ReturnType<typeof rosterOf>,
  { day, settings }: TodayContext,
): readonly TodayItem[] {
  return Array.from({ length: GAP_DAYS + 1 }, (_, at) => addDays(day, at))
    .filter((one) => isPublished(roster, one))
    .flatMap((one) => gapsOn(roster, one, settings))
    .map((gap) => {
      const from = settings.shifts.find(({ id }) => id === gap.shift)?.from ?? '08:00';
      return {
        id: `roster:gap:${gap.day}:${gap.shift}`,
        level: gap.day === day ? ('overdue' as const) : ('due' as const),
        title: t('roster.todayGap', {
          day: gap.day.slice(5),
          shift: shiftName(settings.shifts, gap.shift),
          missing: gap.least - gap.have,
        }),
        detail: t('roster.todayGapDetail', { have: gap.have, least: gap.least }),
        until: gap.day.slice(5),
        dueAt: instantOf(`${gap.day}T${from}`),
        action: { label: t('roster.doPlan'), path: `/roster/${gap.day}` },
      };
    });
}
