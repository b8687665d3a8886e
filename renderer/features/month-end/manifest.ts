/** The month's end in the frame. */
import type { Feature } from '../../ui/feature';

export const monthEndFeature: Feature = {
  id: 'monthEnd',
  collections: ['ledger', 'stockDocuments'],
  nav: {
    group: 'groupShop',
    label: 'monthEnd.title',
    icon: 'month',
    path: '/month-end',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  web: { roles: ['finance', 'manager'] },
  page: () => import('./month-end-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
