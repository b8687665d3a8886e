/** Roster and attendance in the frame. */
import type { Feature } from '../../ui/feature';

export const rosterFeature: Feature = {
  id: 'roster',
  collections: ['roster'],
  nav: {
    group: 'groupTeam',
    label: 'roster.title',
    icon: 'roster',
    path: '/roster',
    roles: ['clerk', 'lead', 'hr', 'manager', 'admin'],
  },
  web: { roles: ['hr', 'manager'] },
  page: () => import('./roster-page'),
  todayLater: () => import('./today-later'),
  signedIn: () => import('./offer'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
