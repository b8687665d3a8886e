/** Emergencies in the frame. */
import type { Feature } from '../../ui/feature';

export const incidentsFeature: Feature = {
  id: 'incidents',
  collections: ['tickets'],
  nav: {
    group: 'groupDesk',
    label: 'incidents.title',
    icon: 'alarm',
    path: '/incidents',
    roles: ['clerk', 'lead', 'manager', 'hr'],
  },
  page: () => import('./incidents-page'),
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
};
