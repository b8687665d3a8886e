/** Records of this feature as lines of the search box. */
import { isEnquiry } from '@shared/enquiries/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (!isEnquiry(doc)) return null;
  const { body, day, status, id } = doc;
  return {
    title: `${body.customer.name || t('enquiries.anonymous')}　${body.no ?? ''}`,
    detail: t('enquiries.searchDetail', {
      day,
      category: `${t(`enquiries.channel.${body.channel}`)} ${t(`enquiries.category.${body.category}`)}`,
      status: t(`enquiries.status.${status}`),
    }),
    path: `/enquiries/${id}`,
  };
};

export default present;
