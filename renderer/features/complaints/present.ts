/** A complaint as a line of the search box. */
import { isComplaint } from '@shared/complaints/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (!isComplaint(doc)) return null;
  const { body, status, day, id } = doc;
  return {
    title: `${body.summary.slice(0, 24)}　${body.no ?? ''}`,
    detail: t('complaints.searchDetail', {
      day,
      name: body.customer.name,
      status: t(`complaints.status.${status}`),
    }),
    path: `/complaints/${id}`,
  };
};

export default present;
