/** 开票 within the form of a sale or a fee: none, to issue, or issued with its number (DOMAIN §4). */
import type { ReactElement } from 'react';
import { INVOICE_STATES, type InvoiceFields as Fields } from '@shared/ledger/invoice';
import { ChoiceField } from '../choice-field';
import { TextField } from '../fields';
import { type Form } from '../form';
import { t } from '../i18n';

export function InvoiceFields<V extends Fields>({ form }: { readonly form: Form<V> }): ReactElement {
  // The form's other fields do not matter here.
  const fields = form as unknown as Form<Fields>;
  const { invoiceState } = fields.values;
  return (
    <>
      <ChoiceField
        form={fields}
        name="invoiceState"
        label={t('ledger.invoice.label')}
        options={INVOICE_STATES.map((value) => ({ value, label: t(`ledger.invoice.state.${value}`) }))}
        wide
      />
      {invoiceState !== 'none' && (
        <>
          <TextField
            form={fields}
            name="invoiceTitle"
            label={t('ledger.invoice.invoiceTitle')}
            required
            wide
          />
          <TextField form={fields} name="invoiceTaxNo" label={t('ledger.invoice.invoiceTaxNo')} />
        </>
      )}
      {invoiceState === 'issued' && (
        <TextField form={fields} name="invoiceNo" label={t('ledger.invoice.invoiceNo')} required />
      )}
    </>
  );
}
