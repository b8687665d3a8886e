/** Columns of both lists of accounts. */
import { formatMoney } from '@shared/core/money';
import { addDays } from '@shared/core/time';
import { t } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import type { RegisterColumn } from '../../ui/register-table';
import type { AccountRow } from './use-accounts';

/** True when the oldest debt is older than the club allows. */
export const isOverdue = ({ owed }: AccountRow, today: string, days: number): boolean =>
  owed.some(({ day, amount }) => amount > 0 && day !== '' && day < addDays(today, -days));

interface ColumnOptions {
  readonly firms: boolean;
  readonly today: string;
  readonly receivableDays: number;
}

export function accountColumns({
  firms,
  today,
  receivableDays,
}: ColumnOptions): readonly RegisterColumn<AccountRow>[] {
  const columns: readonly (RegisterColumn<AccountRow> & {
    readonly only?: 'members' | 'firms';
  })[] = [
    {
      key: 'no',
      title: t(firms ? 'accounts.field.accountNo' : 'accounts.field.memberNo'),
      width: '110px',
      render: ({ account }) => account.body.accountNo,
      sort: ({ account }) => account.body.accountNo,
    },
    {
      key: 'name',
      title: t('accounts.field.name'),
      width: 'minmax(130px, 1.4fr)',
      render: ({ account }) => account.body.name,
      sort: ({ account }) => account.body.name,
    },
    {
      key: 'phone',
      title: t('accounts.field.phone'),
      width: '150px',
      render: ({ account }) => <MaskedPhone phone={account.body.phone} record={account.id} />,
      wideOnly: true,
    },
    {
      key: 'signatories',
      title: t('accounts.field.signatories'),
      width: 'minmax(120px, 1fr)',
      render: ({ account }) => account.body.signatories.join(t('ui.listSeparator')),
      only: 'firms',
      wideOnly: true,
    },
    {
      key: 'limit',
      title: t('accounts.field.limit'),
      width: '118px',
      align: 'right',
      render: ({ account }) => formatMoney(account.body.limit),
      sort: ({ account }) => account.body.limit,
      only: 'firms',
      wideOnly: true,
    },
    {
      key: 'balance',
      title: t(firms ? 'accounts.field.owed' : 'accounts.field.balance'),
      width: '118px',
      align: 'right',
      render: ({ balance }) => formatMoney(balance),
      sort: ({ balance }) => balance,
    },
    {
      key: 'oldest',
      title: t('accounts.field.oldest'),
      width: '104px',
      render: ({ owed }) => owed[0]?.day ?? '',
      sort: ({ owed }) => owed[0]?.day ?? '9',
      only: 'firms',
    },
    {
      key: 'status',
      title: t('accounts.field.status'),
      width: '80px',
      render: (row) =>
        row.account.status === 'closed' ? (
          <span className="tag">{t('accounts.closed')}</span>
        ) : isOverdue(row, today, receivableDays) ? (
          <span className="tag overdue">{t('accounts.overdue')}</span>
        ) : null,
    },
  ];
  return columns.filter(({ only }) => !only || (only === 'firms') === firms);
}
