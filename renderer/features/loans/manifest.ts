/** Deposits, loans and tips in the frame. */
import type { Feature } from '../../ui/feature';

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
  web: { roles: ['finance', 'manager'], today: ['manager'] },
  page: () => import('./loans-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
