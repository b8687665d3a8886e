/** 代收小费 (DOMAIN §4): for whom, how much, how it was paid. */
import type { ReactElement } from 'react';
import { parseMoney } from '@shared/core/money';
import { LOAN_TENDERS } from '@shared/loans/take-deposit';
import { EMPTY_TIP, takeTip, type TipFields } from '@shared/loans/take-tip';
import { runCommand } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { PaymentsField } from '../../ui/payments/payments-field';
import { filled, lineOf } from '../../ui/payments/sums';
import { toast } from '../../ui/toast';

interface TipFormProps {
  /** Known receivers. */
  readonly receivers: readonly string[];
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

const totalOf = ({ amount }: TipFields): number => parseMoney(amount) ?? 0;

export function TipForm({ receivers, onSaved, onClose }: TipFormProps): ReactElement {
  const form = useForm<TipFields>({
    draftKey: 'tip.take',
    initial: { ...EMPTY_TIP, payments: [lineOf('cash')] },
    save: (values, actId) =>
      runCommand(
        takeTip,
        { id: actId, fields: { ...values, payments: filled(values.payments, totalOf(values)) } },
        { actId },
      ),
    onSaved: ([doc]) => {
      if (!doc) return;
      toast(t('loans.tips.saved', { no: doc.body.no ?? '' }));
      onSaved(doc.id);
    },
  });
  return (
    <FormPanel
      form={form}
      title={t('loans.tips.newTitle')}
      submitLabel={t('loans.tips.save')}
      onClose={onClose}
    >
      <TextField
        form={form}
        name="receiver"
        label={t('loans.tips.receiver')}
        help={t('loans.tips.receiverHelp')}
        list={receivers}
        required
        wide
      />
      <TextField form={form} name="amount" label={t('loans.tips.amount')} required numeric />
      <TextField form={form} name="name" label={t('loans.tips.customer')} />
      <PaymentsField
        total={totalOf(form.values)}
        value={form.values.payments}
        onChange={(payments) => form.set({ payments })}
        errors={form.errors}
        among={LOAN_TENDERS}
      />
      <TextField form={form} name="remark" label={t('loans.field.remark')} wide />
    </FormPanel>
  );
}
