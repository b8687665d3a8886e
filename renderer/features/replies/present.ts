/** Records of this feature as lines of the search box. */
import { isReply } from '@shared/replies/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (!isReply(doc)) return null;
  const { situation, category } = doc.body;
  return {
    title: situation,
    detail: t('replies.searchDetail', { category, status: t(`replies.status.${doc.status}`) }),
    path: `/replies/${doc.id}`,
  };
};

export default present;
