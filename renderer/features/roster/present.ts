/** Records of this feature as lines of the search box: swaps and leaves. */
import { isLeave, isSwap } from '@shared/roster/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  const { no = '' } = doc.body;
  if (isSwap(doc))
    return {
      title: `${doc.body.applicantName} · ${doc.body.colleagueName}　${no}`,
      detail: t('roster.swaps.search', {
        day: doc.body.day,
        status: t(`roster.swaps.status.${doc.status}`),
      }),
      path: `/roster/swaps/${doc.id}`,
    };
  if (!isLeave(doc)) return null;
  const { from, to, name } = doc.body;
  return {
    title: `${name}　${no}`,
    detail: t('roster.leaves.search', { from, to, status: t(`roster.leaves.status.${doc.status}`) }),
    path: `/roster/leaves/${doc.id}`,
  };
};

export default present;
