/** Deposits with finance in the frame. */
import type { Feature } from '../../ui/feature';

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
  web: { roles: ['finance', 'manager'] },
  page: () => import('./deposits-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
