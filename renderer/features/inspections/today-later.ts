/** What inspections put on Today: mine to confirm. */
import { totalOf } from '@shared/inspections/month';
import { isInspection } from '@shared/inspections/schema';
import { dueTickets } from '../../data/due-tickets';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { dueLevel } from '../../ui/service/due-badge';
import { dayTime } from '../../ui/typed';

export default async function inspectionsToday({
  now,
  settings,
}: TodayContext): Promise<readonly TodayItem[]> {
  const me = useSession.getState().actor?.id;
  return (await dueTickets())
    .filter(isInspection)
    .filter(({ body }) => body.person === me)
    .map(({ id, body, dueAt }) => ({
      id: `inspection:${id}`,
      level: dueLevel(dueAt, now, settings.amberMinutes),
      title: t('inspections.todayAnswer', { date: body.date }),
      detail: t('inspections.todayDetail', {
        no: body.no ?? '',
        ...totalOf(body.items),
        inspector: body.inspectorName,
      }),
      until: dayTime(dueAt),
      dueAt,
      mine: true,
      action: { label: t('inspections.doAnswer'), path: `/inspections/${id}` },
    }));
}
