/** Lost property in the frame. */
import type { Feature } from '../../ui/feature';
import { lostToday } from './today';

export const lostPropertyFeature: Feature = {
  id: 'lostProperty',
  collections: ['lostItems', 'attachments'],
  nav: {
    group: 'groupDesk',
    label: 'lostProperty.title',
    icon: 'found',
    path: '/lost-property',
    roles: ['clerk', 'lead', 'hr', 'manager', 'admin'],
  },
  web: { roles: ['hr', 'manager'] },
  page: () => import('./lost-property-page'),
  today: lostToday,
  todayLater: () => import('./today-later'),
  present: () => import('./present'),
  monthSheets: () => import('./month-sheets'),
};
