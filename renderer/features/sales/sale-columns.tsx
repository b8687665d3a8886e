/** Columns of the list of sales. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { civil } from '@shared/core/time';
import { linesText, type ListedSale } from '@shared/sales/rows';
import { staffName } from '../../data/directory';
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';

export const toInvoice = ({ invoice, undone }: ListedSale): boolean => invoice.state === 'toIssue' && !undone;

/** 待开票, 部分退货 or 已退货; nothing where there is nothing to know. */
export function SaleTags({ row }: { readonly row: ListedSale }): ReactElement | null {
  if (row.undone) return <span className="tag">{t('sales.state.undone')}</span>;
  return (
    <>
      {row.refunds.length > 0 && <span className="tag">{t('sales.state.partly')}</span>}
      {toInvoice(row) && <span className="tag due">{t('ledger.invoice.state.toIssue')}</span>}
    </>
  );
}

export function saleColumns(): readonly RegisterColumn<ListedSale>[] {
  return [
    {
      key: 'no',
      title: t('sales.field.no'),
      width: '168px',
      render: ({ sale }) => <span className="quiet">{sale.body.no}</span>,
      sort: ({ sale }) => sale.body.no ?? '',
    },
    {
      key: 'at',
      title: t('sales.field.time'),
      width: '104px',
      render: ({ sale }) => civil(sale.at).slice(5, 16).replace('T', ' '),
      sort: ({ sale }) => sale.at,
    },
    {
      key: 'lines',
      title: t('sales.field.goods'),
      width: 'minmax(170px, 2fr)',
      render: ({ sale }) => linesText(sale),
      wideOnly: true,
    },
    {
      key: 'total',
      title: t('sales.field.total'),
      width: '108px',
      align: 'right',
      render: ({ sale }) => formatMoney(sale.body.total),
      sort: ({ sale }) => sale.body.total,
    },
    {
      key: 'tenders',
      title: t('sales.field.tenders'),
      width: 'minmax(110px, 0.6fr)',
      render: ({ sale }) =>
        sale.body.payments.map(({ tender }) => t(`ledger.tender.${tender}`)).join(t('ui.listSeparator')),
    },
    {
      key: 'customer',
      title: t('sales.field.customerName'),
      width: 'minmax(80px, 0.7fr)',
      render: ({ sale }) => sale.body.customer.name,
      sort: ({ sale }) => sale.body.customer.name,
      wideOnly: true,
    },
    {
      key: 'clerk',
      title: t('sales.field.clerk'),
      width: '80px',
      render: ({ sale }) => staffName(sale.by),
      sort: ({ sale }) => staffName(sale.by),
      wideOnly: true,
    },
    {
      key: 'state',
      title: t('sales.field.state'),
      width: 'minmax(92px, 0.5fr)',
      render: (row) => <SaleTags row={row} />,
    },
  ];
}
