/** Records of this feature as lines of the search box: deposits, loans and tips. */
import { formatMoney } from '@shared/core/money';
import type { DepositTaken, TipTaken } from '@shared/ledger/entries/money';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';
import { thingName } from './thing';

const present: Present = (doc) => {
  if (doc.kind === 'depositTaken') {
    const { body, day, id } = doc as DepositTaken;
    return {
      title: `${body.customer.name}　${body.no ?? ''}`,
      detail: t('loans.searchDetail', { day, thing: thingName(body), amount: formatMoney(body.amount) }),
      path: `/loans/${id}`,
    };
  }
  if (doc.kind !== 'tipTaken') return null;
  const { body, day, id } = doc as TipTaken;
  return {
    title: `${body.receiver}　${body.no ?? ''}`,
    detail: t('loans.tips.searchDetail', { day, amount: formatMoney(body.amount) }),
    path: `/loans/tips/${id}`,
  };
};

export default present;
