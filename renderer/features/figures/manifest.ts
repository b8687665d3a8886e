/** Business figures in the frame. */
import type { Feature } from '../../ui/feature';

export const figuresFeature: Feature = {
  id: 'figures',
  collections: [],
  nav: {
    group: 'groupFigures',
    label: 'figures.title',
    icon: 'chart',
    path: '/figures',
    roles: ['lead', 'finance', 'manager'],
  },
  web: { roles: ['finance', 'manager'] },
  page: () => import('./figures-page'),
  monthSheets: () => import('./month-sheets'),
};
