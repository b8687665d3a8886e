/** 登记拾获物, and its correction: name and place are enough for the ordinary umbrella (DOMAIN §3.6). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { correctItem } from '@shared/lost-property/correct-item';
import { emptyFound, foundFieldsOf } from '@shared/lost-property/found-fields';
import { registerItem } from '@shared/lost-property/register-item';
import { needsTwo, type FoundItem } from '@shared/lost-property/schema';
import type { SignatureInput } from '@shared/signatures/signature';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';
import { FoundFormFields } from './found-form-fields';
import { toFoundFields, toFoundValues, type FoundValues } from './found-values';
import { printLabels } from './prints';

type IntakeValues = FoundValues & { readonly signature: SignatureInput };

interface IntakeFormProps {
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

export function IntakeForm({ onSaved, onClose }: IntakeFormProps): ReactElement {
  const actor = useSession((state) => state.actor);
  const { lostStorages, lostCategories } = useDirectory(({ settings }) => settings);
  const [second, setSecond] = useState<Witness | null>(null);
  const [finder, setFinder] = useState<Witness | null>(null);
  const name = actor?.name ?? '';
  const form = useForm<IntakeValues>({
    draftKey: 'lostItem.register',
    parts: ['second'],
    initial: {
      ...toFoundValues(emptyFound(name, '', lostStorages[0] ?? '')),
      signature: { mode: 'pin', staff: actor?.id ?? '' },
    },
    save: ({ signature, ...values }, actId) => {
      const fields = toFoundFields(values, lostCategories);
      // A customer has no PIN; what stands there is from before the finder was chosen.
      const signed = values.finderKind === 'customer' && signature.mode === 'pin' ? null : signature;
      const witnesses = [second, finder].filter((one) => one !== null);
      return runCommand(registerItem, { id: actId, fields, signature: signed }, { actId, witnesses });
    },
    onSaved: (docs) => {
      const item = docs.find((doc): doc is FoundItem => doc.kind === 'foundItem');
      if (!item) return;
      toast(t('lostProperty.saved', { name: item.body.name, no: item.body.no ?? '' }), {
        action: { label: t('lostProperty.savedLabel'), run: () => printLabels([item], false) },
      });
      onSaved(item.id);
    },
  });
  const { values, errors, set } = form;
  const employee = values.finderKind === 'employee';
  const self =
    employee && actor && values.finderName.trim() === actor.name
      ? { self: { staff: actor.id, name: actor.name } }
      : {};
  return (
    <FormPanel
      form={form}
      title={t('lostProperty.new')}
      submitLabel={t('lostProperty.take')}
      onClose={onClose}
    >
      <div className="quiet small wide">{t('lostProperty.quickHint')}</div>
      <FoundFormFields form={form}>
        {needsTwo(values.valueKind) && (
          <SecondStaff
            label={t('lostProperty.field.second')}
            help={t('lostProperty.secondHelp')}
            witness={second}
            onWitness={setSecond}
            error={errors.second}
          />
        )}
      </FoundFormFields>
      <SignatureField
        label={t('lostProperty.finderSigns')}
        modes={employee ? ['pin', 'screen', 'paper'] : ['screen', 'paper']}
        value={!employee && values.signature.mode === 'pin' ? null : values.signature}
        onChange={(signature) => set({ signature })}
        error={errors.signature}
        {...self}
        witness={finder}
        onWitness={(witness) => {
          setFinder(witness);
          set({ finderName: witness.name });
        }}
      />
    </FormPanel>
  );
}

interface CorrectItemFormProps {
  readonly item: FoundItem;
  readonly onDone: () => void;
}

export function CorrectItemForm({ item, onDone }: CorrectItemFormProps): ReactElement {
  const { id, body } = item;
  const categories = useDirectory(({ settings }) => settings.lostCategories);
  const [second, setSecond] = useState<Witness | null>(null);
  const before = toFoundValues(foundFieldsOf(body));
  const form = useForm<FoundValues & { readonly reason: string }>({
    draftKey: `lostItem.correct:${id}`,
    parts: ['second'],
    initial: { ...before, reason: '' },
    save: ({ reason, ...values }, actId) => {
      const fields = toFoundFields(values, categories);
      const keys = (Object.keys(before) as (keyof FoundValues)[]).filter(
        (key) => before[key] !== values[key],
      );
      const changed = Object.fromEntries(keys.map((key) => [key, fields[key]]));
      return runCommand(correctItem, { id, changed, reason }, { actId, witnesses: second ? [second] : [] });
    },
    onSaved: () => {
      toast(t('ui.saved', { no: body.no ?? '' }));
      onDone();
    },
  });
  const weighty = needsTwo(body.valueKind) || needsTwo(form.values.valueKind);
  return (
    <FormPanel
      form={form}
      title={t('lostProperty.correctTitle', { no: body.no ?? '' })}
      submitLabel={t('lostProperty.correct')}
      onClose={onDone}
    >
      <FoundFormFields form={form} />
      {weighty && form.errors.second !== undefined && (
        <SecondStaff
          label={t('lostProperty.field.second')}
          witness={second}
          onWitness={setSecond}
          error={form.errors.second}
        />
      )}
      <TextField form={form} name="reason" label={t('lostProperty.correctReason')} required wide />
    </FormPanel>
  );
}
