/** Beside the basket: what is to be paid and how; member, discounts, invoice where they are needed. */
import { useState, type ReactElement } from 'react';
import type { Account } from '@shared/accounts/schema';
import { formatMoney } from '@shared/core/money';
import { useDirectory } from '../../data/directory';
import { FormPanel, TextField } from '../../ui/form';
import { t } from '../../ui/i18n';
import { InvoiceFields } from '../../ui/invoice/invoice-fields';
import { AccountPicker } from '../../ui/payments/account-picker';
import { PaymentsField } from '../../ui/payments/payments-field';
import { SignatoryFields } from '../../ui/payments/signatory-fields';
import { SecondStaff } from '../../ui/second-staff';
import type { SaleInHand } from './use-sale';

interface SaleSideProps {
  readonly sale: SaleInHand;
  readonly onClose: () => void;
}

export function SaleSide({ sale, onClose }: SaleSideProps): ReactElement {
  const { form, priced, approval } = sale;
  const { values, errors } = form;
  const member = useDirectory(({ records }) => records.get(values.member)) as Account | undefined;
  const touched =
    values.member !== '' ||
    values.discount !== '' ||
    values.rounding !== '' ||
    values.invoiceState !== 'none';
  const [opened, setOpened] = useState(false);
  const more =
    opened ||
    touched ||
    priced.givenAway > 0 ||
    Object.keys(errors).some((field) => field.startsWith('invoice'));
  return (
    <FormPanel
      form={form}
      title=""
      submitLabel={t('sales.submit', { amount: formatMoney(Math.max(0, priced.total)) })}
      onClose={onClose}
    >
      <PaymentsField
        total={Math.max(0, priced.total)}
        value={values.payments}
        onChange={(payments) => form.set({ payments })}
        errors={errors}
      />
      <SignatoryFields form={form} />
      {!more && (
        <button type="button" className="button plain wide more" onClick={() => setOpened(true)}>
          {t('sales.more')}
        </button>
      )}
      {more && (
        <>
          <div className="field wide">
            <span className="label">{t('sales.field.member')}</span>
            <AccountPicker
              type="member"
              value={values.member}
              error={errors.member}
              onChange={(id) => form.set({ member: id })}
            />
            {member && (
              <button type="button" className="button plain" onClick={() => form.set({ member: '' })}>
                {t('ui.cancel')}
              </button>
            )}
          </div>
          <TextField form={form} name="discount" label={t('sales.field.wholeDiscount')} />
          <TextField form={form} name="rounding" label={t('sales.field.rounding')} />
          {(priced.givenAway > 0 || values.rounding !== '') && (
            <TextField form={form} name="reason" label={t('sales.field.reason')} required wide />
          )}
          <InvoiceFields form={form} />
          <TextField form={form} name="customerName" label={t('sales.field.customerName')} />
          <TextField form={form} name="customerPhone" label={t('sales.field.customerPhone')} type="tel" />
          <TextField form={form} name="remark" label={t('sales.field.remark')} wide />
        </>
      )}
      {approval.needed && (
        <SecondStaff
          label={t('sales.leadTitle')}
          help={t('sales.leadHelp')}
          witness={approval.witness}
          onWitness={approval.set}
          error={errors.approval}
        />
      )}
    </FormPanel>
  );
}
