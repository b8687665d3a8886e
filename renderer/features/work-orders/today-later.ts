/** What work orders put on Today: one line each, for whoever owes the next step. */
import { clock } from '@shared/core/time';
import { isTheirs } from '@shared/work-orders/access';
import type { WorkOrder } from '@shared/work-orders/schema';
import { dutiesOf, type Duty, type DutyName } from '@shared/work-orders/state';
import { departmentName, staffName } from '../../data/directory';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { dueLevel } from '../../ui/service/due-badge';
import { dayTime } from '../../ui/typed';
import { openOrders } from './use-orders';

/** Duties that stand on Today before their time comes near: somebody of the desk has to act. */
const AT_ONCE: readonly DutyName[] = ['reassign', 'decideExtension', 'confirm'];
const SUMMARY_SHOWN = 24;

export default async function workOrdersToday(context: TodayContext): Promise<readonly TodayItem[]> {
  return (await openOrders()).flatMap((order) => itemOf(order, context));
}

function itemOf(order: WorkOrder, context: TodayContext): readonly TodayItem[] {
  const { actor } = useSession.getState();
  if (!actor) return [];
  const desk = actor.roles.includes('clerk') || actor.roles.includes('lead');
  const lead = actor.roles.includes('lead');
  const duties = dutiesOf(order).filter(({ name, part }) => {
    if (desk) return name !== 'decideExtension' || lead;
    const found = order.body.parts.find(({ id }) => id === part);
    return (name === 'accept' || name === 'finish') && found !== undefined && isTheirs(actor, found);
  });
  const levelOf = ({ name, dueAt }: Duty): TodayItem['level'] => {
    const level = dueLevel(dueAt, context.now, context.settings.amberMinutes);
    return level === 'open' && AT_ONCE.includes(name) ? 'due' : level;
  };
  const order_ = { overdue: 0, due: 1, open: 2 } as const;
  const [duty] = [...duties].sort(
    (a, b) => order_[levelOf(a)] - order_[levelOf(b)] || a.dueAt.localeCompare(b.dueAt),
  );
  if (!duty) return [];
  const level = levelOf(duty);
  const mine = order.key === actor.id;
  // What runs in time is its responsible person's to see, or the department's; closing is never urgent for others.
  if (level === 'open' && desk && !mine) return [];
  return [lineOf(order, duty, level, mine, context)];
}

/** Where the line leads: to the act itself where the desk does it, else to the order. */
function pathOf({ id, body }: WorkOrder, { name, part }: Duty): string {
  const asked = body.extensions.find((one) => one.part === part && one.state === 'asked')?.id ?? '';
  switch (name) {
    case 'reassign':
      return `/work-orders/${id}/reassign/${part}`;
    case 'decideExtension':
      return `/work-orders/${id}/decide/${asked}`;
    case 'confirm':
    case 'close':
      return `/work-orders/${id}/${name}`;
    case 'accept':
    case 'finish':
      return `/work-orders/${id}`;
  }
}

function lineOf(
  order: WorkOrder,
  duty: Duty,
  level: TodayItem['level'],
  mine: boolean,
  { day }: TodayContext,
): TodayItem {
  const { id, body, key } = order;
  const what = [...body.summary.replace(/\s+/gu, ' ')].slice(0, SUMMARY_SHOWN).join('');
  const until = dayTime(duty.dueAt);
  return {
    id: `workOrder:${id}`,
    level,
    mine,
    title: t(`workOrders.todayTitle.${duty.name}`, { department: departmentName(duty.department), what }),
    detail: t('workOrders.todayDetail', { no: body.no ?? '', name: staffName(key) }),
    until: until.startsWith(day.slice(5)) ? clock(duty.dueAt) : until,
    dueAt: duty.dueAt,
    action: { label: t(`workOrders.doDuty.${duty.name}`), path: pathOf(order, duty) },
  };
}
