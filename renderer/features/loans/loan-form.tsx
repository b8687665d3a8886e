/** 收押金 / 租借 (DOMAIN §4): what, to whom, for how much, until when; then the money and the signature. */
import type { ReactElement } from 'react';
import { formatMoney, parseMoney } from '@shared/core/money';
import { civil, instantOf } from '@shared/core/time';
import { LOAN_ITEMS } from '@shared/ledger/entries/money';
import { EMPTY_DEPOSIT, LOAN_TENDERS, takeDeposit, type DepositFields } from '@shared/loans/take-deposit';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { today } from '../../data/session';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { PaymentsField } from '../../ui/payments/payments-field';
import { filled, lineOf } from '../../ui/payments/sums';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';

interface LoanFormProps {
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

const totalOf = ({ amount, rental }: DepositFields): number =>
  (parseMoney(amount) ?? 0) + (parseMoney(rental) ?? 0);

/** Today's closing time as it is typed, '' once it has passed. */
function closing(closingTime: string): string {
  const typed = `${today()}T${closingTime}`;
  return instantOf(typed) > nowIso() ? civil(instantOf(typed)).slice(0, 16) : '';
}

export function LoanForm({ onSaved, onClose }: LoanFormProps): ReactElement {
  const closingTime = useDirectory(({ settings }) => settings.closingTime);
  const form = useForm<DepositFields>({
    draftKey: 'loan.take',
    initial: { ...EMPTY_DEPOSIT, backBy: closing(closingTime), payments: [lineOf('cash')] },
    save: (values, actId) =>
      runCommand(
        takeDeposit,
        { id: actId, fields: { ...values, payments: filled(values.payments, totalOf(values)) } },
        { actId },
      ),
    onSaved: ([doc]) => {
      if (!doc) return;
      toast(t('loans.saved', { no: doc.body.no ?? '' }));
      onSaved(doc.id);
    },
  });
  const { values, errors } = form;
  const total = totalOf(values);
  return (
    <FormPanel
      form={form}
      title={t('loans.newTitle')}
      submitLabel={total === 0 ? t('loans.save') : t('loans.saveTaking', { amount: formatMoney(total) })}
      onClose={onClose}
    >
      <ChoiceField
        form={form}
        name="item"
        label={t('loans.field.item')}
        options={LOAN_ITEMS.map((value) => ({ value, label: t(`loans.item.${value}`) }))}
        required
        wide
      />
      <TextField
        form={form}
        name="itemNo"
        label={t('loans.field.itemNo')}
        help={t('loans.itemNoHelp')}
        wide
      />
      <TextField form={form} name="name" label={t('loans.field.name')} required />
      <TextField form={form} name="phone" label={t('loans.field.phone')} type="tel" />
      <TextField form={form} name="amount" label={t('loans.field.amount')} numeric />
      <TextField form={form} name="rental" label={t('loans.field.rental')} numeric />
      <TextField
        form={form}
        name="backBy"
        label={t('loans.field.backBy')}
        help={t('loans.backByHelp')}
        type="datetime-local"
        wide
      />
      {total > 0 && (
        <PaymentsField
          total={total}
          value={values.payments}
          onChange={(payments) => form.set({ payments })}
          errors={errors}
          among={LOAN_TENDERS}
        />
      )}
      <TextField form={form} name="description" label={t('loans.field.description')} wide />
      <TextField form={form} name="memberNo" label={t('loans.field.memberNo')} />
      <TextField form={form} name="remark" label={t('loans.field.remark')} />
      <SignatureField
        label={t('loans.field.signature')}
        modes={['screen', 'paper']}
        value={values.signature}
        onChange={(signature) => form.set({ signature })}
        error={errors.signature}
      />
    </FormPanel>
  );
}
