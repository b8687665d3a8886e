/** Swaps and leaves on Today: what I am to answer, what lead and HR are to decide, swaps that do not stand whole. */
import { hasRole } from '@shared/core/roles';
import { civil } from '@shared/core/time';
import { rosterOf } from '@shared/roster/roster';
import { isDuty, isLeave, isSwap, type Leave, type Swap } from '@shared/roster/schema';
import { PLANNERS } from '@shared/roster/set-plans';
import { isHalved } from '@shared/roster/swap';
import { shiftName } from '@shared/roster/words';
import { range } from '../../data/read';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

const levelOf = (dueAt: string, { now, settings }: TodayContext): TodayItem['level'] => {
  if (dueAt <= now) return 'overdue';
  const amber = new Date(Date.parse(now) + settings.amberMinutes * 60_000).toISOString();
  return dueAt <= amber ? 'due' : 'open';
};

export async function requestItems(context: TodayContext): Promise<readonly TodayItem[]> {
  const me = useSession.getState().actor?.id ?? '';
  const { roles, day } = context;
  const [asked, agreed] = await Promise.all(
    ['asked', 'agreed'].map((status) => range('roster', 'status', [status], [status])),
  );
  const swaps = [...(asked ?? []), ...(agreed ?? [])].filter(isSwap);
  const answers = swaps.filter(({ status, body }) => status === 'asked' && body.colleague === me);
  const decides = hasRole(roles, ['lead'])
    ? swaps.filter(
        ({ status, body }) => status === 'agreed' && body.applicant !== me && body.colleague !== me,
      )
    : [];
  const leaves = hasRole(roles, PLANNERS)
    ? (asked ?? []).filter(isLeave).filter(({ key }) => key !== me)
    : [];
  return [
    ...answers.map((swap) => swapItem(swap, 'todayAnswer', 'answer', context)),
    ...decides.map((swap) => swapItem(swap, 'today', 'decide', context)),
    ...leaves.map((leave) => leaveItem(leave, context)),
    ...(hasRole(roles, ['lead']) ? await halvedItems(day, context) : []),
  ];
}

/** Approved swaps of days to come whose cells another desk's change took over. */
async function halvedItems(day: string, context: TodayContext): Promise<readonly TodayItem[]> {
  const approved = (await range('roster', 'status', ['approved'], ['approved'])).filter(isSwap);
  const ahead = approved.filter(({ body }) => body.day >= day || body.returnDay >= day);
  if (ahead.length === 0) return [];
  const days = ahead
    .flatMap(({ body }) => [body.day, body.returnDay])
    .filter(Boolean)
    .sort();
  const duties = await range('roster', 'kind', ['duty', days[0] ?? day], ['duty', days.at(-1) ?? day]);
  const roster = rosterOf(duties.filter(isDuty));
  return ahead
    .filter((swap) => isHalved(swap, roster))
    .map((swap) => ({ ...swapItem(swap, 'todayHalved', '', context), level: 'overdue' as const }));
}

function swapItem(
  { id, body, dueAt }: Swap,
  title: 'today' | 'todayAnswer' | 'todayHalved',
  act: 'answer' | 'decide' | '',
  context: TodayContext,
): TodayItem {
  const actions = {
    answer: t('roster.swaps.doAnswer'),
    decide: t('roster.swaps.doDecide'),
    '': t('roster.swaps.doCheck'),
  };
  const due = act === '' ? '' : dueAt;
  return {
    id: `swap:${id}`,
    level: levelOf(due || context.now, context),
    title: t(`roster.swaps.${title}`, { name: body.applicantName }),
    detail: t('roster.swaps.todayDetail', {
      no: body.no ?? '',
      day: body.day.slice(5),
      shift: shiftName(context.settings.shifts, body.shift),
    }),
    until: body.day.slice(5),
    dueAt: due || context.now,
    action: { label: actions[act], path: `/roster/swaps/${id}${act && `/${act}`}` },
  };
}

function leaveItem({ id, body, dueAt }: Leave, context: TodayContext): TodayItem {
  return {
    id: `leave:${id}`,
    level: levelOf(dueAt, context),
    title: t(body.emergency ? 'roster.leaves.todayEmergency' : 'roster.leaves.today', { name: body.name }),
    detail: t('roster.leaves.todayDetail', { no: body.no ?? '', from: body.from, to: body.to }),
    until: civil(dueAt).slice(5, 10),
    dueAt,
    action: { label: t('roster.leaves.doDecide'), path: `/roster/leaves/${id}/decide` },
  };
}
