/** The choice of what goes to finance, with amounts that may be less, slips, bank slip and finance's signature. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { formatMoney } from '@shared/core/money';
import { makeDeposit } from '@shared/deposits/make-deposit';
import { ageLevel, type WaitingRow } from '@shared/deposits/waiting';
import type { Deposit } from '@shared/ledger/entries/tills';
import { staffText, type SignatureInput } from '@shared/signatures/signature';
import { readSignedMoney } from '@shared/tills/signed-money';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';
import { printDeposit } from './prints';

interface DepositValues {
  /** Rows left out. */
  readonly left: readonly string[];
  /** Typed amounts and slips by row; absent ones are what waits, and none. */
  readonly amounts: Readonly<Record<string, string>>;
  readonly slips: Readonly<Record<string, string>>;
  readonly bankSlipNo: string;
  readonly reason: string;
  readonly remark: string;
  readonly receiverName: string;
  readonly receiver: SignatureInput;
}

interface DepositFormProps {
  readonly rows: readonly WaitingRow[];
  readonly shiftOf: (session: string) => string;
  readonly onSaved: (id: string) => void;
}

const plain = (fen: number): string => (fen / 100).toFixed(2);

export function DepositForm({ rows, shiftOf, onSaved }: DepositFormProps): ReactElement {
  const { depositDays } = useDirectory(({ settings }) => settings);
  const [finance, setFinance] = useState<Witness | null>(null);
  const form = useForm<DepositValues>({
    draftKey: 'deposit.make',
    parts: ['lines', ...rows.flatMap(({ key }) => [`amount.${key}`, `slips.${key}`])],
    initial: {
      left: [],
      amounts: {},
      slips: {},
      bankSlipNo: '',
      reason: '',
      remark: '',
      receiverName: '',
      receiver: { mode: 'pin', staff: '' },
    },
    save: ({ left, amounts, slips, ...values }, actId) =>
      runCommand(
        makeDeposit,
        {
          id: actId,
          ...values,
          lines: rows
            .filter(({ key }) => !left.includes(key))
            .map(({ key, session, tender, amount }) => ({
              session,
              tender,
              amount: amounts[key] ?? plain(amount),
              slips: slips[key] ?? '',
            })),
        },
        { actId, witnesses: finance ? [finance] : [] },
      ),
    onSaved: (docs) => {
      const saved = docs.find((doc): doc is Deposit => doc.kind === 'deposit');
      if (!saved) return;
      const { no = '', total } = saved.body;
      toast(
        t(saved.body.receiver.mode === 'later' ? 'deposits.savedLater' : 'deposits.saved', {
          no,
          amount: formatMoney(total),
        }),
        {
          action: { label: t('deposits.print'), run: () => printDeposit(saved, null, '') },
        },
      );
      onSaved(saved.id);
    },
  });
  const { values, errors, set } = form;
  const chosen = rows.filter(({ key }) => !values.left.includes(key));
  const amountOf = ({ key, amount }: WaitingRow): number =>
    readSignedMoney(values.amounts[key] ?? plain(amount)) ?? 0;
  const total = chosen.reduce((sum, row) => sum + amountOf(row), 0);
  const less = chosen.some((row) => amountOf(row) !== row.amount);
  const toggle = (keys: readonly string[], on: boolean): void =>
    set({
      left: on ? values.left.filter((key) => !keys.includes(key)) : [...new Set([...values.left, ...keys])],
    });
  return (
    <FormPanel form={form} title="" submitLabel={t('deposits.submit')}>
      <section className="column">
        <p className="quiet">{t('deposits.choose')}</p>
        {errors.lines && (
          <span className="error" role="alert">
            {errors.lines}
          </span>
        )}
        <table className="deposit-lines" aria-label={t('deposits.waiting')}>
          <thead>
            <tr>
              <th>
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={t('deposits.waiting')}
                  checked={chosen.length === rows.length}
                  onChange={({ target }) =>
                    toggle(
                      rows.map(({ key }) => key),
                      target.checked,
                    )
                  }
                />
              </th>
              <th>{t('deposits.field.day')}</th>
              <th>{t('deposits.field.shift')}</th>
              <th>{t('deposits.field.desk')}</th>
              <th>{t('deposits.field.tender')}</th>
              <th className="right">{t('deposits.field.waits')}</th>
              <th>{t('deposits.field.age')}</th>
              <th className="right">{t('deposits.field.amount')}</th>
              <th className="right">{t('deposits.field.slips')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { key, session, no, desk, day, tender, amount, age } = row;
              const on = !values.left.includes(key);
              const error = errors[`amount.${key}`] ?? errors[`slips.${key}`];
              const name = `${day} ${shiftOf(session)} ${t(`ledger.tender.${tender}`)}`;
              return (
                <tr key={key} title={no}>
                  <td>
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label={name}
                      checked={on}
                      onChange={({ target }) => toggle([key], target.checked)}
                    />
                  </td>
                  <td>{day}</td>
                  <td>{shiftOf(session)}</td>
                  <td>{desk}</td>
                  <td>{t(`ledger.tender.${tender}`)}</td>
                  <td className="right">{formatMoney(amount)}</td>
                  <td>
                    <span className={`tag ${ageLevel(age, depositDays)}`}>
                      {t('deposits.days', { count: age })}
                    </span>
                  </td>
                  <td className="right">
                    <input
                      className="input amount"
                      inputMode="decimal"
                      autoComplete="off"
                      aria-label={`${name} ${t('deposits.field.amount')}`}
                      aria-invalid={error !== undefined}
                      disabled={!on}
                      value={values.amounts[key] ?? plain(amount)}
                      onChange={({ target }) => set({ amounts: { ...values.amounts, [key]: target.value } })}
                    />
                    {error && (
                      <span className="error" role="alert">
                        {error}
                      </span>
                    )}
                  </td>
                  <td className="right">
                    <input
                      className="input slips"
                      inputMode="numeric"
                      autoComplete="off"
                      aria-label={`${name} ${t('deposits.field.slips')}`}
                      disabled={!on}
                      value={values.slips[key] ?? ''}
                      onChange={({ target }) => set({ slips: { ...values.slips, [key]: target.value } })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <section className="column">
        <p className="deposit-total">
          <strong>{formatMoney(total)}</strong>
          <span className="quiet">
            {t('deposits.toGive', { count: chosen.length, amount: formatMoney(total) })}
          </span>
        </p>
        <TextField form={form} name="bankSlipNo" label={t('deposits.field.bankSlipNo')} />
        {less && <TextField form={form} name="reason" label={t('deposits.field.reason')} required />}
        <TextField form={form} name="remark" label={t('deposits.field.remark')} />
        {values.receiver.mode === 'paper' && (
          <TextField form={form} name="receiverName" label={t('deposits.field.receiverName')} required />
        )}
        <SignatureField
          label={t('deposits.field.receiver')}
          modes={['pin', 'later', 'paper']}
          value={values.receiver}
          onChange={(receiver) => set({ receiver })}
          error={errors.receiver}
          witness={finance}
          onWitness={setFinance}
        />
        {finance && <span className="quiet small">{staffText(finance)}</span>}
      </section>
    </FormPanel>
  );
}
