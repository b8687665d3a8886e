/** Stock in the frame. */
import type { GoodsReceived, OtherOut, Transfer } from '@shared/ledger/entries/stock';
import type { Reversal } from '@shared/ledger/schema';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';

export const stockFeature: Feature = {
  id: 'stock',
  collections: ['ledger'],
  nav: {
    group: 'groupShop',
    label: 'stock.title',
    icon: 'box',
    path: '/stock',
    roles: ['clerk', 'lead', 'finance', 'manager'],
  },
  page: () => import('./stock-page'),
  todayLater: () => import('./today'),
  present: (doc) => {
    if (doc.kind === 'reversal') {
      const { body, day, id } = doc as Reversal;
      return ['goodsReceived', 'otherOut', 'transfer'].includes(body.ofKind)
        ? {
            title: t('stock.ofEntry', { no: body.ofNo }),
            detail: `${day} · ${body.reason}`,
            path: `/stock/moves/${id}`,
          }
        : null;
    }
    if (doc.kind !== 'goodsReceived' && doc.kind !== 'otherOut' && doc.kind !== 'transfer') return null;
    const { kind, body, day, id } = doc as GoodsReceived | OtherOut | Transfer;
    const who =
      'supplierName' in body ? body.supplierName : 'counterpart' in body ? body.counterpart : body.to;
    return {
      title: `${t(`ledger.kind.${kind}`)}　${body.no ?? ''}`,
      detail: t('stock.searchDetail', { day, who, count: body.lines.length }),
      path: `/stock/moves/${id}`,
    };
  },
};
