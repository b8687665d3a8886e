/** Customers in the frame. */
import type { Feature } from '../../ui/feature';

export const customersFeature: Feature = {
  id: 'customers',
  collections: ['directory', 'auditEvents'],
  nav: {
    group: 'groupService',
    label: 'customers.title',
    icon: 'people',
    path: '/customers',
    roles: ['clerk', 'lead', 'manager', 'admin'],
  },
  page: () => import('./customers-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
};
