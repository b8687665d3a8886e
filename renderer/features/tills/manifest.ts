/** Tills in the frame. */
import type { Feature } from '../../ui/feature';

export const tillsFeature: Feature = {
  id: 'tills',
  collections: ['ledger', 'stockDocuments'],
  nav: {
    group: 'groupMoney',
    label: 'tills.title',
    icon: 'till',
    path: '/tills',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  web: { roles: ['finance', 'manager'], today: ['manager'] },
  page: () => import('./tills-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
};
