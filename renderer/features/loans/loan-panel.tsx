/** One loan beside the list: what is out, its deposit, and how it came back. */
import type { ReactElement, ReactNode } from 'react';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { dateTimeCell } from '@shared/forms/texts';
import type { DepositReturned } from '@shared/ledger/entries/money';
import type { Payment } from '@shared/ledger/entries/parts';
import { NEVER_DUE } from '@shared/core/envelope';
import { loanState, unsigned, type LoanRow } from '@shared/loans/rows';
import { staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { RecordPanel } from '../../ui/record-panel';
import { useMinute } from '../../ui/use-minute';
import { LoanTags } from './loan-columns';
import { printLoan, printReturn } from './prints';
import { thingName } from './thing';
import { describeBy, logOf, Reversals } from './undone';

interface LoanPanelProps {
  readonly row: LoanRow;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

/** Tenders of an act, one a line. */
export function Tenders({ payments }: { readonly payments: readonly Payment[] }): ReactNode {
  return payments.map(({ tender, amount, terminal, ref }, at) => (
    <div key={at}>
      {t(`ledger.tender.${tender}`)} {formatMoney(amount)}
      <span className="quiet"> {[terminal, ref].filter(Boolean).join(' ')}</span>
    </div>
  ));
}

/** How it came back. */
function returnFacts({ at, body }: DepositReturned): readonly (readonly [string, ReactNode])[] {
  const { returned, kept, reason, approval, lateFee, payments, charged, no } = body;
  return [
    [t('loans.field.returnedAt'), `${dateTimeCell(at)}　${no ?? ''}`],
    [t('loans.field.returned'), returned > 0 && <Tenders payments={payments} />],
    [
      t('loans.field.keptColumn'),
      kept > 0 && t('loans.keptBy', { amount: formatMoney(kept), reason, lead: approval?.name ?? '' }),
    ],
    [t('loans.field.lateFeeColumn'), lateFee > 0 && <Tenders payments={charged} />],
  ];
}

export function LoanPanel({ row, onAct, onClose }: LoanPanelProps): ReactElement {
  const { taken, returned, undone, reversal, paper, returnPaper } = row;
  const { body } = taken;
  const now = useMinute();
  const amberMinutes = useDirectory(({ settings }) => settings.amberMinutes);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const state = loanState(row);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('loans.field.name'),
      <>
        {body.customer.name} <MaskedPhone phone={body.customer.phone} record={taken.id} />
      </>,
    ],
    [t('loans.field.memberNo'), body.customer.memberNo],
    [t('loans.field.amountColumn'), body.amount === 0 ? '' : formatMoney(body.amount)],
    [t('loans.field.rentalColumn'), body.rental === 0 ? '' : formatMoney(body.rental)],
    [t('loans.field.backBy'), body.backBy === NEVER_DUE ? t('loans.noBackBy') : dateTimeCell(body.backBy)],
    [t('loans.field.tenders'), body.payments.length > 0 && <Tenders payments={body.payments} />],
    [t('loans.field.clerk'), staffName(taken.by)],
    ...(returned ? returnFacts(returned) : []),
    [t('loans.field.remark'), body.remark],
  ];
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={thingName(body)}
      tags={<LoanTags row={row} now={now} amberMinutes={amberMinutes} />}
      onClose={onClose}
      facts={facts.filter(([, value]) => value !== false)}
      log={logOf([taken, returned, reversal, paper, returnPaper], undone)}
      describe={describeBy(undone, t('loans.undoReturn'))}
      actions={
        <>
          {atDesk && state === 'out' && (
            <button type="button" className="button primary grow" onClick={() => onAct('return')}>
              {t('loans.return')}
            </button>
          )}
          {returned && (
            <button type="button" className="button primary grow" onClick={() => void printReturn(row)}>
              {t('loans.printReturn')}
            </button>
          )}
          <button type="button" className="button" onClick={() => void printLoan(row)}>
            {t('loans.print')}
          </button>
          {atDesk && unsigned(row).length > 0 && (
            <button type="button" className="button" onClick={() => onAct('paper')}>
              {t('signatures.filePaper')}
            </button>
          )}
          {atDesk && returned && (
            <button type="button" className="button danger" onClick={() => onAct('unreturn')}>
              {t('loans.undoReturn')}
            </button>
          )}
          {atDesk && state === 'out' && (
            <button type="button" className="button danger" onClick={() => onAct('reverse')}>
              {t('loans.reverse')}
            </button>
          )}
        </>
      }
    >
      <Reversals undone={undone} reversal={reversal} />
    </RecordPanel>
  );
}
