/** 采购订货: the list of orders to suppliers, and beside it one of them. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { staffName } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState, NoRecord } from '../../ui/states';
import { useWordFilter } from '../../ui/use-word-filter';
import { exportPurchases } from './prints';
import { ApproveDialog, CancelDialog } from './purchase-dialogs';
import { PurchasePanel } from './purchase-panel';
import { Tabs } from './tabs';
import { daysLate, isComing, isOpen, listedPeriod, useOrders, type ListedPurchase } from './use-orders';
import { usePurchaseFilters, type PurchaseFilters } from './view-state';

const NOTHING: readonly ListedPurchase[] = [];
const SEGMENTS = ['open', 'draft', 'coming', 'closed', 'all'] as const;

const FITS: Readonly<Record<PurchaseFilters['segment'], (row: ListedPurchase) => boolean>> = {
  open: ({ state }) => isOpen(state),
  draft: ({ state }) => state === 'draft',
  coming: ({ state }) => isComing(state),
  closed: ({ state }) => !isOpen(state),
  all: () => true,
};

export function PurchaseTags({ row }: { readonly row: ListedPurchase }): ReactElement {
  const late = daysLate(row, today());
  const level =
    row.state === 'draft' || row.state === 'approved' ? 'due' : row.state === 'received' ? 'good' : '';
  return (
    <>
      <span className={`tag ${level}`}>{t(`orders.state.${row.state}`)}</span>
      {late > 0 && <span className="tag overdue">{t('orders.late', { days: late })}</span>}
    </>
  );
}

function columnsOf(): readonly RegisterColumn<ListedPurchase>[] {
  return [
    {
      key: 'no',
      title: t('orders.field.no'),
      width: '172px',
      render: ({ order }) => <span className="quiet">{order.body.no}</span>,
      sort: ({ order }) => order.body.no ?? '',
    },
    {
      key: 'day',
      title: t('orders.field.day'),
      width: '104px',
      render: ({ order }) => order.day,
      sort: ({ order }) => order.day,
      wideOnly: true,
    },
    {
      key: 'supplier',
      title: t('orders.field.supplier'),
      width: 'minmax(150px, 1fr)',
      render: ({ order }) => order.body.supplierName,
      sort: ({ order }) => order.body.supplierName,
    },
    {
      key: 'items',
      title: t('orders.field.items'),
      width: '78px',
      align: 'right',
      render: ({ order }) => order.body.lines.length,
      sort: ({ order }) => order.body.lines.length,
      wideOnly: true,
    },
    {
      key: 'amount',
      title: t('orders.field.amount'),
      width: '116px',
      align: 'right',
      render: ({ order }) => formatMoney(order.body.amount),
      sort: ({ order }) => order.body.amount,
      wideOnly: true,
    },
    {
      key: 'expected',
      title: t('orders.field.expected'),
      width: '104px',
      render: ({ order }) => order.body.expected,
      sort: ({ order }) => order.body.expected,
      wideOnly: true,
    },
    {
      key: 'by',
      title: t('orders.field.by'),
      width: '80px',
      render: ({ order }) => staffName(order.by),
      sort: ({ order }) => staffName(order.by),
      wideOnly: true,
    },
    {
      key: 'state',
      title: t('orders.field.state'),
      width: '180px',
      render: (row) => <PurchaseTags row={row} />,
      sort: ({ state }) => state,
    },
  ];
}

const rowClass = ({ state }: ListedPurchase): string => (state === 'cancelled' ? 'void' : '');

export function PurchaseRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const { segment, words } = usePurchaseFilters();
  const set = usePurchaseFilters.setState;
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const { state, orders } = useOrders();
  const rows = orders?.purchases ?? NOTHING;
  const matching = useWordFilter(rows, words, 'stockDocuments', listedPeriod());
  const shown = useMemo(() => matching.filter(FITS[segment]), [matching, segment]);
  const columns = useMemo(() => columnsOf(), []);
  const open = (id: string | null): void => navigate(id ? `/orders/${id}` : '/orders', { replace: true });
  const row = rows.find(({ id }) => id === record);
  return (
    <RegisterPage
      title={t('orders.title')}
      hint={<Tabs current="purchase" />}
      {...(atDesk ? { onNew: { label: t('orders.new'), run: () => navigate('/orders/new') } } : {})}
      onExport={() => void exportPurchases(shown)}
      filters={
        <>
          <Segmented
            label={t('orders.field.state')}
            value={segment}
            options={SEGMENTS.map((value) => ({
              value,
              label: t(`orders.segment.${value}`),
              count: matching.filter(FITS[value]).length,
            }))}
            onChange={(next) => set({ segment: next })}
          />
          <WordsFilter label={t('orders.filterWords')} value={words} onChange={(words) => set({ words })} />
        </>
      }
      table={
        <RegisterTable
          label={t('orders.tabPurchase')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={
            <ListState state={state} title={t('orders.empty')}>
              {atDesk && t('orders.emptyHint')}
            </ListState>
          }
          foot={t('orders.rows', {
            count: shown.length,
            total: formatMoney(shown.reduce((sum, { order }) => sum + order.body.amount, 0)),
          })}
        />
      }
      side={
        record === '' ? null : row ? (
          <>
            <PurchasePanel
              row={row}
              onAct={(next) => navigate(`/orders/${record}/${next}`)}
              onClose={() => open(null)}
            />
            {act === 'approve' && <ApproveDialog order={row.order} onClose={() => open(record)} />}
            {act === 'cancel' && <CancelDialog order={row.order} onClose={() => open(record)} />}
          </>
        ) : (
          <NoRecord state={state} />
        )
      }
    />
  );
}
