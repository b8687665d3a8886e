/** Fees and numbered stock in the frame. */
import type { Feature } from '../../ui/feature';
import { feesToday } from './today';

export const feesFeature: Feature = {
  id: 'fees',
  collections: ['ledger'],
  nav: {
    group: 'groupMoney',
    label: 'fees.title',
    icon: 'fee',
    path: '/fees',
    roles: ['clerk', 'lead', 'finance', 'manager'],
  },
  web: { roles: ['finance', 'manager'] },
  page: () => import('./fees-page'),
  today: feesToday,
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
