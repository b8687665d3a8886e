/** Tills in the frame. */
import type { Feature } from '../../ui/feature';

export const tillsFeature: Feature = {
  id: 'tills',
  collections: ['ledger'],
  nav: {
    group: 'groupMoney',
    label: 'tills.title',
    icon: 'handover',
    path: '/tills',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  page: () => import('./tills-page'),
};
