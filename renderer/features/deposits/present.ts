/** Records of this feature as lines of the search box: deposits with finance. */
import { formatMoney } from '@shared/core/money';
import type { Deposit } from '@shared/ledger/entries/tills';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (doc.kind !== 'deposit') return null;
  const { id, day, body } = doc as Deposit;
  return {
    title: `${t('deposits.title')}　${body.no ?? ''}`,
    detail: t('deposits.searchDetail', { day, amount: formatMoney(body.total), name: body.receiver.name }),
    path: `/deposits/records/${id}`,
  };
};

export default present;
