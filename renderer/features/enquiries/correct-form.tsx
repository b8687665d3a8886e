/** A stored enquiry's correction beside the list, with its reason. */
import type { ReactElement } from 'react';
import { correctEnquiry } from '@shared/enquiries/correct';
import { fieldsOf, type EnquiryFields as Fields } from '@shared/enquiries/fields';
import type { Enquiry } from '@shared/enquiries/schema';
import { runCommand } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { useCustomer } from '../../ui/service/use-customer';
import { toast } from '../../ui/toast';
import { EnquiryFields } from './enquiry-fields';
import { toFields, toValues, type EnquiryValues } from './form-values';

type Values = EnquiryValues & { readonly reason: string };

/** Only fields whose text was changed; a time that was not touched keeps its instant. */
function changedFields(before: EnquiryValues, values: EnquiryValues): Partial<Fields> {
  const fields = toFields(values);
  const changed = (Object.keys(before) as (keyof Fields)[]).filter((key) => before[key] !== values[key]);
  return Object.fromEntries(changed.map((key) => [key, fields[key]]));
}

export function CorrectForm({
  enquiry: { id, body },
  onDone,
}: {
  readonly enquiry: Enquiry;
  readonly onDone: () => void;
}): ReactElement {
  const before = toValues(fieldsOf(body));
  const form = useForm<Values>({
    draftKey: `enquiry.correct:${id}`,
    initial: { ...before, reason: '' },
    save: ({ reason, ...values }, actId) =>
      runCommand(correctEnquiry, { id, changed: changedFields(before, values), reason }, { actId }),
    onSaved: () => {
      toast(t('ui.saved', { no: body.no ?? '' }));
      onDone();
    },
  });
  const customer = useCustomer(form.values.phone);
  return (
    <FormPanel
      form={form}
      title={t('enquiries.correctTitle', { no: body.no ?? '' })}
      submitLabel={t('enquiries.correct')}
      onClose={onDone}
    >
      <TextField form={form} name="reason" label={t('enquiries.correctReason')} required wide />
      <EnquiryFields form={form} customer={customer} offers={false} />
    </FormPanel>
  );
}
