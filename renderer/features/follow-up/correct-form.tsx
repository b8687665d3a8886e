/** Correcting a follow-up with a reason: the matter, the planned day, and what a reached customer said. */
import type { ReactElement } from 'react';
import { correctFollowUp } from '@shared/follow-up/call';
import { SATISFACTIONS, type FollowUp } from '@shared/follow-up/schema';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { PartyFields } from '../../ui/service/party-fields';
import { useCustomer } from '../../ui/service/use-customer';
import { toast } from '../../ui/toast';
import { DepartmentField } from './call-form';

interface CorrectFormProps {
  readonly call: FollowUp;
  readonly onDone: () => void;
}

export function CorrectForm({ call: { id, body, status }, onDone }: CorrectFormProps): ReactElement {
  const no = body.no ?? '';
  const { customer, summary, department, plannedFor, satisfaction, answer, opinion } = body;
  const form = useForm({
    draftKey: `followUp.correct:${id}`,
    initial: {
      ...customer,
      identity: customer.identity,
      summary,
      department,
      plannedFor,
      satisfaction: satisfaction,
      answer,
      opinion,
      reason: '',
    },
    save: (values, actId) => runCommand(correctFollowUp, { id, ...values }, { actId }),
    onSaved: () => {
      toast(t('followUp.corrected', { no }));
      onDone();
    },
  });
  const known = useCustomer(form.values.phone);
  return (
    <FormPanel
      form={form}
      title={t('followUp.correctTitle', { no })}
      submitLabel={t('ui.save')}
      onClose={onDone}
    >
      <PartyFields form={form} customer={known} offers={false} />
      <TextField form={form} name="summary" label={t('followUp.field.summary')} rows={3} required wide />
      <DepartmentField form={form} />
      {status === 'planned' && (
        <TextField
          form={form}
          name="plannedFor"
          label={t('followUp.field.plannedFor')}
          type="date"
          required
        />
      )}
      {body.outcome === 'reached' && (
        <>
          <ChoiceField
            form={form}
            name="satisfaction"
            label={t('followUp.field.satisfaction')}
            options={SATISFACTIONS.map((value) => ({ value, label: t(`followUp.satisfaction.${value}`) }))}
            required
            wide
          />
          <TextField form={form} name="answer" label={t('followUp.field.answer')} rows={2} wide />
          <TextField form={form} name="opinion" label={t('followUp.field.opinion')} rows={2} wide />
        </>
      )}
      <TextField form={form} name="reason" label={t('followUp.correctReason')} required wide />
    </FormPanel>
  );
}
