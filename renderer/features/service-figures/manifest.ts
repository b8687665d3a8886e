/** Figures of the service side in the frame. */
import type { Feature } from '../../ui/feature';

export const serviceFiguresFeature: Feature = {
  id: 'serviceFigures',
  collections: [],
  nav: {
    group: 'groupFigures',
    label: 'serviceFigures.title',
    icon: 'chart',
    path: '/service-figures',
    roles: ['lead', 'manager'],
  },
  page: () => import('./service-figures-page'),
  monthSheets: () => import('./month-sheets'),
};
