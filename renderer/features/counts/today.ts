/** What counts put on Today: the morning count that is missing, one not finished, differences to approve, money that does not agree. */
import type { Count } from '@shared/counts/schema';
import { addDays, civil, clock, instantOf } from '@shared/core/time';
import { staffName } from '../../data/directory';
import { count as countDocs, range } from '../../data/read';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { moneyItems } from './money-today';

/** Days looked back for a count that was begun and left. */
const LOOK_BACK = 35;

export default async function countsToday(context: TodayContext): Promise<readonly TodayItem[]> {
  const { day } = context;
  const [counts, products] = await Promise.all([
    range<Count>('stockDocuments', 'kind', ['count', addDays(day, -LOOK_BACK)], ['count', day]),
    countDocs('products', 'status', ['onSale'], ['onSale']),
  ]);
  const valid = counts.filter(({ status }) => status !== 'void');
  const mine = valid.find(({ body }) => body.type === 'morning' && body.period === day);
  const desk = context.roles.includes('clerk') || context.roles.includes('lead');
  return [
    ...(desk && products > 0 ? dueItems(mine, context) : []),
    ...valid
      .filter((one) => one.status === 'counting' && one !== mine && one.body.type === 'morning')
      .map(oldItem),
    ...valid.filter(({ status }) => status === 'submitted').map((one) => submittedItem(one, context)),
    ...(mine ? await moneyItems(mine) : []),
  ];
}

/** Due from the begin of the early shift, red when the time of grace is over. */
function dueItems(mine: Count | undefined, { now, day, settings }: TodayContext): readonly TodayItem[] {
  const from = settings.shifts[0]?.from ?? '08:00';
  const begins = instantOf(`${day}T${from}`);
  if (now < begins || (mine && mine.status !== 'counting')) return [];
  const dueAt = new Date(Date.parse(begins) + settings.countGraceMinutes * 60_000).toISOString();
  return [
    {
      id: 'counts:morning',
      level: now >= dueAt ? 'overdue' : 'due',
      title: t(mine ? 'counts.todayCounting' : 'counts.todayMissing'),
      detail: mine
        ? t('counts.todayCountingDetail', { no: mine.body.no ?? '', name: staffName(mine.by) })
        : t('counts.todayMissingDetail', { time: from }),
      until: clock(dueAt),
      dueAt,
      action: { label: t('counts.doCount'), path: '/counts' },
    },
  ];
}

const oldItem = ({ id, at, day, body, by }: Count): TodayItem => ({
  id: `counts:old:${id}`,
  level: 'overdue',
  title: t('counts.todayOld', { day: day.slice(5) }),
  detail: t('counts.todayCountingDetail', { no: body.no ?? '', name: staffName(by) }),
  until: day.slice(5),
  dueAt: at,
  action: { label: t('counts.doLook'), path: `/counts/${id}` },
});

const submittedItem = ({ id, at, day, body }: Count, context: TodayContext): TodayItem => ({
  id: `counts:submitted:${id}`,
  level: day < context.day ? 'overdue' : 'due',
  title: t('counts.todaySubmitted', { type: t(`counts.type.${body.type}`) }),
  detail: t('counts.todaySubmittedDetail', { no: body.no ?? '', name: body.submitted?.name ?? '' }),
  until: civil(body.submitted?.at ?? at).slice(5, 10),
  dueAt: body.submitted?.at ?? at,
  action: {
    label: t(context.roles.includes('lead') ? 'counts.doApprove' : 'counts.doLook'),
    path: `/counts/${id}`,
  },
});
