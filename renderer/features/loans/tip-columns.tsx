/** Columns of the list of tips. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { tipState, tipUnsigned, type TipRow } from '@shared/loans/tip-rows';
import { staffName } from '../../data/directory';
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';
import { shortTime } from './loan-columns';

/** 未付 is light until the day is over: it is Today that reminds. */
export function TipTags({ row }: { readonly row: TipRow }): ReactElement {
  return (
    <>
      <span className="tag">{t(`loans.tips.state.${tipState(row)}`)}</span>
      {tipUnsigned(row) && <span className="tag due">{t('loans.unsigned')}</span>}
    </>
  );
}

export function tipColumns(): readonly RegisterColumn<TipRow>[] {
  return [
    {
      key: 'no',
      title: t('loans.field.no'),
      width: '168px',
      render: ({ tip }) => <span className="quiet">{tip.body.no}</span>,
      sort: ({ tip }) => tip.body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'at',
      title: t('loans.field.time'),
      width: '104px',
      render: ({ tip }) => shortTime(tip.at),
      sort: ({ tip }) => tip.at,
    },
    {
      key: 'receiver',
      title: t('loans.tips.receiver'),
      width: 'minmax(120px, 1.2fr)',
      render: ({ tip }) => tip.body.receiver,
      sort: ({ tip }) => tip.body.receiver,
    },
    {
      key: 'amount',
      title: t('loans.tips.amountColumn'),
      width: '104px',
      align: 'right',
      render: ({ tip }) => formatMoney(tip.body.amount),
      sort: ({ tip }) => tip.body.amount,
    },
    {
      key: 'tenders',
      title: t('loans.field.tenders'),
      width: '110px',
      render: ({ tip }) =>
        tip.body.payments.map(({ tender }) => t(`ledger.tender.${tender}`)).join(t('ui.listSeparator')),
      wideOnly: true,
    },
    {
      key: 'customer',
      title: t('loans.tips.customer'),
      width: 'minmax(80px, 0.8fr)',
      render: ({ tip }) => tip.body.customer.name,
      sort: ({ tip }) => tip.body.customer.name,
      wideOnly: true,
    },
    {
      key: 'paidAt',
      title: t('loans.tips.paidAt'),
      width: '104px',
      render: ({ paid }) => (paid ? shortTime(paid.at) : ''),
      sort: ({ paid }) => paid?.at ?? '',
    },
    {
      key: 'clerk',
      title: t('loans.field.clerk'),
      width: '74px',
      render: ({ tip }) => staffName(tip.by),
      sort: ({ tip }) => staffName(tip.by),
      wideOnly: true,
    },
    {
      key: 'state',
      title: t('loans.field.state'),
      width: '136px',
      render: (row) => <TipTags row={row} />,
    },
  ];
}
