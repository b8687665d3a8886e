/** Records of this feature as lines of the search box: sales. */
import { formatMoney } from '@shared/core/money';
import type { Refund, Sale } from '@shared/ledger/entries/sales';
import { linesText } from '@shared/sales/rows';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
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
};

export default present;
