/** A stored visit's correction beside the list, with its reason. */
import type { ReactElement } from 'react';
import { correctVisit } from '@shared/visits/correct';
import { fieldsOf, type VisitFields as Fields } from '@shared/visits/fields';
import type { Visit } from '@shared/visits/schema';
import { runCommand } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { toFields, toValues, type VisitFormValues } from './form-values';
import { VisitFields } from './visit-fields';

type Values = VisitFormValues & { readonly reason: string };

interface CorrectFormProps {
  readonly visit: Visit;
  readonly onDone: () => void;
}

/** Only fields whose text was changed; a time that was not touched keeps its instant. */
function changedFields(before: VisitFormValues, values: VisitFormValues): Partial<Fields> {
  const fields = toFields(values);
  const changed = (Object.keys(before) as (keyof Fields)[]).filter((key) => before[key] !== values[key]);
  return Object.fromEntries(changed.map((key) => [key, fields[key]]));
}

export function CorrectForm({ visit, onDone }: CorrectFormProps): ReactElement {
  const { id, body } = visit;
  const before = toValues(fieldsOf(body));
  const form = useForm<Values>({
    draftKey: `visit.correct:${id}`,
    initial: { ...before, reason: '' },
    save: ({ reason, ...values }, actId) =>
      runCommand(correctVisit, { id, changed: changedFields(before, values), reason }, { actId }),
    onSaved: () => {
      toast(t('ui.saved', { no: body.no ?? '' }));
      onDone();
    },
  });
  return (
    <FormPanel
      form={form}
      title={t('visits.correctTitle', { no: body.no ?? '' })}
      submitLabel={t('visits.correct')}
      onClose={onDone}
    >
      <TextField form={form} name="reason" label={t('visits.correctReason')} required wide />
      <VisitFields form={form} offers={false} />
    </FormPanel>
  );
}
