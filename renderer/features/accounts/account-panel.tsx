/** One account beside the list: its balance or debts by age, this month's entries, and what can be done. */
import { useState, type ReactElement, type ReactNode } from 'react';
import { ACCOUNT_ROLES } from '@shared/accounts/save-account';
import { SETTLE_ROLES, settleAccount } from '@shared/accounts/settle';
import { AGES, ageing, statementOf } from '@shared/accounts/statement';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { isReversible } from '@shared/ledger/reverse';
import type { LedgerEntry } from '@shared/ledger/schema';
import { useBesideBooks } from '../../data/beside-books';
import { isOffered } from '../../data/offered';
import { range } from '../../data/read';
import { today, useSession } from '../../data/session';
import { t, type MessageKey } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { PaperSignature } from '../../ui/paper-signature';
import { RecordPanel } from '../../ui/record-panel';
import { ReverseDialog } from '../../ui/reverse/reverse-dialog';
import { printStatement, printVoucherOf, type AccountEntry } from './prints';
import type { AccountRow } from './use-accounts';

interface AccountPanelProps {
  readonly row: AccountRow;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

const VOUCHERS: readonly string[] = ['topUp', 'balanceReturned', 'accountSettlement'];

export function AccountPanel({ row, onAct, onClose }: AccountPanelProps): ReactElement {
  const { account, balance, owed } = row;
  const { body, id, status } = account;
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const firm = body.type === 'onAccount';
  const day = today();
  const month = { from: `${day.slice(0, 7)}-01`, to: day };
  const live = useBesideBooks(() => range<LedgerEntry>('ledger', 'day', [month.from], ['9']), [month.from]);
  const [reversing, setReversing] = useState<LedgerEntry | null>(null);
  const entries = live.state === 'ready' ? live.value.value : [];
  const statement =
    live.state === 'ready' ? statementOf(id, entries, live.value.books.accounts[id] ?? 0, month) : null;
  const reversed = new Set(entries.map((entry) => (entry.kind === 'reversal' ? entry.body.of : '')));
  const mayReverse = (entry: LedgerEntry): boolean =>
    hasRole(roles, DESK_ROLES) && isReversible(entry) && !reversed.has(entry.id);
  const sums = ageing(owed, day);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t(firm ? 'accounts.field.owed' : 'accounts.field.balance'), <b key="sum">{formatMoney(balance)}</b>],
    [t('accounts.field.left'), firm ? formatMoney(body.limit - balance) : ''],
    [t('accounts.field.limit'), firm ? formatMoney(body.limit) : ''],
    [
      t('accounts.field.ages'),
      firm && balance !== 0
        ? sums
            .map((amount, at) => ({ amount, days: AGES[at] }))
            .filter(({ amount }) => amount !== 0)
            .map(({ amount, days }) => (
              <div key={days ?? 'older'}>
                {days === undefined
                  ? t('accounts.ageOver', { days: AGES.at(-1) ?? 0, amount: formatMoney(amount) })
                  : t('accounts.age', { days, amount: formatMoney(amount) })}
              </div>
            ))
        : '',
    ],
    [t('accounts.field.signatories'), body.signatories.join(t('ui.listSeparator'))],
    [t('accounts.field.phone'), body.phone === '' ? '' : <MaskedPhone phone={body.phone} record={id} />],
    [t('accounts.field.remark'), body.remark],
  ];
  return (
    <RecordPanel
      number={body.accountNo}
      title={body.name}
      tags={status === 'closed' && <span className="tag">{t('accounts.closed')}</span>}
      onClose={onClose}
      facts={facts}
      log={body.log ?? []}
      describe={({ act }) => t(`accounts.act.${act}` as MessageKey)}
      actions={
        <>
          {firm && hasRole(roles, SETTLE_ROLES) && isOffered(settleAccount) && (
            <button
              type="button"
              className="button primary grow"
              disabled={balance <= 0}
              onClick={() => onAct('settle')}
            >
              {t('accounts.settle')}
            </button>
          )}
          {!firm && hasRole(roles, DESK_ROLES) && (
            <>
              <button
                type="button"
                className="button primary grow"
                disabled={status === 'closed'}
                onClick={() => onAct('top-up')}
              >
                {t('accounts.topUp')}
              </button>
              <button
                type="button"
                className="button"
                disabled={balance <= 0}
                onClick={() => onAct('return')}
              >
                {t('accounts.returnBalance')}
              </button>
            </>
          )}
          <button type="button" className="button" onClick={() => void printStatement(row, month)}>
            {t('accounts.statement')}
          </button>
          {hasRole(roles, ACCOUNT_ROLES) && (
            <button type="button" className="button" onClick={() => onAct('edit')}>
              {t('accounts.edit')}
            </button>
          )}
        </>
      }
    >
      <h2>{t('accounts.history')}</h2>
      {statement?.rows.length === 0 && <p className="quiet">{t('accounts.historyNone')}</p>}
      <table className="owed">
        <tbody>
          {[...(statement?.rows ?? [])].reverse().map(({ entry, amount, balance: after }) => (
            <tr key={entry.id}>
              <td>
                {entry.day.slice(5)} {t(`ledger.kind.${entry.kind}`)}
                <div className="quiet small">{entry.body.no}</div>
                {VOUCHERS.includes(entry.kind) && (
                  <button
                    type="button"
                    className="button plain"
                    onClick={() => void printVoucherOf(entry as AccountEntry)}
                  >
                    {t('ui.print')}
                  </button>
                )}
                {mayReverse(entry) && (
                  <button type="button" className="button plain" onClick={() => setReversing(entry)}>
                    {t('accounts.reverse')}
                  </button>
                )}
                <PaperSignature entry={entry} />
              </td>
              <td className="money">{amount > 0 ? `+${formatMoney(amount)}` : formatMoney(amount)}</td>
              <td className="money quiet">{formatMoney(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reversing && <ReverseDialog entry={reversing} onClose={() => setReversing(null)} />}
    </RecordPanel>
  );
}
