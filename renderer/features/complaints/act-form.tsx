/** The frame of every act on a complaint: a short form in a dialog that saves, says so and closes. */
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Witness } from '@shared/core/command';
import type { Envelope } from '@shared/core/envelope';
import { hasRole } from '@shared/core/roles';
import { TOLD_WAYS, type Complaint, type ToldWay } from '@shared/complaints/schema';
import type { Outcome } from '../../data/gateway';
import { useSession } from '../../data/session';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/fields';
import { FormDialog } from '../../ui/form-dialog';
import { useForm, type Form } from '../../ui/form';
import { t, type MessageKey } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';

export interface DialogProps {
  readonly complaint: Complaint;
  readonly onClose: () => void;
}

interface ActFormProps<V> extends DialogProps {
  /** Key of `complaints.do`. */
  readonly act: string;
  readonly title?: string;
  readonly submitLabel?: string;
  readonly initial: V;
  readonly save: (
    values: V,
    act: { readonly actId: string; readonly witnesses: readonly Witness[] },
  ) => Promise<Outcome>;
  /** What is said when it was saved. */
  readonly said?: (docs: readonly Envelope[]) => string;
  /** Asks for a lead's PIN when this person is none, or one of `notBy`. */
  readonly lead?: boolean | ((values: V) => boolean);
  /** Staff ids of those whose own act it would be. */
  readonly notBy?: ReadonlySet<string>;
  readonly danger?: boolean;
  readonly width?: number;
  readonly children: (form: Form<V>) => ReactNode;
}

const NOBODY: ReadonlySet<string> = new Set();

export function ActForm<V extends object>(props: ActFormProps<V>): ReactElement {
  const { complaint, act, initial, save, said, lead = false, notBy = NOBODY } = props;
  const { danger, width, children, onClose } = props;
  const [witness, setWitness] = useState<Witness | null>(null);
  const actor = useSession((state) => state.actor);
  const form = useForm<V>({
    draftKey: `complaint.${act}:${complaint.id}`,
    initial,
    parts: ['lead'],
    save: (values, actId) => save(values, { actId, witnesses: witness ? [witness] : [] }),
    onSaved: (docs) => {
      toast(said?.(docs) ?? t('complaints.saved.done'));
      onClose();
    },
  });
  const label = t(`complaints.do.${act}` as MessageKey);
  const isLead = hasRole(actor?.roles ?? [], ['lead', 'manager']) && !notBy.has(actor?.id ?? '');
  const asksLead = !isLead && (typeof lead === 'function' ? lead(form.values) : lead);
  return (
    <FormDialog
      form={form}
      title={props.title ?? `${label}　${complaint.body.no ?? ''}`}
      submitLabel={props.submitLabel ?? label}
      onClose={onClose}
      {...(danger ? { danger } : {})}
      width={width ?? 520}
    >
      {children(form)}
      {asksLead && (
        <SecondStaff
          label={t('complaints.leadConfirms')}
          witness={witness}
          onWitness={setWitness}
          error={form.errors.lead}
        />
      )}
    </FormDialog>
  );
}

interface ToldValues {
  readonly when: string;
  readonly how: ToldWay;
}

/** How and when the customer was told. */
export function ToldFields<V extends ToldValues>(props: { readonly form: Form<V> }): ReactElement {
  const form = props.form as unknown as Form<ToldValues>;
  return (
    <>
      <HowField form={form} />
      <WhenField form={form} />
    </>
  );
}

export function HowField<V extends { readonly how: ToldWay }>(props: {
  readonly form: Form<V>;
}): ReactElement {
  return (
    <ChoiceField
      form={props.form}
      name="how"
      label={t('complaints.field.how')}
      options={TOLD_WAYS.map((value) => ({ value, label: t(`complaints.how.${value}`) }))}
      wide
    />
  );
}

export function WhenField<V extends { readonly when: string }>(props: {
  readonly form: Form<V>;
}): ReactElement {
  const form = props.form as unknown as Form<{ readonly when: string }>;
  return (
    <TextField
      form={form}
      name="when"
      label={t('complaints.field.when')}
      help={t('complaints.now')}
      type="datetime-local"
    />
  );
}
