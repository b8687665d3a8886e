/** Deposits with finance in the frame. */
import { formatMoney } from '@shared/core/money';
import type { Deposit } from '@shared/ledger/entries/tills';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';

export const depositsFeature: Feature = {
  id: 'deposits',
  collections: ['ledger', 'stockDocuments'],
  nav: {
    group: 'groupMoney',
    label: 'deposits.title',
    icon: 'bank',
    path: '/deposits',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  page: () => import('./deposits-page'),
  todayLater: () => import('./today'),
  present: (doc) => {
    if (doc.kind !== 'deposit') return null;
    const { id, day, body } = doc as Deposit;
    return {
      title: `${t('deposits.title')}　${body.no ?? ''}`,
      detail: t('deposits.searchDetail', { day, amount: formatMoney(body.total), name: body.receiver.name }),
      path: `/deposits/records/${id}`,
    };
  },
};
