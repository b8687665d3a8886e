/** Inspections as lines of the search box. */
import { totalOf } from '@shared/inspections/month';
import { isInspection } from '@shared/inspections/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';
import { maySee } from './sight';

const present: Present = (doc) =>
  isInspection(doc) && maySee(doc)
    ? {
        title: `${doc.body.personName}　${doc.body.no ?? ''}`,
        detail: t('inspections.searchDetail', {
          date: doc.body.date,
          ...totalOf(doc.body.items),
          state: t(`inspections.status.${doc.status}`),
        }),
        path: `/inspections/${doc.id}`,
      }
    : null;

export default present;
