/** 发票登记 of a sale or a fee: asked for, issued, 红冲 (DOMAIN §4). */
import type { ReactElement } from 'react';
import {
  recordInvoiceStep,
  stepsAfter,
  type InvoiceStepInput,
  type InvoiceStepName,
} from '@shared/ledger/invoice-step';
import type { Invoice } from '@shared/ledger/entries/parts';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../choice-field';
import { TextField } from '../fields';
import { useForm } from '../form';
import { FormDialog } from '../form-dialog';
import { t } from '../i18n';
import { toast } from '../toast';

interface InvoiceDialogProps {
  readonly id: string;
  readonly no: string;
  /** As it stands now. */
  readonly invoice: Invoice;
  readonly onClose: () => void;
}

export function InvoiceDialog({ id, no, invoice, onClose }: InvoiceDialogProps): ReactElement {
  const steps = stepsAfter(invoice);
  const first: InvoiceStepName = steps.includes('issued') ? 'issued' : (steps[0] ?? 'red');
  const form = useForm<Omit<InvoiceStepInput, 'of'>>({
    draftKey: `invoice:${id}:${invoice.state}`,
    initial: { step: first, invoiceTitle: invoice.title, invoiceTaxNo: invoice.taxNo, invoiceNo: '' },
    save: (values, actId) => runCommand(recordInvoiceStep, { of: id, ...values }, { actId }),
    onSaved: () => {
      toast(t('ledger.invoice.saved'));
      onClose();
    },
  });
  const { step } = form.values;
  return (
    <FormDialog
      form={form}
      title={t('ledger.invoice.title', { no })}
      submitLabel={t('ledger.invoice.save')}
      onClose={onClose}
    >
      {steps.length > 1 && (
        <ChoiceField
          form={form}
          name="step"
          label={t('ledger.invoice.stepField')}
          options={steps.map((value) => ({ value, label: t(`ledger.invoice.step.${value}`) }))}
          wide
        />
      )}
      {step !== 'red' && (
        <>
          <TextField form={form} name="invoiceTitle" label={t('ledger.invoice.invoiceTitle')} required wide />
          <TextField form={form} name="invoiceTaxNo" label={t('ledger.invoice.invoiceTaxNo')} wide />
        </>
      )}
      {step !== 'asked' && (
        <TextField
          form={form}
          name="invoiceNo"
          label={t(step === 'red' ? 'ledger.invoice.redNo' : 'ledger.invoice.invoiceNo')}
          required
          wide
        />
      )}
    </FormDialog>
  );
}
