/** Backups in the frame. */
import type { Feature } from '../../ui/feature';
import { backupToday } from './today';

export const backupFeature: Feature = {
  id: 'backup',
  collections: [],
  nav: {
    group: 'groupSettings',
    label: 'backup.title',
    icon: 'backup',
    path: '/backup',
    roles: ['admin', 'lead'],
  },
  page: () => import('./backup-page'),
  today: backupToday,
};
