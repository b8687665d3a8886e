/** The fields of a found item in reading order. */
import type { ReactElement, ReactNode } from 'react';
import { FINDER_KINDS, VALUE_KINDS, needsTwo } from '@shared/lost-property/schema';
import { useDirectory } from '../../data/directory';
import { ChoiceField } from '../../ui/choice-field';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { FeaturesField } from './features-field';
import { categoryOf, type FoundValues } from './found-values';

/** The club's words with the one chosen before, should it have gone from the settings. */
export function optionsWith(
  words: readonly string[],
  chosen: string,
): readonly { readonly value: string; readonly label: string }[] {
  const all = chosen === '' || words.includes(chosen) ? words : [...words, chosen];
  return all.map((word) => ({ value: word, label: word }));
}

export function FoundFormFields({
  form,
  children,
}: {
  readonly form: Form<FoundValues>;
  readonly children?: ReactNode;
}): ReactElement {
  const { values, errors } = form;
  const { lostCategories, lostStorages } = useDirectory(({ settings }) => settings);
  const departments = useDirectory((state) => state.departments);
  const guessed = {
    value: '',
    label: t('lostProperty.byName', { category: categoryOf(values.name, lostCategories) }),
  };
  const employee = values.finderKind === 'employee';
  return (
    <>
      <TextField form={form} name="name" label={t('lostProperty.field.name')} required />
      <TextField form={form} name="place" label={t('lostProperty.field.place')} required />
      <SelectField
        form={form}
        name="category"
        label={t('lostProperty.field.category')}
        options={[guessed, ...optionsWith(lostCategories, values.category)]}
      />
      <TextField form={form} name="quantity" label={t('lostProperty.field.quantity')} required numeric />
      <ChoiceField
        form={form}
        name="valueKind"
        label={t('lostProperty.field.valueKind')}
        options={VALUE_KINDS.map((kind) => ({ value: kind, label: t(`lostProperty.valueKind.${kind}`) }))}
        wide
      />
      {needsTwo(values.valueKind) && (
        <>
          <TextField form={form} name="bagNo" label={t('lostProperty.field.bagNo')} required />
          <TextField
            form={form}
            name="amount"
            label={t('lostProperty.field.amount')}
            required={values.valueKind === 'cash'}
            numeric
          />
          <div className="quiet small wide">{t('lostProperty.bagHelp')}</div>
        </>
      )}
      {values.valueKind === 'document' && (
        <div className="notice wide">{t('lostProperty.photoNotAllowed')}</div>
      )}
      {children}
      <SelectField
        form={form}
        name="storage"
        label={t('lostProperty.field.storage')}
        options={optionsWith(lostStorages, values.storage)}
        required
      />
      <TextField
        form={form}
        name="foundAt"
        label={t('lostProperty.field.foundAt')}
        help={t('lostProperty.now')}
        type="datetime-local"
      />
      <ChoiceField
        form={form}
        name="finderKind"
        label={t('lostProperty.field.finder')}
        options={FINDER_KINDS.map((kind) => ({ value: kind, label: t(`lostProperty.finderKind.${kind}`) }))}
        wide
      />
      <TextField
        form={form}
        name="finderName"
        label={t(
          values.finderUnder14 && !employee ? 'lostProperty.guardianName' : 'lostProperty.field.finderName',
        )}
        required
      />
      {employee && (
        <SelectField
          form={form}
          name="finderDepartment"
          label={t('lostProperty.field.finderDepartment')}
          options={[
            { value: '', label: '—' },
            ...departments
              .filter(({ id, status }) => status === 'active' || id === values.finderDepartment)
              .map(({ id, body }) => ({ value: id, label: body.name })),
          ]}
        />
      )}
      {!employee && !values.finderUnder14 && (
        <TextField form={form} name="finderPhone" label={t('lostProperty.field.finderPhone')} type="tel" />
      )}
      {!employee && (
        <CheckField form={form} name="finderUnder14" label={t('lostProperty.under14Finder')} wide />
      )}
      {!employee && values.finderUnder14 && (
        <CheckField form={form} name="consent" label={t('lostProperty.guardianConsent')} wide />
      )}
      {errors.consent && (
        <span className="form-error wide" role="alert">
          {errors.consent}
        </span>
      )}
      <FeaturesField
        value={values.features}
        onChange={(features) => form.set({ features })}
        error={errors.features}
      />
      <TextField form={form} name="ownerName" label={t('lostProperty.field.ownerName')} />
      <TextField form={form} name="ownerPhone" label={t('lostProperty.field.ownerPhone')} type="tel" />
      <TextField
        form={form}
        name="ownerClue"
        label={t('lostProperty.field.ownerClue')}
        help={t('lostProperty.ownerHelp')}
        wide
      />
      <TextField form={form} name="remark" label={t('lostProperty.field.remark')} rows={2} wide />
    </>
  );
}
