/** Columns of the list of fees. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { civil } from '@shared/core/time';
import { staffName } from '../../data/directory';
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';
import type { ListedFee } from './use-fees';

/** 待开票 or 已冲销; nothing where there is nothing to do. */
export function FeeTags({ row: { invoice, reversal } }: { readonly row: ListedFee }): ReactElement | null {
  if (reversal) return <span className="tag">{t('fees.state.reversed')}</span>;
  if (invoice.state === 'toIssue')
    return <span className="tag due">{t('ledger.invoice.state.toIssue')}</span>;
  return invoice.state === 'issued' ? <span className="tag">{t('ledger.invoice.state.issued')}</span> : null;
}

export const toInvoice = ({ invoice, reversal }: ListedFee): boolean =>
  invoice.state === 'toIssue' && !reversal;

export function feeColumns(): readonly RegisterColumn<ListedFee>[] {
  return [
    {
      key: 'no',
      title: t('fees.field.no'),
      width: '168px',
      render: ({ fee }) => <span className="quiet">{fee.body.no}</span>,
      sort: ({ fee }) => fee.body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'at',
      title: t('fees.field.time'),
      width: '104px',
      render: ({ fee }) => civil(fee.at).slice(5, 16).replace('T', ' '),
      sort: ({ fee }) => fee.at,
    },
    {
      key: 'type',
      title: t('fees.field.type'),
      width: 'minmax(74px, 0.7fr)',
      render: ({ fee }) => fee.body.type,
      sort: ({ fee }) => fee.body.type,
    },
    {
      key: 'name',
      title: t('fees.field.name'),
      width: 'minmax(90px, 1fr)',
      render: ({ fee }) => fee.body.customer.name,
      sort: ({ fee }) => fee.body.customer.name,
    },
    {
      key: 'agreementNo',
      title: t('fees.field.agreementNo'),
      width: 'minmax(80px, 0.8fr)',
      render: ({ fee }) => fee.body.agreementNo,
      sort: ({ fee }) => fee.body.agreementNo,
      wideOnly: true,
    },
    {
      key: 'cardNo',
      title: t('fees.field.cardNo'),
      width: 'minmax(80px, 0.8fr)',
      render: ({ fee }) => fee.body.cardNo,
      sort: ({ fee }) => fee.body.cardNo,
      wideOnly: true,
    },
    {
      key: 'amount',
      title: t('fees.field.amountColumn'),
      width: '112px',
      align: 'right',
      render: ({ fee }) => formatMoney(fee.body.amount),
      sort: ({ fee }) => fee.body.amount,
    },
    {
      key: 'tenders',
      title: t('fees.field.tenders'),
      width: '118px',
      render: ({ fee }) =>
        fee.body.payments.map(({ tender }) => t(`ledger.tender.${tender}`)).join(t('ui.listSeparator')),
      wideOnly: true,
    },
    {
      key: 'clerk',
      title: t('fees.field.clerk'),
      width: '80px',
      render: ({ fee }) => staffName(fee.by),
      sort: ({ fee }) => staffName(fee.by),
      wideOnly: true,
    },
    {
      key: 'state',
      title: t('fees.field.state'),
      width: '88px',
      render: (row) => <FeeTags row={row} />,
    },
  ];
}
