/** Records of this feature as lines of the search box. */
import { isFollowUp } from '@shared/follow-up/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';
import { stateText } from './columns';

const present: Present = (doc) =>
  isFollowUp(doc)
    ? {
        title: `${doc.body.customer.name}　${doc.body.no ?? ''}`,
        detail: t('followUp.searchDetail', {
          day: doc.body.plannedFor,
          state: stateText({ status: doc.status, ...doc.body }),
        }),
        path: `/follow-up/${doc.id}`,
      }
    : null;

export default present;
