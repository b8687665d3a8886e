/** What the month's end puts on Today once a month is over: finance closes it, every desk declares itself complete. */
import { instantOf } from '@shared/core/time';
import type { MonthClose, MonthReopen } from '@shared/ledger/schema';
import { monthOfDay, previousMonth, standingCloses } from '@shared/month-end/months';
import { declarationId, type MonthDeclaration } from '@shared/month-end/schema';
import { useDirectory } from '../../data/directory';
import { byIds, count, range } from '../../data/read';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

/** Day of the next month from which an open month is overdue. */
const CLOSED_BY = '06';

export default async function monthEndToday({
  day,
  now,
  roles,
}: TodayContext): Promise<readonly TodayItem[]> {
  const month = previousMonth(monthOfDay(day));
  const [closes, reopens, entries] = await Promise.all([
    range<MonthClose>('ledger', 'kind', ['monthClose', `${month}-01`], ['monthClose']),
    range<MonthReopen>('ledger', 'kind', ['monthReopen', `${month}-01`], ['monthReopen']),
    count('ledger', 'day', [month], [`${month}-99`]),
  ]);
  if (entries === 0 || standingCloses([...closes, ...reopens]).has(month)) return [];
  const dueAt = instantOf(`${monthOfDay(day)}-${CLOSED_BY}T00:00`);
  const line = (id: string, title: string, detail: string, label: string): TodayItem => ({
    id: `month:${id}`,
    level: dueAt <= now ? 'overdue' : 'due',
    title,
    detail,
    until: `${monthOfDay(day)}-05`.slice(5),
    dueAt,
    action: { label, path: `/month-end/${month}` },
  });
  const items: TodayItem[] = [];
  if (roles.includes('finance'))
    items.push(
      line(
        'close',
        t('monthEnd.todayClose', { month }),
        t('monthEnd.todayCloseDetail'),
        t('monthEnd.doClose'),
      ),
    );
  if ((roles.includes('clerk') || roles.includes('lead')) && useDirectory.getState().desks.length > 1) {
    const { desk } = useSession.getState();
    const declared = await byIds<MonthDeclaration>('stockDocuments', [declarationId(month, desk)]);
    if (declared.length === 0)
      items.push(
        line(
          'declare',
          t('monthEnd.todayDeclare', { month }),
          t('monthEnd.todayDeclareDetail'),
          t('monthEnd.doDeclare'),
        ),
      );
  }
  return items;
}
