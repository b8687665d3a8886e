/** Follow-up in the frame. */
import type { Feature } from '../../ui/feature';

export const followUpFeature: Feature = {
  id: 'followUp',
  collections: ['tickets'],
  nav: {
    group: 'groupService',
    label: 'followUp.title',
    icon: 'phone',
    path: '/follow-up',
    roles: ['clerk', 'lead', 'manager'],
  },
  page: () => import('./follow-up-page'),
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
