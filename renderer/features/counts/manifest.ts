/** Counts in the frame. */
import type { Feature } from '../../ui/feature';

export const countsFeature: Feature = {
  id: 'counts',
  collections: ['stockDocuments', 'products', 'ledger'],
  nav: {
    group: 'groupShop',
    label: 'counts.title',
    icon: 'count',
    path: '/counts',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  web: { roles: ['finance', 'manager'], today: ['manager'] },
  page: () => import('./counts-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
};
