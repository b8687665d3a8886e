/** Emergencies as lines of the search box. */
import { isIncident } from '@shared/incidents/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) =>
  isIncident(doc)
    ? {
        title: `${doc.body.place}　${doc.body.no ?? ''}`,
        detail: t('incidents.searchDetail', {
          day: doc.day,
          level: doc.body.level,
          state: t(`incidents.status.${doc.status}`),
        }),
        path: `/incidents/${doc.id}`,
      }
    : null;

export default present;
