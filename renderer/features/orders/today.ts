/** What orders put on Today: what to reorder, what is late or waits for somebody, customers who wait. */
import { formatMoney } from '@shared/core/money';
import { addDays, instantOf } from '@shared/core/time';
import type { CustomerOrder } from '@shared/orders/schema';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { loadSuggestions } from './load-suggestions';
import { daysLate, hasArrived, isComing, loadOrders, type ListedPurchase, type Orders } from './use-orders';

/** Days late from which an order is red. */
const RED_AFTER = 2;
/** Days before a customer needs it from which the line shows. */
const CUSTOMER_AHEAD = 2;
const NAMED = 3;

export default async function ordersToday(context: TodayContext): Promise<readonly TodayItem[]> {
  const orders = await loadOrders();
  return [
    ...orders.purchases.flatMap((row) => purchaseItems(row, context)),
    ...orders.customers.flatMap((order) => customerItems(order, orders, context)),
    ...(await suggestItems(orders, context)),
  ];
}

function purchaseItems(row: ListedPurchase, { day, roles }: TodayContext): readonly TodayItem[] {
  const { id, order, state } = row;
  const { body } = order;
  const no = body.no ?? '';
  const base = {
    id: `order:${id}`,
    until: body.expected.slice(5),
    dueAt: instantOf(`${body.expected}T12:00`),
  };
  const late = daysLate(row, day);
  if (isComing(state))
    return body.expected > day
      ? []
      : [
          {
            ...base,
            level: late >= RED_AFTER ? 'overdue' : late > 0 ? 'due' : 'open',
            title: t('orders.todayLate', { supplier: body.supplierName }),
            detail: t('orders.todayLateDetail', { no, day: body.expected }),
            action: { label: t('orders.doReceive'), path: `/stock/receive/${id}` },
          },
        ];
  if (state === 'draft' && roles.includes('lead'))
    return [
      {
        ...base,
        level: 'due',
        title: t('orders.todayApprove', { supplier: body.supplierName }),
        detail: t('orders.todayApproveDetail', { no, amount: formatMoney(body.amount) }),
        action: { label: t('orders.doApprove'), path: `/orders/${id}/approve` },
      },
    ];
  if (state === 'approved')
    return [
      {
        ...base,
        level: 'due',
        title: t('orders.todayPlace', { supplier: body.supplierName }),
        detail: t('orders.todayApproveDetail', { no, amount: formatMoney(body.amount) }),
        action: { label: t('orders.doOpen'), path: `/orders/${id}` },
      },
    ];
  return [];
}

function customerItems(
  order: CustomerOrder,
  { purchases }: Orders,
  { day }: TodayContext,
): readonly TodayItem[] {
  const { id, body, status } = order;
  const here = status === 'arrived' || hasArrived(order, purchases);
  const waits = status === 'open' && body.neededBy <= addDays(day, CUSTOMER_AHEAD);
  if (!here && !waits) return [];
  return [
    {
      id: `customerOrder:${id}`,
      level: !here && body.neededBy < day ? 'overdue' : 'due',
      title: t(here ? 'orders.todayArrived' : 'orders.todayCustomer', { name: body.name }),
      detail: t('orders.todayCustomerDetail', {
        no: body.no ?? '',
        day: body.neededBy,
        goods: body.lines.map(({ name }) => name).join(t('ui.listSeparator')),
      }),
      until: body.neededBy.slice(5),
      dueAt: instantOf(`${body.neededBy}T12:00`),
      action: { label: t('orders.doOpen'), path: `/orders/customer/${id}` },
    },
  ];
}

async function suggestItems(orders: Orders, { now }: TodayContext): Promise<readonly TodayItem[]> {
  const items = (await loadSuggestions(orders)).flatMap((group) => group.items);
  if (items.length === 0) return [];
  return [
    {
      id: 'orders:suggest',
      level: 'open',
      title: t('orders.todaySuggest', { count: items.length }),
      detail: t('orders.todaySuggestDetail', {
        names: items
          .slice(0, NAMED)
          .map(({ product }) => product.body.name)
          .join(t('ui.listSeparator')),
      }),
      until: '',
      dueAt: now,
      action: { label: t('orders.doOrder'), path: '/orders/suggest' },
    },
  ];
}
