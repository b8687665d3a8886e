/** One order to a supplier: what was ordered, what came, and the next step. */
import type { ReactElement, ReactNode } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { dateTimeCell } from '@shared/forms/texts';
import { baseUnits } from '@shared/ledger/effects';
import { placePurchase } from '@shared/orders/purchase';
import { outstandingOf } from '@shared/orders/receipts';
import { runCommand } from '../../data/gateway';
import { staffName } from '../../data/directory';
import { useSession } from '../../data/session';
import { refusalText, t, type MessageKey } from '../../ui/i18n';
import { RecordPanel } from '../../ui/record-panel';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';
import { printPurchase } from './prints';
import { PurchaseTags } from './purchase-register';
import { isComing, isOpen, type ListedPurchase } from './use-orders';

interface PurchasePanelProps {
  readonly row: ListedPurchase;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

async function place(id: string, no: string): Promise<void> {
  const outcome = await runCommand(placePurchase, { id });
  if (outcome.ok) toast(t('orders.placed', { no }));
  else for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
}

export function PurchasePanel({ row, onAct, onClose }: PurchasePanelProps): ReactElement {
  const { order, state } = row;
  const { body, id } = order;
  const [, navigate] = useLocation();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const no = body.no ?? '';
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('orders.field.amount'), formatMoney(body.amount)],
    [t('orders.field.expected'), body.expected],
    [t('orders.field.by'), `${staffName(order.by)}　${order.day}`],
    [
      t('orders.field.approval'),
      body.approval ? `${body.approval.name}　${dateTimeCell(body.approval.at)}` : '',
    ],
    [t('orders.field.ordered'), dateTimeCell(body.orderedAt)],
    [t('orders.field.remark'), body.remark],
  ];
  return (
    <RecordPanel
      number={no}
      title={body.supplierName}
      tags={<PurchaseTags row={row} />}
      onClose={onClose}
      facts={facts}
      log={body.log ?? []}
      describe={({ act }) => t(`orders.act.${act}` as MessageKey)}
      actions={
        <>
          {atDesk && state === 'draft' && (
            <>
              <button type="button" className="button primary grow" onClick={() => onAct('approve')}>
                {t('orders.approve')}
              </button>
              <button type="button" className="button" onClick={() => onAct('edit')}>
                {t('orders.edit')}
              </button>
            </>
          )}
          {atDesk && state === 'approved' && (
            <button type="button" className="button primary grow" onClick={() => void place(id, no)}>
              {t('orders.place')}
            </button>
          )}
          {atDesk && isComing(state) && (
            <button
              type="button"
              className="button primary grow"
              onClick={() => navigate(`/stock/receive/${id}`)}
            >
              {t('orders.receive')}
            </button>
          )}
          <button type="button" className="button" onClick={() => printPurchase(row)}>
            {t('orders.print')}
          </button>
          {atDesk && isOpen(state) && (
            <button type="button" className="button danger" onClick={() => onAct('cancel')}>
              {t('orders.cancel')}
            </button>
          )}
        </>
      }
    >
      <OrderLines row={row} />
      {row.receipts.length > 0 && <Receipts row={row} />}
    </RecordPanel>
  );
}

/** Each product once, in base units. */
function OrderLines({ row: { order, received } }: { readonly row: ListedPurchase }): ReactElement {
  const open = outstandingOf(order, received);
  return (
    <table className="history">
      <thead>
        <tr>
          <th>{t('orders.field.product')}</th>
          <th className="right">{t('orders.field.orderedQuantity')}</th>
          <th className="right">{t('orders.field.came')}</th>
          <th className="right">{t('orders.field.left')}</th>
        </tr>
      </thead>
      <tbody>
        {[...new Set(order.body.lines.map(({ product }) => product))].map((product) => {
          const mine = order.body.lines.filter((line) => line.product === product);
          const left = open.get(product) ?? 0;
          return (
            <tr key={product}>
              <td>
                {mine[0]?.name} <span className="quiet">{mine[0]?.spec}</span>
              </td>
              <td
                className="right"
                title={mine.map(({ quantity, unit }) => `${quantity} ${unit}`).join(' + ')}
              >
                {mine.reduce((sum, line) => sum + baseUnits(line), 0)}
              </td>
              <td className="right">{received.get(product) ?? 0}</td>
              <td className="right">{left === 0 ? '' : <b>{left}</b>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Receipts({ row: { receipts, received } }: { readonly row: ListedPurchase }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <>
      <h2>{t('orders.receipts')}</h2>
      <ul className="receipts">
        {receipts.map(({ id, at, body }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => navigate(`/stock/moves/${id}`)}>
              {body.no}
            </button>{' '}
            <span className="quiet">
              {t('orders.receiptLine', {
                time: dayTime(at),
                count: body.lines.length,
                amount: formatMoney(body.amount),
              })}
            </span>
            {body.lines.every(({ product }) => (received.get(product) ?? 0) === 0) && (
              <span className="tag">{t('orders.receiptReversed')}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
