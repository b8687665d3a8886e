/** Printing in the frame: the sheets of a month's end, and forms that did not come out. A desk's alone: it has the printers. */
import type { Feature } from '../../ui/feature';

export const printingFeature: Feature = {
  id: 'printing',
  collections: [],
  nav: {
    group: 'groupFigures',
    label: 'printing.title',
    icon: 'print',
    path: '/printing',
    roles: ['clerk', 'lead', 'finance', 'hr', 'manager', 'admin'],
  },
  page: () => import('./printing-page'),
  todayLater: () => import('./today'),
};
