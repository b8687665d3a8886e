/** Orders in the frame. */
import type { Feature } from '../../ui/feature';

export const ordersFeature: Feature = {
  id: 'orders',
  collections: ['stockDocuments'],
  nav: {
    group: 'groupShop',
    label: 'orders.title',
    icon: 'cart',
    path: '/orders',
    roles: ['clerk', 'lead', 'finance', 'manager'],
  },
  web: { roles: ['finance', 'manager'], today: ['manager'] },
  page: () => import('./orders-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
};
