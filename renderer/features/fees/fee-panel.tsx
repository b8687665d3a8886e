/** One fee beside the list: what was paid, its receipt, invoice and reversal. */
import type { ReactElement, ReactNode } from 'react';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { dateTimeCell } from '@shared/forms/texts';
import { INVOICE_ROLES } from '@shared/ledger/invoice-step';
import type { NumberedStock } from '@shared/ledger/entries/fees';
import { staffName } from '../../data/directory';
import { useSession } from '../../data/session';
import { t, type MessageKey } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { PaperSignature } from '../../ui/paper-signature';
import { RecordPanel } from '../../ui/record-panel';
import { FeeTags } from './fee-columns';
import { printReceipt } from './prints';
import type { ListedFee } from './use-fees';

interface FeePanelProps {
  readonly row: ListedFee;
  /** Pieces issued with the fee. */
  readonly pieces: readonly NumberedStock[];
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

export function FeePanel({ row, pieces, onAct, onClose }: FeePanelProps): ReactElement {
  const { fee, invoice, reversal, steps } = row;
  const { body } = fee;
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('fees.field.type'), body.type],
    [
      t('fees.field.name'),
      <>
        {body.customer.name} <MaskedPhone phone={body.customer.phone} record={fee.id} />
      </>,
    ],
    [t('fees.field.memberNo'), body.customer.memberNo],
    [t('fees.field.agreementNo'), body.agreementNo],
    [t('fees.field.cardNo'), body.cardNo],
    [t('fees.field.receiptNo'), body.receiptNo],
    [
      t('fees.field.tenders'),
      body.payments.map(({ tender, amount, terminal, ref, given }, at) => (
        <div key={at}>
          {t(`ledger.tender.${tender}`)} {formatMoney(amount)}
          {given > amount && (
            <span className="quiet">
              {' '}
              {t('fees.given', { given: formatMoney(given), change: formatMoney(given - amount) })}
            </span>
          )}
          <span className="quiet"> {[terminal, ref].filter(Boolean).join(' ')}</span>
        </div>
      )),
    ],
    [
      t('ledger.invoice.label'),
      [t(`ledger.invoice.state.${invoice.state}`), invoice.number, invoice.title, invoice.taxNo]
        .filter(Boolean)
        .join('　'),
    ],
    [t('fees.field.checklist'), body.checklist.join(t('ui.listSeparator'))],
    [
      t('fees.pieces'),
      pieces
        .map((piece) => `${t(`fees.stock.${piece.body.stock}`)} ${piece.body.from}`)
        .join(t('ui.listSeparator')),
    ],
    [t('fees.field.clerk'), staffName(fee.by)],
    [t('fees.field.remark'), body.remark],
  ];
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={formatMoney(body.amount)}
      tags={<FeeTags row={row} />}
      onClose={onClose}
      facts={facts}
      log={[fee, ...steps, ...(reversal ? [reversal] : [])]
        .flatMap((entry) => entry.body.log ?? [])
        .sort((a, b) => a.at.localeCompare(b.at))}
      describe={({ act }) => t(`fees.act.${act}` as MessageKey)}
      actions={
        <>
          <button type="button" className="button primary grow" onClick={() => void printReceipt(row, false)}>
            {t('fees.print')}
          </button>
          <button type="button" className="button" onClick={() => void printReceipt(row, true)}>
            {t('fees.printRoll')}
          </button>
          {hasRole(roles, INVOICE_ROLES) && !(reversal && invoice.state !== 'issued') && (
            <button type="button" className="button" onClick={() => onAct('invoice')}>
              {t('ledger.invoice.label')}
            </button>
          )}
          {hasRole(roles, DESK_ROLES) && !reversal && (
            <button type="button" className="button danger" onClick={() => onAct('reverse')}>
              {t('fees.reverse')}
            </button>
          )}
        </>
      }
    >
      <PaperSignature entry={fee} />
      {reversal && (
        <div className="notice">
          {t('fees.reversedBy', {
            reason: reversal.body.reason,
            lead: reversal.body.approval.name,
            time: dateTimeCell(reversal.at),
          })}
        </div>
      )}
    </RecordPanel>
  );
}
