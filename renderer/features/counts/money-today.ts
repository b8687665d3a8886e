/** Today's line when quantity and money do not agree. */
import { groundOf, justBefore } from '@shared/counts/book';
import { agrees, canCheck, moneyCheck } from '@shared/counts/money-check';
import { isHidden } from '@shared/counts/rows';
import type { Count } from '@shared/counts/schema';
import { formatMoney } from '@shared/core/money';
import { loadBooks } from '../../data/books';
import type { TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { entriesSince, loadStored, previousOpening } from './use-count';

/** Red while quantity and money do not agree this morning; nothing is said of a blind count under way. */
export async function moneyItems(count: Count): Promise<readonly TodayItem[]> {
  // What a lead has approved is settled.
  if (isHidden(count) || count.body.approval) return [];
  const { lines } = await loadStored(count.id);
  if (!canCheck(count, lines)) return [];
  const books = await loadBooks();
  const { cut } = await previousOpening(count);
  const entries = await entriesSince(justBefore(cut), books);
  const check = moneyCheck({
    count,
    lines,
    books,
    from: cut,
    entries,
    ground: groundOf(books, entries, count.id),
  });
  if (agrees(check)) return [];
  return [
    {
      id: 'counts:money',
      level: 'overdue',
      title: t('counts.todayMoney'),
      detail: t('counts.todayMoneyDetail', {
        no: count.body.no ?? '',
        amount: formatMoney(check.difference),
      }),
      until: '',
      dueAt: count.at,
      action: { label: t('counts.doLook'), path: `/counts/${count.id}` },
    },
  ];
}
