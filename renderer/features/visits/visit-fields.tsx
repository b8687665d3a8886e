/** The fields of a visit in reading order, for registering and correcting (DOMAIN §3.1). */
import type { ReactElement } from 'react';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { OUTCOMES } from '@shared/visits/schema';
import { useDirectory } from '../../data/directory';
import { ChoiceField } from '../../ui/choice-field';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SignatureField } from '../../ui/signature-field';
import type { VisitFormValues } from './form-values';
import { PhoneOffers } from './phone-offers';

interface VisitFieldsProps {
  readonly form: Form<VisitFormValues>;
  /** Offers earlier visits to fill from; only when registering. */
  readonly offers: boolean;
}

/** Departments a choice may show: the active ones, and the one chosen before. */
function useDepartmentOptions(chosen: string): readonly { readonly value: string; readonly label: string }[] {
  const departments = useDirectory((state) => state.departments);
  return [
    { value: '', label: t('visits.none') },
    ...departments
      .filter(({ id, status }) => status === 'active' || id === chosen)
      .map(({ id, body }) => ({ value: id, label: body.name })),
  ];
}

export function VisitFields({ form, offers }: VisitFieldsProps): ReactElement {
  const { values } = form;
  const visitPurposes = useDirectory(({ settings }) => settings.visitPurposes);
  const staff = useDirectory((state) => state.staff);
  const departments = useDepartmentOptions(values.department);
  const transferDepartments = useDepartmentOptions(values.transferDepartment);
  const purposes =
    visitPurposes.includes(values.purpose) || values.purpose === ''
      ? visitPurposes
      : [...visitPurposes, values.purpose];
  return (
    <>
      {values.under14 ? (
        <>
          <div className="notice wide">{t('visits.consentHelp')}</div>
          <TextField form={form} name="guardianName" label={t('visits.field.guardianName')} required />
        </>
      ) : (
        <>
          <TextField form={form} name="phone" label={t('visits.field.phone')} type="tel" />
          <TextField form={form} name="name" label={t('visits.field.name')} required />
          <PhoneOffers form={form} offers={offers} />
        </>
      )}
      <TextField form={form} name="people" label={t('visits.field.people')} required numeric />
      {values.under14 ? (
        <ConsentFields form={form} />
      ) : (
        <TextField form={form} name="company" label={t('visits.field.company')} />
      )}
      <ChoiceField
        form={form}
        name="purpose"
        label={t('visits.field.purpose')}
        options={purposes.map((purpose) => ({ value: purpose, label: purpose }))}
        required
        wide
      />
      <SelectField form={form} name="department" label={t('visits.field.department')} options={departments} />
      <TextField form={form} name="host" label={t('visits.field.host')} />
      {!values.under14 && <TextField form={form} name="plate" label={t('visits.field.plate')} />}
      <TextField form={form} name="badge" label={t('visits.field.badge')} />
      <TextField form={form} name="details" label={t('visits.field.details')} rows={2} wide />
      <ChoiceField
        form={form}
        name="outcome"
        label={t('visits.field.outcome')}
        options={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`visits.outcome.${outcome}`) }))}
        wide
      />
      {values.outcome === 'handedOver' && (
        <SelectField
          form={form}
          name="transferDepartment"
          label={t('visits.field.transferDepartment')}
          options={transferDepartments}
          required
          wide
        />
      )}
      <TextField
        form={form}
        name="timeIn"
        label={t('visits.field.timeIn')}
        help={t('visits.timeInHelp')}
        type="datetime-local"
      />
      <TextField
        form={form}
        name="timeOut"
        label={t('visits.field.timeOut')}
        help={t('visits.timeOutHelp')}
        type="datetime-local"
      />
      <TextField
        form={form}
        name="remark"
        label={t('visits.field.remark')}
        help={t('visits.remarkHelp')}
        rows={2}
        wide
      />
      <SelectField
        form={form}
        name="receivedBy"
        label={t('visits.field.receivedBy')}
        options={staff
          .filter(
            ({ id, status, body }) =>
              (status === 'active' && hasRole(body.roles, DESK_ROLES)) || id === values.receivedBy,
          )
          .map(({ id, body }) => ({ value: id, label: body.name }))}
        required
      />
      <CheckField form={form} name="under14" label={t('visits.field.under14')} />
    </>
  );
}

function ConsentFields({ form }: { readonly form: Form<VisitFormValues> }): ReactElement {
  return (
    <>
      <div className="field wide">
        <CheckField form={form} name="consent" label={t('visits.field.consent')} />
        {form.errors.consent && (
          <span className="error" role="alert">
            {form.errors.consent}
          </span>
        )}
      </div>
      <SignatureField
        label={t('visits.field.signature')}
        modes={['paper', 'screen']}
        value={form.values.signature}
        onChange={(signature) => form.set({ signature })}
        error={form.errors.signature}
      />
    </>
  );
}
