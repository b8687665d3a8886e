/** 付出小费: the tips of one receiver, in cash, signed by them (DOMAIN §4). */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { payTips, type PayTips } from '@shared/loans/pay-tips';
import type { TipRow } from '@shared/loans/tip-rows';
import { runCommand } from '../../data/gateway';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';
import { shortTime } from './loan-columns';

interface PayFormProps {
  readonly receiver: string;
  /** The receiver's tips that wait, newest first. */
  readonly waiting: readonly TipRow[];
  readonly onDone: () => void;
}

export function PayForm({ receiver, waiting, onDone }: PayFormProps): ReactElement {
  const sumOf = (ids: readonly string[]): number =>
    waiting.filter(({ id }) => ids.includes(id)).reduce((sum, { tip }) => sum + tip.body.amount, 0);
  const form = useForm<PayTips>({
    draftKey: `tip.payOut:${receiver}`,
    initial: { tips: waiting.map(({ id }) => id), signature: null },
    save: (values, actId) => runCommand(payTips, values, { actId }),
    onSaved: () => {
      toast(t('loans.tips.payDone', { receiver, amount: formatMoney(sumOf(form.values.tips)) }));
      onDone();
    },
  });
  const { tips, signature } = form.values;
  return (
    <FormPanel
      form={form}
      title={t('loans.tips.payTitle', { receiver })}
      submitLabel={t('loans.tips.payDo', { amount: formatMoney(sumOf(tips)) })}
      onClose={onDone}
    >
      <fieldset className="field wide" aria-invalid={form.errors.tips !== undefined}>
        <legend className="label">{t('loans.tips.payList')}</legend>
        <div className="tip-choice">
          {waiting.map(({ id, tip }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={tips.includes(id)}
                onChange={({ target }) =>
                  form.set({ tips: target.checked ? [...tips, id] : tips.filter((other) => other !== id) })
                }
              />
              {shortTime(tip.at)}
              <span className="quiet">
                {tip.body.no} {tip.body.customer.name}
              </span>
              <b>{formatMoney(tip.body.amount)}</b>
            </label>
          ))}
        </div>
        {form.errors.tips && (
          <span className="error" role="alert">
            {form.errors.tips}
          </span>
        )}
      </fieldset>
      <SignatureField
        label={t('loans.tips.signs')}
        modes={['screen', 'paper']}
        value={signature}
        onChange={(next) => form.set({ signature: next })}
        error={form.errors.signature}
      />
    </FormPanel>
  );
}
