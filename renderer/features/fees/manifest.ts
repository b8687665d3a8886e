/** Fees and numbered stock in the frame. */
import { formatMoney } from '@shared/core/money';
import type { Fee, NumberedStock } from '@shared/ledger/entries/fees';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { feesToday } from './today';

export const feesFeature: Feature = {
  id: 'fees',
  collections: ['ledger'],
  nav: {
    group: 'groupMoney',
    label: 'fees.title',
    icon: 'fee',
    path: '/fees',
    roles: ['clerk', 'lead', 'finance', 'manager'],
  },
  page: () => import('./fees-page'),
  today: feesToday,
  todayLater: () => import('./today-later'),
  present: (doc) => {
    if (doc.kind === 'fee') {
      const { body, day, id } = doc as Fee;
      return {
        title: `${body.customer.name}　${body.no ?? ''}`,
        detail: t('fees.searchDetail', { day, type: body.type, amount: formatMoney(body.amount) }),
        path: `/fees/${id}`,
      };
    }
    if (doc.kind !== 'numberedStock') return null;
    const { body, day, id } = doc as NumberedStock;
    return {
      title: `${t(`fees.move.${body.move}`)} ${body.from === body.to ? body.from : `${body.from}–${body.to}`}`,
      detail: `${day} · ${t(`fees.stock.${body.stock}`)}　${body.no ?? ''}`,
      path: `/fees/numbered/${id}`,
    };
  },
};
