/** 受理投诉 and its correction: the customer, what happened, what is asked for; their earlier records beside it. */
import type { ReactElement } from 'react';
import { correctComplaint } from '@shared/complaints/correct';
import { EMPTY_COMPLAINT, fieldsOf, type ReceiveFields } from '@shared/complaints/receive-fields';
import { receiveComplaint } from '@shared/complaints/receive';
import { CHANNELS, REFERENCE_KINDS, isComplaint, type Complaint } from '@shared/complaints/schema';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { CustomerHistory } from '../../ui/service/customer-history';
import type { Start } from '../../ui/service/origin';
import { PartyFields } from '../../ui/service/party-fields';
import { Scripts } from '../../ui/service/scripts';
import { useCustomer } from '../../ui/service/use-customer';
import { toast } from '../../ui/toast';
import { dayTime, toCivil, toInstant } from '../../ui/typed';

/** The form's own values: identity may be empty, times as typed. */
type Values = Omit<ReceiveFields, 'identity'> & { readonly identity: string };

const toValues = (fields: ReceiveFields): Values => ({
  ...fields,
  receivedAt: toCivil(fields.receivedAt),
  referenceDeadline: toCivil(fields.referenceDeadline),
});

/** An empty identity is refused by the command beside its field. */
const toFields = (values: Values): ReceiveFields => ({
  ...values,
  identity: values.identity as ReceiveFields['identity'],
  receivedAt: toInstant(values.receivedAt),
  referenceDeadline: toInstant(values.referenceDeadline),
});

function ComplaintFields({ form }: { readonly form: Form<Values> }): ReactElement {
  const departments = useDirectory((state) => state.departments);
  const { department } = form.values;
  return (
    <>
      <ChoiceField
        form={form}
        name="channel"
        label={t('complaints.field.channel')}
        options={CHANNELS.map((value) => ({ value, label: t(`complaints.channel.${value}`) }))}
        required
        wide
      />
      <TextField
        form={form}
        name="summary"
        label={t('complaints.field.summary')}
        help={t('complaints.summaryHelp')}
        rows={4}
        required
        wide
      />
      <SelectField
        form={form}
        name="department"
        label={t('complaints.field.department')}
        options={[
          { value: '', label: t('complaints.notNamed') },
          ...departments
            .filter(({ id, status }) => status === 'active' || id === department)
            .map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
      />
      <TextField
        form={form}
        name="receivedAt"
        label={t('complaints.field.receivedAt')}
        help={t('complaints.now')}
        type="datetime-local"
      />
      <TextField form={form} name="wanted" label={t('complaints.field.wanted')} rows={2} wide />
      <CheckField
        form={form}
        name="apologised"
        label={`${t('complaints.field.apologised')}　${t('complaints.apologyHelp')}`}
        wide
      />
      <SelectField
        form={form}
        name="referenceKind"
        label={t('complaints.field.referenceKind')}
        options={[
          { value: '', label: t('complaints.referenceNone') },
          ...REFERENCE_KINDS.map((value) => ({ value, label: t(`complaints.referenceKind.${value}`) })),
        ]}
      />
      {form.values.referenceKind !== '' && (
        <>
          <TextField form={form} name="referenceNo" label={t('complaints.field.referenceNo')} required />
          <TextField
            form={form}
            name="referenceDeadline"
            label={t('complaints.field.referenceDeadline')}
            help={t('complaints.deadlineHelp')}
            type="datetime-local"
          />
        </>
      )}
    </>
  );
}

interface ReceiveFormProps {
  readonly start: Start;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

export function ReceiveForm({
  start: { origin, prefill },
  onSaved,
  onClose,
}: ReceiveFormProps): ReactElement {
  const departments = useDirectory((state) => state.departments);
  const isActive = departments.some(({ id, status }) => id === prefill?.department && status === 'active');
  const form = useForm<Values>({
    draftKey: `complaint.receive:${origin?.id ?? ''}`,
    initial: {
      ...toValues(EMPTY_COMPLAINT),
      identity: '',
      ...(prefill
        ? {
            ...prefill.customer,
            summary: prefill.summary,
            department: isActive ? prefill.department : '',
            channel: origin?.kind === 'visit' ? 'inPerson' : '',
          }
        : {}),
    },
    save: (values, actId) =>
      runCommand(receiveComplaint, { id: actId, fields: toFields(values), origin }, { actId }),
    onSaved: (docs) => {
      const complaint = docs.find(isComplaint);
      if (!complaint) return;
      const { body } = complaint;
      toast(t('complaints.received', { no: body.no ?? '', due: dayTime(body.promises.progress.dueAt) }));
      onSaved(complaint.id);
    },
  });
  const customer = useCustomer(form.values.phone);
  return (
    <div className="with-aside">
      <FormPanel
        form={form}
        title={t('complaints.new')}
        submitLabel={t('complaints.receive')}
        onClose={onClose}
      >
        <PartyFields form={form} customer={customer} />
        <ComplaintFields form={form} />
      </FormPanel>
      <aside>
        <Scripts place="complaint" />
        <CustomerHistory customer={customer} />
      </aside>
    </div>
  );
}

interface CorrectFormProps {
  readonly complaint: Complaint;
  readonly onDone: () => void;
}

export function CorrectForm({ complaint, onDone }: CorrectFormProps): ReactElement {
  const { id, body } = complaint;
  const before = toValues(fieldsOf(complaint));
  const form = useForm<Values & { readonly reason: string }>({
    draftKey: `complaint.correct:${id}`,
    initial: { ...before, reason: '' },
    save: ({ reason, ...values }, actId) => {
      const fields = toFields(values);
      const keys = (Object.keys(before) as (keyof Values)[]).filter((key) => before[key] !== values[key]);
      const changed = Object.fromEntries(keys.map((key) => [key, fields[key]]));
      return runCommand(correctComplaint, { id, changed, reason }, { actId });
    },
    onSaved: () => {
      toast(t('ui.saved', { no: body.no ?? '' }));
      onDone();
    },
  });
  const customer = useCustomer(form.values.phone);
  return (
    <FormPanel
      form={form}
      title={t('complaints.correctTitle', { no: body.no ?? '' })}
      submitLabel={t('complaints.do.correct')}
      onClose={onDone}
    >
      <PartyFields form={form} customer={customer} offers={false} />
      <ComplaintFields form={form} />
      <TextField form={form} name="reason" label={t('complaints.field.reason')} required wide />
    </FormPanel>
  );
}
