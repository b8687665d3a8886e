/** Baskets that are still set aside, and sales whose invoice the customer still waits for. */
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { addDays, clock, minutesBetween } from '@shared/core/time';
import type { Sale } from '@shared/ledger/entries/sales';
import { listedSales } from '@shared/sales/rows';
import { range } from '../../data/read';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { parkedNow } from './parked';
import { toInvoice } from './sale-columns';
import { withFollowers } from './use-sales';

/** Sales whose invoice is still asked for are not older than that. Days. */
const INVOICE_DAYS = 60;
/** Days an invoice may wait before its line is amber. */
const INVOICE_WAITS = 3;

/** Minutes a basket may be set aside before its line is amber. */
const PARKED_WAITS = 60;

function parkedItems({ now, roles }: TodayContext): readonly TodayItem[] {
  const parked = hasRole(roles, DESK_ROLES) ? parkedNow() : [];
  const oldest = parked[0];
  if (!oldest) return [];
  return [
    {
      id: 'sales:parked',
      level: minutesBetween(oldest.at, now) >= PARKED_WAITS ? 'due' : 'open',
      title: t('sales.todayParked', { count: parked.length }),
      detail: [oldest.values.customerName, oldest.byName].filter(Boolean).join(' · '),
      until: clock(oldest.at),
      dueAt: oldest.at,
      action: { label: t('sales.doParked'), path: '/sales' },
    },
  ];
}

export default async function laterItems(context: TodayContext): Promise<readonly TodayItem[]> {
  return [...parkedItems(context), ...(await invoiceItems(context))];
}

async function invoiceItems({ day }: TodayContext): Promise<readonly TodayItem[]> {
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
