/** Work orders in the frame. */
import type { Feature } from '../../ui/feature';

export const workOrdersFeature: Feature = {
  id: 'workOrders',
  collections: ['tickets'],
  nav: {
    group: 'groupService',
    label: 'workOrders.title',
    icon: 'wrench',
    path: '/work-orders',
    roles: ['clerk', 'lead', 'manager', 'handler'],
  },
  web: { roles: ['handler', 'manager'] },
  page: () => import('./work-orders-page'),
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
