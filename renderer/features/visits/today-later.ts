/** What the visitor log puts on Today when the first page stands: the evacuation list that could not be kept. */
import { minutesBetween } from '@shared/core/time';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';
import { loadKept } from './kept-list';

export default async function keptListToday({ now, settings }: TodayContext): Promise<readonly TodayItem[]> {
  const { evacuationMinutes: every } = settings;
  const { at, fault, failingSince } = await loadKept();
  if (fault === '' || every === 0) return [];
  const late = at === '' || minutesBetween(at, now) >= 2 * every;
  return [
    {
      id: 'keptList',
      level: late ? 'overdue' : 'due',
      title: t('visits.todayKept'),
      detail: `${t(`visits.keptFault.${fault}`)}${at === '' ? '' : t('visits.todayKeptLast', { time: dayTime(at) })}`,
      until: '',
      dueAt: failingSince,
      action: { label: t('visits.todayKeptOpen'), path: '/visits/on-site' },
    },
  ];
}
