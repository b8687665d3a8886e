/** Products in the frame. */
import type { Feature } from '../../ui/feature';

export const productsFeature: Feature = {
  id: 'products',
  collections: ['products'],
  nav: {
    group: 'groupShop',
    label: 'products.title',
    icon: 'tag',
    path: '/products',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  web: { roles: ['finance', 'manager'], today: ['manager'] },
  page: () => import('./products-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
};
