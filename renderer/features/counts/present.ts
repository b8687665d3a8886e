/** Records of this feature as lines of the search box: counts. */
import type { Count } from '@shared/counts/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (doc.kind !== 'count') return null;
  const { id, day, status, body } = doc as Count;
  return {
    title: `${t(`counts.type.${body.type}`)}　${body.no ?? ''}`,
    detail: t('counts.searchDetail', { day, status: t(`counts.status.${status}`) }),
    path: `/counts/${id}`,
  };
};

export default present;
