/** Accounts in the frame. */
import type { Feature } from '../../ui/feature';

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
  web: { roles: ['finance', 'manager'] },
  page: () => import('./accounts-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
};
