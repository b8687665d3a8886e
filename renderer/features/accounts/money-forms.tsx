/** 储值, 退余额 and 结算: the three ways money goes through an account. */
import { useState, type ReactElement } from 'react';
import { returnBalance, type ReturnFields } from '@shared/accounts/return-balance';
import { settleAccount, settleTotal, type SettleFields } from '@shared/accounts/settle';
import { topUp, type TopUpFields } from '@shared/accounts/top-up';
import type { Witness } from '@shared/core/command';
import type { Envelope } from '@shared/core/envelope';
import { formatMoney, parseMoney } from '@shared/core/money';
import { TILL_TENDERS } from '@shared/ledger/entries/parts';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { PaymentsField } from '../../ui/payments/payments-field';
import { asTyped, filled, lineOf } from '../../ui/payments/sums';
import { SecondStaff } from '../../ui/second-staff';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';
import { printVoucherOf, type AccountEntry } from './prints';
import type { AccountRow } from './use-accounts';

interface MoneyFormProps {
  readonly row: AccountRow;
  readonly onDone: () => void;
}

/** Says what was saved and offers its voucher. */
function saved(docs: readonly Envelope[], message: (no: string, amount: string) => string): void {
  const entry = docs.find((doc): doc is AccountEntry =>
    ['topUp', 'balanceReturned', 'accountSettlement'].includes(doc.kind),
  );
  if (!entry) return;
  toast(message(entry.body.no ?? '', formatMoney(entry.body.amount)), {
    action: { label: t('accounts.print'), run: () => void printVoucherOf(entry) },
  });
}

export function TopUpForm({ row: { account }, onDone }: MoneyFormProps): ReactElement {
  const form = useForm<TopUpFields>({
    draftKey: `account.topUp:${account.id}`,
    initial: { amount: '', payments: [lineOf('wechat')], remark: '' },
    save: (values, actId) => {
      const payments = filled(values.payments, parseMoney(values.amount) ?? 0);
      return runCommand(
        topUp,
        { id: actId, account: account.id, fields: { ...values, payments } },
        { actId },
      );
    },
    onSaved: (docs) => {
      saved(docs, (no, amount) => t('accounts.topUpDone', { no, amount }));
      onDone();
    },
  });
  const total = parseMoney(form.values.amount) ?? 0;
  return (
    <FormPanel
      form={form}
      title={t('accounts.topUpTitle', { name: account.body.name })}
      submitLabel={t('accounts.topUpDo', { amount: formatMoney(total) })}
      onClose={onDone}
    >
      <TextField form={form} name="amount" label={t('accounts.field.amount')} required wide />
      <PaymentsField
        total={total}
        value={form.values.payments}
        onChange={(payments) => form.set({ payments })}
        errors={form.errors}
        among={TILL_TENDERS}
      />
      <TextField form={form} name="remark" label={t('accounts.field.remark')} wide />
    </FormPanel>
  );
}

export function ReturnForm({ row: { account, balance }, onDone }: MoneyFormProps): ReactElement {
  const actor = useSession((state) => state.actor);
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm<ReturnFields>({
    draftKey: `account.return:${account.id}`,
    initial: { amount: asTyped(balance), payments: [lineOf('cash')], reason: '', signature: null },
    parts: ['approval'],
    save: (values, actId) => {
      const payments = filled(values.payments, parseMoney(values.amount) ?? 0);
      return runCommand(
        returnBalance,
        { id: actId, account: account.id, fields: { ...values, payments } },
        { actId, witnesses: lead ? [lead] : [] },
      );
    },
    onSaved: (docs) => {
      saved(docs, (no, amount) => t('accounts.returnDone', { no, amount }));
      onDone();
    },
  });
  const total = parseMoney(form.values.amount) ?? 0;
  return (
    <FormPanel
      form={form}
      title={t('accounts.returnTitle', { name: account.body.name })}
      submitLabel={t('accounts.returnDo', { amount: formatMoney(total) })}
      onClose={onDone}
    >
      <TextField form={form} name="amount" label={t('accounts.field.amount')} required />
      <TextField form={form} name="reason" label={t('accounts.field.reason')} required />
      <PaymentsField
        total={total}
        value={form.values.payments}
        onChange={(payments) => form.set({ payments })}
        errors={form.errors}
        direction="out"
        among={TILL_TENDERS}
      />
      <SignatureField
        label={t('accounts.signs')}
        modes={['screen', 'paper']}
        value={form.values.signature}
        onChange={(signature) => form.set({ signature })}
        error={form.errors.signature}
      />
      <SecondStaff
        label={t('accounts.returnLead')}
        witness={lead}
        onWitness={setLead}
        error={actor ? form.errors.approval : undefined}
      />
    </FormPanel>
  );
}

export function SettleForm({ row: { account, owed }, onDone }: MoneyFormProps): ReactElement {
  const open = owed.filter(({ amount }) => amount > 0);
  const form = useForm<SettleFields>({
    draftKey: `account.settle:${account.id}`,
    // Everything is settled unless somebody says otherwise.
    initial: {
      lines: open.map(({ ref, amount }) => ({ entry: ref, amount: asTyped(amount) })),
      payments: [lineOf('transfer')],
      remark: '',
    },
    save: (values, actId) => {
      const payments = filled(values.payments, settleTotal(values.lines));
      return runCommand(
        settleAccount,
        { id: actId, account: account.id, fields: { ...values, payments } },
        { actId },
      );
    },
    onSaved: (docs) => {
      saved(docs, (no, amount) => t('accounts.settleDone', { no, amount }));
      onDone();
    },
  });
  const { values, errors } = form;
  const total = settleTotal(values.lines);
  return (
    <FormPanel
      form={form}
      title={t('accounts.settleTitle', { name: account.body.name })}
      submitLabel={t('accounts.settleDo', { amount: formatMoney(total) })}
      onClose={onDone}
    >
      {open.length === 0 && <p className="wide quiet">{t('accounts.settleNone')}</p>}
      <table className="owed wide">
        <tbody>
          {values.lines.map((line, at) => {
            const one = owed.find(({ ref }) => ref === line.entry);
            return (
              <tr key={line.entry}>
                <td>
                  {one?.day} <span className="quiet">{one?.entry?.body.no}</span>
                  {errors[`lines.${at}`] && (
                    <div className="error" role="alert">
                      {errors[`lines.${at}`]}
                    </div>
                  )}
                </td>
                <td className="money quiet">{formatMoney(one?.amount ?? 0)}</td>
                <td>
                  <input
                    className="input money"
                    inputMode="decimal"
                    aria-label={one?.entry?.body.no ?? t('accounts.field.amount')}
                    aria-invalid={errors[`lines.${at}`] !== undefined}
                    value={line.amount}
                    onFocus={({ target }) => target.select()}
                    onChange={({ target }) =>
                      form.set({
                        lines: values.lines.map((other, index) =>
                          index === at ? { ...other, amount: target.value } : other,
                        ),
                      })
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {errors.lines && (
        <span className="error wide" role="alert">
          {errors.lines}
        </span>
      )}
      <PaymentsField
        total={total}
        value={values.payments}
        onChange={(payments) => form.set({ payments })}
        errors={errors}
        among={TILL_TENDERS}
      />
      <TextField form={form} name="remark" label={t('accounts.field.remark')} wide />
    </FormPanel>
  );
}
