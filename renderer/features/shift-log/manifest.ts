/** The shift log, checklists, tasks, memos and weekly meeting in the frame. */
import type { Feature } from '../../ui/feature';

export const shiftLogFeature: Feature = {
  id: 'shiftLog',
  collections: ['roster', 'tickets'],
  nav: {
    group: 'groupTeam',
    label: 'shiftLog.title',
    icon: 'handover',
    path: '/shift',
    roles: ['clerk', 'lead', 'manager'],
  },
  page: () => import('./shift-log-page'),
  todayLater: () => import('./today'),
  present: () => import('./present'),
};
