/** 客户订货: what customers wait for, and beside it one order. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { CustomerOrder } from '@shared/orders/schema';
import { today, useSession } from '../../data/session';
import { WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState, NoRecord } from '../../ui/states';
import { useWordFilter } from '../../ui/use-word-filter';
import { CustomerCancelDialog } from './customer-dialog';
import { CustomerPanel } from './customer-panel';
import { CustomerTags } from './customer-tags';
import { exportCustomerOrders } from './prints';
import { Tabs } from './tabs';
import { hasArrived, listedPeriod, useOrders } from './use-orders';
import { useCustomerFilters, type CustomerFilters } from './view-state';

const NOTHING: readonly CustomerOrder[] = [];
const BASE = '/orders/customer';
const SEGMENTS = ['open', 'arrived', 'closed', 'all'] as const;

const FITS: Readonly<Record<CustomerFilters['segment'], (order: CustomerOrder) => boolean>> = {
  open: ({ status }) => status === 'open',
  arrived: ({ status }) => status === 'arrived',
  closed: ({ status }) => status === 'fetched' || status === 'cancelled',
  all: () => true,
};

const goodsOf = ({ body }: CustomerOrder): string =>
  body.lines.map(({ name, quantity, unit }) => `${name} ${quantity}${unit}`).join(t('ui.listSeparator'));

function columnsOf(arrived: (order: CustomerOrder) => boolean): readonly RegisterColumn<CustomerOrder>[] {
  return [
    {
      key: 'no',
      title: t('orders.field.no'),
      width: '172px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'name',
      title: t('orders.field.customer'),
      width: '110px',
      render: ({ body }) => body.name,
      sort: ({ body }) => body.name,
    },
    {
      key: 'goods',
      title: t('orders.field.lines'),
      width: 'minmax(170px, 1fr)',
      render: (order) => <span title={goodsOf(order)}>{goodsOf(order)}</span>,
    },
    {
      key: 'amount',
      title: t('orders.field.amount'),
      width: '116px',
      align: 'right',
      render: ({ body }) => (body.amount === 0 ? '' : formatMoney(body.amount)),
      sort: ({ body }) => body.amount,
      wideOnly: true,
    },
    {
      key: 'neededBy',
      title: t('orders.field.neededBy'),
      width: '106px',
      render: ({ body }) => body.neededBy,
      sort: ({ body }) => body.neededBy,
    },
    {
      key: 'state',
      title: t('orders.field.state'),
      width: '150px',
      render: (order) => <CustomerTags order={order} day={today()} here={arrived(order)} />,
      sort: ({ status }) => status,
    },
  ];
}

const rowClass = ({ status }: CustomerOrder): string => (status === 'cancelled' ? 'void' : '');

export function CustomerRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const { segment, words } = useCustomerFilters();
  const set = useCustomerFilters.setState;
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const { state, orders } = useOrders();
  const rows = orders?.customers ?? NOTHING;
  const matching = useWordFilter(rows, words, 'stockDocuments', listedPeriod());
  const shown = useMemo(() => matching.filter(FITS[segment]), [matching, segment]);
  const columns = useMemo(() => columnsOf((order) => hasArrived(order, orders?.purchases ?? [])), [orders]);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const order = rows.find(({ id }) => id === record);
  return (
    <RegisterPage
      title={t('orders.title')}
      hint={<Tabs current="customer" />}
      {...(atDesk ? { onNew: { label: t('orders.newCustomer'), run: () => navigate(`${BASE}/new`) } } : {})}
      onExport={() => void exportCustomerOrders(shown)}
      filters={
        <>
          <Segmented
            label={t('orders.field.state')}
            value={segment}
            options={SEGMENTS.map((value) => ({
              value,
              label: t(`orders.customerSegment.${value}`),
              count: matching.filter(FITS[value]).length,
            }))}
            onChange={(next) => set({ segment: next })}
          />
          <WordsFilter
            label={t('orders.filterCustomer')}
            value={words}
            onChange={(words) => set({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('orders.tabCustomer')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={
            <ListState state={state} title={t('orders.emptyCustomer')}>
              {atDesk && t('orders.emptyCustomerHint')}
            </ListState>
          }
        />
      }
      side={
        record === '' ? null : order ? (
          <>
            <CustomerPanel
              order={order}
              here={hasArrived(order, orders?.purchases ?? [])}
              onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
              onClose={() => open(null)}
            />
            {act === 'cancel' && <CustomerCancelDialog order={order} onClose={() => open(record)} />}
          </>
        ) : (
          <NoRecord state={state} />
        )
      }
    />
  );
}
