/** On-account debts that are older than the club allows (DOMAIN §4). */
import type { Account } from '@shared/accounts/schema';
import { receivables } from '@shared/accounts/statement';
import { formatMoney } from '@shared/core/money';
import { addDays } from '@shared/core/time';
import { openOf } from '@shared/ledger/books';
import type { LedgerEntry } from '@shared/ledger/schema';
import { loadBooks } from '../../data/books';
import { useDirectory } from '../../data/directory';
import { byIds } from '../../data/read';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

export default async function accountsToday({ day, settings }: TodayContext): Promise<readonly TodayItem[]> {
  const books = await loadBooks();
  const open = openOf(books, 'receivable');
  if (open.length === 0) return [];
  const entries = await byIds<LedgerEntry>(
    'ledger',
    open.map(({ ref }) => ref),
  );
  const limit = addDays(day, -settings.receivableDays);
  const late = receivables(books, entries, '').filter(
    (one) => one.amount > 0 && one.day !== '' && one.day < limit,
  );
  const [oldest] = late;
  if (!oldest) return [];
  const account = useDirectory.getState().records.get(oldest.account) as Account | undefined;
  return [
    {
      id: 'accounts:overdue',
      level: 'overdue',
      title: t('accounts.todayOverdue', {
        count: new Set(late.map((one) => one.account)).size,
        total: formatMoney(late.reduce((sum, { amount }) => sum + amount, 0)),
      }),
      detail: t('accounts.todayDetail', { name: account?.body.name ?? '', day: oldest.day }),
      until: addDays(oldest.day, settings.receivableDays).slice(5),
      dueAt: oldest.entry?.at ?? '',
      action: { label: t('accounts.doSettle'), path: `/accounts/firms/${oldest.account}/settle` },
    },
  ];
}
