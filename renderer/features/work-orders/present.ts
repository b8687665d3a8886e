/** Work orders as lines of the search box. */
import { isWorkOrder } from '@shared/work-orders/access';
import { liveParts, stageOf } from '@shared/work-orders/state';
import { departmentName } from '../../data/directory';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (!isWorkOrder(doc)) return null;
  const { body, day, id } = doc;
  return {
    title: `${body.summary.slice(0, 40)}　${body.no ?? ''}`,
    detail: t('workOrders.searchDetail', {
      day,
      departments: liveParts(body)
        .map(({ department }) => departmentName(department))
        .join(t('ui.listSeparator')),
      state: t(`workOrders.stage.${stageOf(doc)}`),
    }),
    path: `/work-orders/${id}`,
  };
};

export default present;
