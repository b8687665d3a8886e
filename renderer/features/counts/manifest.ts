/** Counts in the frame. */
import type { Count } from '@shared/counts/schema';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';

export const countsFeature: Feature = {
  id: 'counts',
  collections: ['stockDocuments', 'products', 'ledger'],
  nav: {
    group: 'groupShop',
    label: 'counts.title',
    icon: 'count',
    path: '/counts',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  page: () => import('./counts-page'),
  todayLater: () => import('./today'),
  present: (doc) => {
    if (doc.kind !== 'count') return null;
    const { id, day, status, body } = doc as Count;
    return {
      title: `${t(`counts.type.${body.type}`)}　${body.no ?? ''}`,
      detail: t('counts.searchDetail', { day, status: t(`counts.status.${status}`) }),
      path: `/counts/${id}`,
    };
  },
};
