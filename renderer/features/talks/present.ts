/** Talks as lines of the search box. */
import { isTalk } from '@shared/talks/access';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (!isTalk(doc)) return null;
  const { body, day, id, status } = doc;
  return {
    title: `${body.customer.name}　${body.no ?? ''}`,
    detail: t('talks.searchDetail', {
      day,
      ground: t(`talks.ground.${body.ground}`),
      state: t(`talks.status.${status}`),
    }),
    path: `/talks/${id}`,
  };
};

export default present;
