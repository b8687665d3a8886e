/** One customer order: what is wanted, by when, and the next step. */
import type { ReactElement, ReactNode } from 'react';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { stepCustomerOrder, type CustomerStep } from '@shared/orders/customer';
import type { CustomerOrder } from '@shared/orders/schema';
import { staffName } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { today, useSession } from '../../data/session';
import { refusalText, t, type MessageKey } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { RecordPanel } from '../../ui/record-panel';
import { OriginLink } from '../../ui/service/origin';
import { toast } from '../../ui/toast';
import { CustomerTags } from './customer-tags';
import { printCustomerOrder } from './prints';

interface CustomerPanelProps {
  readonly order: CustomerOrder;
  readonly here: boolean;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

async function step(id: string, to: Exclude<CustomerStep, 'cancelled'>): Promise<void> {
  const outcome = await runCommand(stepCustomerOrder, { id, step: to, reason: '' });
  if (outcome.ok) toast(t(`orders.stepped.${to}`));
  else for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
}

export function CustomerPanel({ order, here, onAct, onClose }: CustomerPanelProps): ReactElement {
  const { id, body, status } = order;
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('orders.field.phone'), <MaskedPhone key="phone" phone={body.phone} record={id} />],
    [t('orders.field.neededBy'), body.neededBy],
    [t('orders.field.amount'), body.amount === 0 ? '' : formatMoney(body.amount)],
    [t('orders.field.deposit'), body.deposit],
    [t('orders.field.purchase'), body.purchaseNo],
    [t('orders.field.remark'), body.remark],
    [t('orders.field.by'), `${staffName(order.by)}　${order.day}`],
    [t('service.origin'), body.origin && <OriginLink origin={body.origin} />],
  ];
  const live = status === 'open' || status === 'arrived';
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={body.name}
      tags={<CustomerTags order={order} day={today()} here={here} />}
      onClose={onClose}
      facts={facts}
      log={body.log ?? []}
      describe={({ act }) => t(`orders.act.${act}` as MessageKey)}
      actions={
        <>
          {atDesk && status === 'open' && (
            <button type="button" className="button primary grow" onClick={() => void step(id, 'arrived')}>
              {t('orders.step.arrived')}
            </button>
          )}
          {atDesk && status === 'arrived' && (
            <button type="button" className="button primary grow" onClick={() => void step(id, 'fetched')}>
              {t('orders.step.fetched')}
            </button>
          )}
          {atDesk && status === 'open' && (
            <button type="button" className="button" onClick={() => onAct('edit')}>
              {t('orders.edit')}
            </button>
          )}
          <button type="button" className="button" onClick={() => printCustomerOrder(order)}>
            {t('ui.print')}
          </button>
          {atDesk && live && (
            <button type="button" className="button danger" onClick={() => onAct('cancel')}>
              {t('orders.step.cancelled')}
            </button>
          )}
        </>
      }
    >
      <table className="history">
        <tbody>
          {body.lines.map(({ name, spec, quantity, unit, amount }, at) => (
            <tr key={at}>
              <td>
                {name} <span className="quiet">{spec}</span>
              </td>
              <td className="right">{`${quantity} ${unit}`}</td>
              <td className="right">{amount === 0 ? '' : formatMoney(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </RecordPanel>
  );
}
