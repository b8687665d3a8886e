/** Enquiries in the frame. */
import type { Feature } from '../../ui/feature';

export const enquiriesFeature: Feature = {
  id: 'enquiries',
  collections: ['tickets'],
  nav: {
    group: 'groupService',
    label: 'enquiries.nav',
    icon: 'phone',
    path: '/enquiries',
    roles: ['clerk', 'lead', 'manager'],
  },
  web: { roles: ['manager'] },
  page: () => import('./enquiries-page'),
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
