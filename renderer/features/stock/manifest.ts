/** Stock in the frame. */
import type { Feature } from '../../ui/feature';

export const stockFeature: Feature = {
  id: 'stock',
  collections: ['ledger'],
  nav: {
    group: 'groupShop',
    label: 'stock.title',
    icon: 'box',
    path: '/stock',
    roles: ['clerk', 'lead', 'finance', 'manager'],
  },
  web: { roles: ['finance', 'manager'], today: ['manager'] },
  page: () => import('./stock-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
};
