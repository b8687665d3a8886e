/** Inspections in the frame. */
import type { Feature } from '../../ui/feature';

export const inspectionsFeature: Feature = {
  id: 'inspections',
  collections: ['tickets'],
  nav: {
    group: 'groupTeam',
    label: 'inspections.title',
    icon: 'star',
    path: '/inspections',
    roles: ['clerk', 'lead', 'manager', 'hr'],
  },
  page: () => import('./inspections-page'),
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
