/** Records of this feature as lines of the search box: fees and numbered stock. */
import { formatMoney } from '@shared/core/money';
import type { Fee, NumberedStock } from '@shared/ledger/entries/fees';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
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
};

export default present;
