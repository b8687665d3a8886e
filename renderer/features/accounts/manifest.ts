/** Accounts in the frame. */
import type { Account } from '@shared/accounts/schema';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';

export const accountsFeature: Feature = {
  id: 'accounts',
  collections: ['ledger', 'directory'],
  nav: {
    group: 'groupMoney',
    label: 'accounts.title',
    icon: 'wallet',
    path: '/accounts',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  page: () => import('./accounts-page'),
  todayLater: () => import('./today'),
  present: (doc) => {
    if (doc.kind !== 'account') return null;
    const { body } = doc as Account;
    return {
      title: `${body.name}　${body.accountNo}`,
      detail: t(body.type === 'member' ? 'accounts.members' : 'accounts.firms'),
      path: body.type === 'member' ? `/accounts/${doc.id}` : `/accounts/firms/${doc.id}`,
    };
  },
};
