/** Orders in the frame. */
import { formatMoney } from '@shared/core/money';
import type { CustomerOrder, PurchaseOrder } from '@shared/orders/schema';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';

export const ordersFeature: Feature = {
  id: 'orders',
  collections: ['stockDocuments'],
  nav: {
    group: 'groupShop',
    label: 'orders.title',
    icon: 'cart',
    path: '/orders',
    roles: ['clerk', 'lead', 'finance', 'manager'],
  },
  page: () => import('./orders-page'),
  todayLater: () => import('./today'),
  present: (doc) => {
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
  },
};
