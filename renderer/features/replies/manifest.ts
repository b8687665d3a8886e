/** Standard replies in the frame. */
import type { Feature } from '../../ui/feature';

export const repliesFeature: Feature = {
  id: 'replies',
  collections: ['directory'],
  nav: {
    group: 'groupService',
    label: 'replies.title',
    icon: 'speech',
    path: '/replies',
    roles: ['clerk', 'lead', 'manager'],
  },
  web: { roles: ['manager'] },
  page: () => import('./replies-page'),
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
};
