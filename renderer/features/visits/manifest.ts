/** The visitor log in the frame. */
import type { Feature } from '../../ui/feature';
import { visitsToday } from './today';

export const visitsFeature: Feature = {
  id: 'visits',
  collections: ['visits'],
  nav: {
    group: 'groupDesk',
    label: 'visits.title',
    icon: 'visitor',
    path: '/visits',
    roles: ['clerk', 'lead', 'manager'],
  },
  web: { roles: ['handler', 'manager'] },
  page: () => import('./visits-page'),
  today: visitsToday,
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
