/** Beside the basket: what is to be paid and how; member, discounts, invoice where they are needed. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import type { Account } from '@shared/accounts/schema';
import { formatMoney } from '@shared/core/money';
import type { PaymentInput } from '@shared/ledger/payments';
import { useDirectory } from '../../data/directory';
import { TextField } from '../../ui/fields';
import { FormPanel } from '../../ui/form';
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
  const memberField = useRef<HTMLDivElement>(null);
  const openMore = (): void => {
    flushSync(() => setOpened(true));
    memberField.current?.querySelector('input')?.focus();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.code !== 'Digit0') return;
      event.preventDefault();
      openMore();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  /** Whoever pays from an account has a member's prices, and a member pays from the own account. */
  const pay = (payments: readonly PaymentInput[]): void => {
    const account = payments.find(({ tender }) => tender === 'member')?.account ?? '';
    const member = values.member || account;
    form.set({
      payments: payments.map((one) =>
        one.tender === 'member' && one.account === '' ? { ...one, account: member } : one,
      ),
      ...(member === values.member ? {} : { member }),
    });
  };
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
        onChange={pay}
        errors={errors}
      />
      <SignatoryFields form={form} />
      {!more && (
        <button type="button" className="button plain wide more" onClick={openMore}>
          {t('sales.more')} <kbd aria-hidden="true">Alt 0</kbd>
        </button>
      )}
      {more && (
        <>
          <div ref={memberField} className="field wide">
            <span className="label">{t('sales.field.member')}</span>
            <AccountPicker
              type="member"
              value={values.member}
              error={errors.member}
              onChange={(id) => form.set({ member: id })}
            />
            {member && (
              <button type="button" className="button plain more" onClick={() => form.set({ member: '' })}>
                {t('sales.noMember')}
              </button>
            )}
          </div>
          <TextField
            form={form}
            name="discount"
            label={t('sales.field.wholeDiscount')}
            help={t('sales.offHint')}
          />
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
