/** One sale beside the list: lines, tenders, what came back, its invoice. */
import { useState, type ReactElement, type ReactNode } from 'react';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { dateTimeCell } from '@shared/forms/texts';
import type { Refund } from '@shared/ledger/entries/sales';
import { INVOICE_ROLES } from '@shared/ledger/invoice-step';
import { returnedOf } from '@shared/sales/refund';
import type { ListedSale } from '@shared/sales/rows';
import { staffName } from '../../data/directory';
import { useSession } from '../../data/session';
import { t, type MessageKey } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { PaperSignature } from '../../ui/paper-signature';
import { RecordPanel } from '../../ui/record-panel';
import { ReverseDialog } from '../../ui/reverse/reverse-dialog';
import { printReceipt } from './prints';
import { SaleTags } from './sale-columns';

interface SalePanelProps {
  readonly row: ListedSale;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

export function SalePanel({ row, onAct, onClose }: SalePanelProps): ReactElement {
  const { sale, refunds, reversed, steps, invoice, undone } = row;
  const [undoing, setUndoing] = useState<Refund | null>(null);
  const { body } = sale;
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const returned = returnedOf(sale, refunds);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('sales.field.tenders'),
      body.payments.map(({ tender, amount, terminal, ref, given }, at) => (
        <div key={at}>
          {t(`ledger.tender.${tender}`)} {formatMoney(amount)}
          <span className="quiet"> {[terminal, ref].filter(Boolean).join(' ')}</span>
          {given > amount && (
            <span className="quiet">
              {' '}
              {t('sales.change', { given: formatMoney(given), change: formatMoney(given - amount) })}
            </span>
          )}
        </div>
      )),
    ],
    [
      t('sales.field.customerName'),
      body.customer.name || body.customer.phone ? (
        <>
          {body.customer.name} <MaskedPhone phone={body.customer.phone} record={sale.id} />
        </>
      ) : (
        ''
      ),
    ],
    [t('sales.field.memberNo'), body.customer.memberNo],
    [t('sales.off'), body.discount + body.rounding > 0 ? formatMoney(body.discount + body.rounding) : ''],
    [t('sales.field.reason'), body.reason],
    [t('sales.field.approval'), body.approval?.name ?? ''],
    [t('sales.field.signatory'), body.signature?.name ?? ''],
    [
      t('ledger.invoice.label'),
      [t(`ledger.invoice.state.${invoice.state}`), invoice.number, invoice.title, invoice.taxNo]
        .filter(Boolean)
        .join('　'),
    ],
    [t('sales.field.clerk'), staffName(sale.by)],
    [t('sales.field.remark'), body.remark],
  ];
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={formatMoney(body.total)}
      tags={<SaleTags row={row} />}
      onClose={onClose}
      facts={facts}
      log={[sale, ...refunds, ...reversed.flatMap(({ refund, reversal }) => [refund, reversal]), ...steps]
        .flatMap((entry) => entry.body.log ?? [])
        .sort((a, b) => a.at.localeCompare(b.at))}
      describe={({ act }) => t(`sales.act.${act}` as MessageKey)}
      actions={
        <>
          <button type="button" className="button primary grow" onClick={() => void printReceipt(sale, true)}>
            {t('sales.print')}
          </button>
          <button type="button" className="button" onClick={() => void printReceipt(sale, false)}>
            A4
          </button>
          {hasRole(roles, INVOICE_ROLES) && (!undone || invoice.state === 'issued') && (
            <button type="button" className="button" onClick={() => onAct('invoice')}>
              {t('ledger.invoice.label')}
            </button>
          )}
          {hasRole(roles, DESK_ROLES) && !undone && (
            <button type="button" className="button" onClick={() => onAct('refund')}>
              {t('sales.refund')}
            </button>
          )}
        </>
      }
    >
      <table className="sold">
        <tbody>
          {body.lines.map((line, at) => (
            <tr key={at}>
              <td>
                {line.name} <span className="quiet">{line.spec}</span>
                {line.gift && <span className="tag good">{t('sales.gift')}</span>}
                {(returned[at] ?? 0) > 0 && (
                  <span className="tag">{t('sales.returned', { count: returned[at] ?? 0 })}</span>
                )}
              </td>
              <td className="money quiet">
                {line.quantity} {line.unit}
              </td>
              <td className="money">{formatMoney(line.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {refunds.map((refund) => (
        <div key={refund.id} className="refund-note">
          {t('sales.refundNote', {
            no: refund.body.no ?? '',
            amount: formatMoney(refund.body.total),
            reason: refund.body.reason,
            lead: refund.body.approval?.name ?? '',
          })}{' '}
          <button type="button" className="button plain" onClick={() => void printReceipt(refund, true)}>
            {t('sales.print')}
          </button>
          {hasRole(roles, DESK_ROLES) && (
            <button type="button" className="button plain" onClick={() => setUndoing(refund)}>
              {t('sales.undoRefund')}
            </button>
          )}
        </div>
      ))}
      {reversed.map(({ refund, reversal }) => (
        <div key={refund.id} className="refund-note quiet">
          {`${refund.body.no ?? ''} ${formatMoney(refund.body.total)} `}
          {t('ledger.reverse.by', {
            reason: reversal.body.reason,
            lead: reversal.body.approval.name,
            time: dateTimeCell(reversal.at),
          })}
        </div>
      ))}
      {undoing && <ReverseDialog entry={undoing} onClose={() => setUndoing(null)} />}
      <PaperSignature entry={sale} />
    </RecordPanel>
  );
}
