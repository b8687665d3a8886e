/** One tip beside the list. */
import type { ReactElement, ReactNode } from 'react';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { dateTimeCell } from '@shared/forms/texts';
import { tipState, tipUnsigned, type TipRow } from '@shared/loans/tip-rows';
import { staffName } from '../../data/directory';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { RecordPanel } from '../../ui/record-panel';
import { Tenders } from './loan-panel';
import { TipTags } from './tip-columns';
import { describeBy, logOf, Reversals } from './undone';

interface TipPanelProps {
  readonly row: TipRow;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

export function TipPanel({ row, onAct, onClose }: TipPanelProps): ReactElement {
  const { tip, paid, undone, reversal, paper } = row;
  const { body } = tip;
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('loans.tips.amountColumn'), formatMoney(body.amount)],
    [t('loans.field.tenders'), <Tenders payments={body.payments} />],
    [t('loans.tips.customer'), body.customer.name],
    [t('loans.field.clerk'), staffName(tip.by)],
    [t('loans.field.remark'), body.remark],
  ];
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={body.receiver}
      tags={<TipTags row={row} />}
      onClose={onClose}
      facts={facts}
      log={logOf([tip, paid, reversal, paper], undone)}
      describe={describeBy(undone, t('loans.tips.undoPay'))}
      actions={
        atDesk && (
          <>
            {tipState(row) === 'waiting' && (
              <>
                <button type="button" className="button primary grow" onClick={() => onAct('pay')}>
                  {t('loans.tips.pay')}
                </button>
                <button type="button" className="button danger" onClick={() => onAct('reverse')}>
                  {t('loans.reverse')}
                </button>
              </>
            )}
            {paid && (
              <button type="button" className="button danger" onClick={() => onAct('unpay')}>
                {t('loans.tips.undoPay')}
              </button>
            )}
            {tipUnsigned(row) && (
              <button type="button" className="button" onClick={() => onAct('paper')}>
                {t('signatures.filePaper')}
              </button>
            )}
          </>
        )
      }
    >
      {paid && (
        <div className="notice">
          {t('loans.tips.paidBy', {
            time: dateTimeCell(paid.at),
            amount: formatMoney(paid.body.amount),
            no: paid.body.no ?? '',
          })}
        </div>
      )}
      <Reversals undone={undone} reversal={reversal} />
    </RecordPanel>
  );
}
