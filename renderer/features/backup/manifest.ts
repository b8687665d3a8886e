/** Backups in the frame. */
import type { Feature } from '../../ui/feature';

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
  todayLater: () => import('./today'),
};
