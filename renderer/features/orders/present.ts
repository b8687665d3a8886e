/** Records of this feature as lines of the search box: orders. */
import { formatMoney } from '@shared/core/money';
import type { CustomerOrder, PurchaseOrder } from '@shared/orders/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (doc.kind === 'purchaseOrder') {
    const { body, day, id } = doc as PurchaseOrder;
    return {
      title: `${body.supplierName}　${body.no ?? ''}`,
      detail: t('orders.searchPurchase', { day, amount: formatMoney(body.amount) }),
      path: `/orders/${id}`,
    };
  }
  if (doc.kind !== 'customerOrder') return null;
  const { body, id } = doc as CustomerOrder;
  return {
    title: `${body.name}　${body.no ?? ''}`,
    detail: t('orders.searchCustomer', {
      day: body.neededBy,
      goods: body.lines.map(({ name }) => name).join(t('ui.listSeparator')),
    }),
    path: `/orders/customer/${id}`,
  };
};

export default present;
