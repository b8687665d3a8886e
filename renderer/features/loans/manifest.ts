/** Deposits, loans and tips in the frame. */
import { formatMoney } from '@shared/core/money';
import type { DepositTaken, TipTaken } from '@shared/ledger/entries/money';
import { thingText } from '@shared/loans/forms/texts';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';

export const loansFeature: Feature = {
  id: 'loans',
  collections: ['ledger'],
  nav: {
    group: 'groupMoney',
    label: 'loans.title',
    icon: 'umbrella',
    path: '/loans',
    roles: ['clerk', 'lead', 'finance', 'manager'],
  },
  page: () => import('./loans-page'),
  todayLater: () => import('./today'),
  present: (doc) => {
    if (doc.kind === 'depositTaken') {
      const { body, day, id } = doc as DepositTaken;
      return {
        title: `${body.customer.name}　${body.no ?? ''}`,
        detail: t('loans.searchDetail', { day, thing: thingText(body), amount: formatMoney(body.amount) }),
        path: `/loans/${id}`,
      };
    }
    if (doc.kind !== 'tipTaken') return null;
    const { body, day, id } = doc as TipTaken;
    return {
      title: `${body.receiver}　${body.no ?? ''}`,
      detail: t('loans.tips.searchDetail', { day, amount: formatMoney(body.amount) }),
      path: `/loans/tips/${id}`,
    };
  },
};
