/** My open matters in the frame. */
import type { Feature } from '../../ui/feature';

export const myMattersFeature: Feature = {
  id: 'myMatters',
  collections: ['tickets'],
  nav: {
    group: 'groupDesk',
    label: 'myMatters.title',
    icon: 'check',
    path: '/my-matters',
    roles: ['clerk', 'lead', 'manager'],
  },
  page: () => import('./my-matters-page'),
};
