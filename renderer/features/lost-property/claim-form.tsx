/** 办理认领: features, quantity, identity and signature, one after the other beside the list (DOMAIN §3.6). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { claimItem, returnLater } from '@shared/lost-property/claim';
import { emptyClaim, type ClaimFields } from '@shared/lost-property/claim-fields';
import { custodyOf } from '@shared/lost-property/custody';
import {
  DOCUMENT_TYPES,
  IDENTITY_PROOFS,
  needsTwo,
  type FoundItem,
  type LossReport,
} from '@shared/lost-property/schema';
import type { SignatureInput } from '@shared/signatures/signature';
import { runCommand } from '../../data/gateway';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { Scripts } from '../../ui/service/scripts';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';
import { toNumber } from '../../ui/typed';
import { printSlip } from './prints';

type ClaimValues = Omit<ClaimFields, 'quantity'> & {
  readonly quantity: string;
  readonly report: string;
  readonly signature: SignatureInput;
};

interface ClaimFormProps {
  readonly item: FoundItem;
  readonly reports: readonly LossReport[];
  /** HR returns what was handed over. */
  readonly later: boolean;
  readonly onDone: () => void;
}

const acceptedFor =
  (item: string) =>
  (report: LossReport): boolean =>
    report.body.decisions.some((one) => one.item === item && one.decision === 'accepted');

export function ClaimForm({ item, reports, later, onDone }: ClaimFormProps): ReactElement {
  const { id, body } = item;
  const custody = custodyOf(body);
  const there = later ? custody.hr : custody.held;
  const open = reports.filter(({ status }) => status === 'open' || status === 'matched');
  const matched = open.find(acceptedFor(id));
  const [second, setSecond] = useState<Witness | null>(null);
  const form = useForm<ClaimValues>({
    draftKey: `lostItem.${later ? 'return' : 'claim'}:${id}`,
    parts: ['second'],
    initial: {
      ...emptyClaim(body.features.length, there),
      quantity: String(there),
      name: matched?.body.owner.name ?? '',
      phone: matched?.body.owner.phone ?? '',
      report: matched?.id ?? '',
      signature: { mode: 'screen', strokes: null },
    },
    save: ({ signature, report, quantity, ...fields }, actId) =>
      runCommand(
        later ? returnLater : claimItem,
        { id, report, fields: { ...fields, quantity: toNumber(quantity) }, signature },
        { actId, witnesses: second ? [second] : [] },
      ),
    onSaved: (docs) => {
      const stored = docs.find((doc): doc is FoundItem => doc.kind === 'foundItem');
      const event = stored?.body.events.at(-1);
      if (stored && event && 'claim' in event)
        toast(t('lostProperty.claimed', { name: event.claim.name, quantity: event.quantity }), {
          action: { label: t('lostProperty.printSlip'), run: () => printSlip(stored, event.id) },
        });
      onDone();
    },
  });
  const { values, errors, set } = form;
  const left = Math.max(0, there - (toNumber(values.quantity) ?? 0));
  return (
    <FormPanel
      form={form}
      title={t('lostProperty.claimTitle', { no: body.no ?? '', name: body.name })}
      submitLabel={t(later ? 'lostProperty.returnLater' : 'lostProperty.confirmClaim')}
      onClose={onDone}
    >
      <Scripts place="claim" />
      <FeatureStep item={item} form={form} />
      <fieldset className="step wide">
        <legend>{t('lostProperty.claimCount')}</legend>
        <TextField
          form={form}
          name="quantity"
          label={t('lostProperty.field.claimQuantity')}
          required
          numeric
        />
        <CheckField form={form} name="counted" label={t('lostProperty.counted')} />
        <div className="quiet small wide">{t('lostProperty.claimThere', { there, left })}</div>
        <StepError text={errors.counted} />
      </fieldset>
      <IdentityStep form={form} reports={open} />
      <fieldset className="step wide">
        <legend>{t('lostProperty.claimSign')}</legend>
        <SignatureField
          label={t(values.under14 ? 'lostProperty.guardianSignsLabel' : 'lostProperty.claimantSigns')}
          modes={['screen', 'paper']}
          value={values.signature}
          onChange={(signature) => set({ signature })}
          error={errors.signature}
        />
        {needsTwo(body.valueKind) && (
          <SecondStaff
            label={t('lostProperty.field.second')}
            help={t('lostProperty.secondClaimHelp')}
            witness={second}
            onWitness={setSecond}
            error={errors.second}
          />
        )}
      </fieldset>
    </FormPanel>
  );
}

function StepError({ text }: { readonly text: string | undefined }): ReactElement | null {
  return text ? (
    <span className="error" role="alert">
      {text}
    </span>
  ) : null;
}

function FeatureStep({
  item: { body },
  form,
}: {
  readonly item: FoundItem;
  readonly form: Form<ClaimValues>;
}): ReactElement {
  const { values, errors, set } = form;
  const tick = (index: number, on: boolean): void =>
    set({ features: body.features.map((_, at) => (at === index ? on : (values.features[at] ?? false))) });
  return (
    <fieldset className="step wide">
      <legend>{t('lostProperty.claimFeatures')}</legend>
      <div className="quiet small wide">
        {t(body.features.length > 0 ? 'lostProperty.claimFeaturesHelp' : 'lostProperty.claimNoFeatures')}
      </div>
      {body.features.map(({ text, hidden }, index) => (
        <label key={`${text}${index}`} className="check wide">
          <input
            type="checkbox"
            checked={values.features[index] ?? false}
            onChange={({ target }) => tick(index, target.checked)}
          />
          {text}
          {hidden && <span className="tag">{t('lostProperty.hidden')}</span>}
        </label>
      ))}
      <StepError text={errors.features} />
    </fieldset>
  );
}

function IdentityStep({
  form,
  reports,
}: {
  readonly form: Form<ClaimValues>;
  readonly reports: readonly LossReport[];
}): ReactElement {
  const { values, errors } = form;
  return (
    <fieldset className="step wide">
      <legend>{t('lostProperty.claimIdentity')}</legend>
      <SelectField
        form={form}
        name="identity"
        label={t('lostProperty.field.identity')}
        options={[
          { value: '', label: t('lostProperty.choose') },
          ...IDENTITY_PROOFS.map((value) => ({ value, label: t(`lostProperty.identity.${value}`) })),
        ]}
        required
        wide
      />
      <CheckField form={form} name="under14" label={t('lostProperty.under14Claimant')} wide />
      {values.under14 && (
        <CheckField form={form} name="consent" label={t('lostProperty.guardianSigns')} wide />
      )}
      <StepError text={errors.consent} />
      <TextField
        form={form}
        name="name"
        label={t(values.under14 ? 'lostProperty.guardianName' : 'lostProperty.field.claimant')}
        required
      />
      <TextField form={form} name="phone" label={t('lostProperty.field.phone')} type="tel" required />
      <SelectField
        form={form}
        name="documentType"
        label={t('lostProperty.field.documentType')}
        options={DOCUMENT_TYPES.map((value) => ({ value, label: t(`lostProperty.documentType.${value}`) }))}
        required
      />
      <TextField form={form} name="last4" label={t('lostProperty.field.last4')} required />
      <CheckField form={form} name="onBehalf" label={t('lostProperty.onBehalf')} wide />
      {values.onBehalf && (
        <>
          <TextField form={form} name="owner" label={t('lostProperty.claimOwner')} required />
          <TextField form={form} name="relation" label={t('lostProperty.field.relation')} required />
          <TextField
            form={form}
            name="authority"
            label={t('lostProperty.field.authority')}
            help={t('lostProperty.authorityHelp')}
            required
            wide
          />
        </>
      )}
      {reports.length > 0 && (
        <SelectField
          form={form}
          name="report"
          label={t('lostProperty.claimReport')}
          options={[
            { value: '', label: t('lostProperty.noReport') },
            ...reports.map(({ id, body }) => ({
              value: id,
              label: `${body.no ?? ''} ${body.owner.name} ${body.name}`,
            })),
          ]}
          wide
        />
      )}
    </fieldset>
  );
}
