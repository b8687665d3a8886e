/** Talks in the frame. */
import type { Feature } from '../../ui/feature';

export const talksFeature: Feature = {
  id: 'talks',
  collections: ['tickets'],
  nav: {
    group: 'groupService',
    label: 'talks.title',
    icon: 'talk',
    path: '/talks',
    roles: ['clerk', 'lead', 'manager'],
  },
  web: { roles: ['manager'] },
  page: () => import('./talks-page'),
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
};
