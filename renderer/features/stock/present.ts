/** Records of this feature as lines of the search box: stock. */
import type { GoodsReceived, OtherOut, Transfer } from '@shared/ledger/entries/stock';
import type { Reversal } from '@shared/ledger/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
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
  const who = 'supplierName' in body ? body.supplierName : 'counterpart' in body ? body.counterpart : body.to;
  return {
    title: `${t(`ledger.kind.${kind}`)}　${body.no ?? ''}`,
    detail: t('stock.searchDetail', { day, who, count: body.lines.length }),
    path: `/stock/moves/${id}`,
  };
};

export default present;
