/** Sync in the frame. */
import { ROLES } from '@shared/core/roles';
import type { Feature } from '../../ui/feature';

export const syncFeature: Feature = {
  id: 'sync',
  collections: ['tickets'],
  nav: { group: 'groupSettings', label: 'sync.title', icon: 'sync', path: '/sync', roles: ROLES },
  page: () => import('./sync-page'),
  todayLater: () => import('./today'),
};
