/** Lost property in the frame. */
import type { FoundItem, Handover, LossReport } from '@shared/lost-property/schema';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { lostToday } from './today';

export const lostPropertyFeature: Feature = {
  id: 'lostProperty',
  collections: ['lostItems', 'attachments'],
  nav: {
    group: 'groupDesk',
    label: 'lostProperty.title',
    icon: 'found',
    path: '/lost-property',
    roles: ['clerk', 'lead', 'hr', 'manager', 'admin'],
  },
  page: () => import('./lost-property-page'),
  today: lostToday,
  todayLater: () => import('./today-later'),
  present: (doc) => {
    const { no = '' } = doc.body;
    if (doc.kind === 'foundItem') {
      const { body, status } = doc as FoundItem;
      const detail = t('lostProperty.searchDetail', {
        day: doc.day,
        place: body.place,
        status: t(`lostProperty.status.${status}`),
      });
      return { title: `${body.name}　${no}`, detail, path: `/lost-property/${doc.id}` };
    }
    if (doc.kind === 'lossReport') {
      const { body, status } = doc as LossReport;
      const detail = t('lostProperty.searchDetail', {
        day: doc.day,
        place: body.owner.name,
        status: t(`lostProperty.reportStatus.${status}`),
      });
      return { title: `${body.name}　${no}`, detail, path: `/lost-property/reports/${doc.id}` };
    }
    if (doc.kind !== 'handover') return null;
    const count = (doc as Handover).body.lines.length;
    return {
      title: `${t('lostProperty.sheet')}　${no}`,
      detail: `${doc.day} · ${count}`,
      path: '/lost-property/handover',
    };
  },
};
