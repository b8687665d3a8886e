/** Calls that are due today, and near the month's end for leads which department is behind its plan (DOMAIN §3.7). */
import { addDays, civil } from '@shared/core/time';
import { hasRole } from '@shared/core/roles';
import { countsOf, figuresOf } from '@shared/follow-up/figures';
import { isFollowUp, type FollowUp } from '@shared/follow-up/schema';
import { departmentName, staffName } from '../../data/directory';
import { dueTickets } from '../../data/due-tickets';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { dueLevel, untilText } from '../../ui/service/due-badge';
import { countedIn, plansOf } from './use-follow-ups';

/** Days before the month's end from which a plan that is behind is told. */
const NEAR_END_DAYS = 7;

export default async function followUpToday(context: TodayContext): Promise<readonly TodayItem[]> {
  const due = await dueTickets();
  const me = useSession.getState().actor?.id ?? '';
  const calls = due
    .filter(isFollowUp)
    .filter(({ status, dueAt }) => status === 'planned' && civil(dueAt).slice(0, 10) <= context.day)
    .map((call) => lineOf(call, me, context));
  return [...calls, ...(await behind(context))];
}

function lineOf(call: FollowUp, me: string, { now, settings }: TodayContext): TodayItem {
  const { id, key, dueAt, body } = call;
  const said = { no: body.no ?? '', summary: body.summary };
  return {
    id: `followUp:${id}`,
    level: dueLevel(dueAt, now, settings.amberMinutes),
    title: t('followUp.todayCall', { name: body.customer.name }),
    detail:
      key === me
        ? t('followUp.todayDetail', said)
        : t('followUp.todayDetailOf', { ...said, responsible: staffName(key) }),
    until: untilText(dueAt, now),
    dueAt,
    mine: key === me,
    action: { label: t('followUp.call'), path: `/follow-up/${id}/call` },
  };
}

async function behind({ day, roles, now }: TodayContext): Promise<readonly TodayItem[]> {
  const month = day.slice(0, 7);
  if (!hasRole(roles, ['lead', 'manager']) || addDays(day, NEAR_END_DAYS).slice(0, 7) === month) return [];
  const plans = await plansOf(month.slice(0, 4));
  if (plans.length === 0) return [];
  return figuresOf(await countedIn([month]), plans, [month])
    .map(countsOf)
    .filter(({ department, planned, done }) => department !== '' && done < planned)
    .map(({ department, planned, done }) => ({
      id: `followUpPlan:${department}`,
      level: 'due',
      title: t('followUp.todayPlan', { department: departmentName(department) }),
      detail: t('followUp.todayPlanDetail', { planned, done }),
      until: '',
      dueAt: now,
      action: { label: t('followUp.todayLook'), path: '/follow-up/figures' },
    }));
}
