/** Complaints in the frame. */
import type { Feature } from '../../ui/feature';

export const complaintsFeature: Feature = {
  id: 'complaints',
  collections: ['tickets'],
  nav: {
    group: 'groupService',
    label: 'complaints.title',
    icon: 'complaint',
    path: '/complaints',
    roles: ['clerk', 'lead', 'manager', 'admin'],
  },
  web: { roles: ['handler', 'manager'] },
  page: () => import('./complaints-page'),
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
