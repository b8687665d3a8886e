/** Sales in the frame. */
import type { Feature } from '../../ui/feature';
import { salesToday } from './today';

export const salesFeature: Feature = {
  id: 'sales',
  collections: ['ledger', 'products'],
  nav: {
    group: 'groupShop',
    label: 'sales.title',
    icon: 'bag',
    path: '/sales',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  web: { roles: ['finance', 'manager'] },
  page: () => import('./sales-page'),
  today: salesToday,
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
};
