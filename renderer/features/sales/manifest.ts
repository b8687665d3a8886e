/** Sales in the frame. */
import { formatMoney } from '@shared/core/money';
import type { Refund, Sale } from '@shared/ledger/entries/sales';
import { linesText } from '@shared/sales/rows';
import type { Feature } from '../../ui/feature';
import { salesToday } from './today';

export const salesFeature: Feature = {
  id: 'sales',
  collections: ['ledger', 'products'],
  nav: {
    group: 'groupShop',
    label: 'sales.title',
    icon: 'bag',
    path: '/sales',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  page: () => import('./sales-page'),
  today: salesToday,
  todayLater: () => import('./today-later'),
  present: (doc) => {
    if (doc.kind === 'refund') {
      const { body, day } = doc as Refund;
      return {
        title: `${body.no ?? ''}　${formatMoney(-body.total)}`,
        detail: `${day} · ${body.saleNo}`,
        path: `/sales/list/${body.sale}`,
      };
    }
    if (doc.kind !== 'sale') return null;
    const sale = doc as Sale;
    return {
      title: `${sale.body.no ?? ''}　${formatMoney(sale.body.total)}`,
      detail: `${sale.day} · ${linesText(sale)}`,
      path: `/sales/list/${sale.id}`,
    };
  },
};
