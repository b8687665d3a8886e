/** Sales whose invoice the customer still waits for. */
import { addDays } from '@shared/core/time';
import type { Sale } from '@shared/ledger/entries/sales';
import { listedSales } from '@shared/sales/rows';
import { range } from '../../data/read';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { toInvoice } from './sale-columns';
import { withFollowers } from './use-sales';

/** Sales whose invoice is still asked for are not older than that. Days. */
const INVOICE_DAYS = 60;
/** Days an invoice may wait before its line is amber. */
const INVOICE_WAITS = 3;

export default async function invoiceItems({ day }: TodayContext): Promise<readonly TodayItem[]> {
  const sales = await range<Sale>('ledger', 'kind', ['sale', addDays(day, -INVOICE_DAYS)], ['sale', day]);
  const asked = sales.filter(({ body }) => body.invoice.state === 'toIssue');
  const waiting = listedSales(await withFollowers(asked)).filter(toInvoice);
  const oldest = waiting.at(-1)?.sale;
  if (!oldest) return [];
  return [
    {
      id: 'sales:invoice',
      level: oldest.day <= addDays(day, -INVOICE_WAITS) ? 'due' : 'open',
      title: t('sales.todayInvoice', { count: waiting.length }),
      detail: [oldest.body.no, oldest.body.invoice.title].filter(Boolean).join(' · '),
      until: oldest.day.slice(5),
      dueAt: oldest.at,
      action: { label: t('sales.doIssue'), path: `/sales/list/${oldest.id}/invoice` },
    },
  ];
}
