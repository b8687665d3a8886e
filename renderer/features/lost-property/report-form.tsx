/** 报失登记 and its correction (DOMAIN §3.6). */
import type { ReactElement } from 'react';
import { correctReport } from '@shared/lost-property/correct-report';
import { emptyReport, reportFieldsOf, type ReportFields } from '@shared/lost-property/report-fields';
import { reportLoss } from '@shared/lost-property/report-loss';
import type { LossReport } from '@shared/lost-property/schema';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { today } from '../../data/session';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { toNumber } from '../../ui/typed';
import { FeaturesField } from './features-field';
import { optionsWith } from './found-form-fields';
import { categoryOf } from './found-values';

type Values = Omit<ReportFields, 'quantity'> & { readonly quantity: string };

const toValues = (fields: ReportFields): Values => ({
  ...fields,
  quantity: fields.quantity === null ? '' : String(fields.quantity),
});
const toFields = (values: Values, categories: readonly string[]): ReportFields => ({
  ...values,
  quantity: toNumber(values.quantity),
  category: values.category || categoryOf(values.name, categories),
});

export function ReportForm({
  onSaved,
  onClose,
}: {
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const categories = useDirectory(({ settings }) => settings.lostCategories);
  const form = useForm<Values>({
    draftKey: 'lossReport.register',
    initial: toValues(emptyReport('', today())),
    save: (values, actId) =>
      runCommand(reportLoss, { id: actId, fields: toFields(values, categories) }, { actId }),
    onSaved: ([doc]) => {
      if (!doc) return;
      toast(t('lostProperty.reportSaved', { no: doc.body.no ?? '' }));
      onSaved(doc.id);
    },
  });
  return (
    <FormPanel
      form={form}
      title={t('lostProperty.newReport')}
      submitLabel={t('lostProperty.newReport')}
      onClose={onClose}
    >
      <ReportFormFields form={form} />
    </FormPanel>
  );
}

export function CorrectReportForm({
  report,
  onDone,
}: {
  readonly report: LossReport;
  readonly onDone: () => void;
}): ReactElement {
  const { id, body } = report;
  const categories = useDirectory(({ settings }) => settings.lostCategories);
  const before = toValues(reportFieldsOf(body));
  const form = useForm<Values & { readonly reason: string }>({
    draftKey: `lossReport.correct:${id}`,
    initial: { ...before, reason: '' },
    save: ({ reason, ...values }, actId) => {
      const fields = toFields(values, categories);
      const keys = (Object.keys(before) as (keyof Values)[]).filter((key) => before[key] !== values[key]);
      return runCommand(
        correctReport,
        { id, changed: Object.fromEntries(keys.map((key) => [key, fields[key]])), reason },
        { actId },
      );
    },
    onSaved: () => {
      toast(t('ui.saved', { no: body.no ?? '' }));
      onDone();
    },
  });
  return (
    <FormPanel
      form={form}
      title={t('lostProperty.correctTitle', { no: body.no ?? '' })}
      submitLabel={t('lostProperty.correct')}
      onClose={onDone}
    >
      <ReportFormFields form={form} />
      <TextField form={form} name="reason" label={t('lostProperty.correctReason')} required wide />
    </FormPanel>
  );
}

function ReportFormFields({ form }: { readonly form: Form<Values> }): ReactElement {
  const { values, errors } = form;
  const categories = useDirectory(({ settings }) => settings.lostCategories);
  const guessed = {
    value: '',
    label: t('lostProperty.byName', { category: categoryOf(values.name, categories) }),
  };
  return (
    <>
      <TextField form={form} name="name" label={t('lostProperty.field.name')} required />
      <TextField form={form} name="place" label={t('lostProperty.field.lostPlace')} />
      <TextField
        form={form}
        name="ownerName"
        label={t(values.under14 ? 'lostProperty.guardianName' : 'lostProperty.field.ownerName')}
        required
      />
      <TextField
        form={form}
        name="ownerPhone"
        label={t('lostProperty.field.ownerPhone')}
        type="tel"
        required
      />
      <TextField form={form} name="lostFrom" label={t('lostProperty.field.lostFrom')} type="date" required />
      <TextField
        form={form}
        name="lostTo"
        label={t('lostProperty.field.lostTo')}
        help={t('lostProperty.lostToHelp')}
        type="date"
      />
      <SelectField
        form={form}
        name="category"
        label={t('lostProperty.field.category')}
        options={[guessed, ...optionsWith(categories, values.category)]}
      />
      <TextField form={form} name="quantity" label={t('lostProperty.field.quantity')} required numeric />
      <FeaturesField
        value={values.features}
        onChange={(features) => form.set({ features })}
        error={errors.features}
      />
      <TextField form={form} name="remark" label={t('lostProperty.field.remark')} rows={2} wide />
      <CheckField form={form} name="under14" label={t('lostProperty.under14Owner')} wide />
      {values.under14 && (
        <CheckField form={form} name="consent" label={t('lostProperty.guardianConsent')} wide />
      )}
      {errors.consent && (
        <span className="form-error wide" role="alert">
          {errors.consent}
        </span>
      )}
    </>
  );
}
