/** The month's end in the frame. */
import type { MonthClose } from '@shared/ledger/schema';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';

export const monthEndFeature: Feature = {
  id: 'monthEnd',
  collections: ['ledger', 'stockDocuments'],
  nav: {
    group: 'groupShop',
    label: 'monthEnd.title',
    icon: 'month',
    path: '/month-end',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  page: () => import('./month-end-page'),
  todayLater: () => import('./today'),
  present: (doc) => {
    if (doc.kind !== 'monthClose') return null;
    const { month } = (doc as MonthClose).body;
    return { title: t('monthEnd.searchClose', { month }), detail: doc.day, path: `/month-end/${month}` };
  },
};
