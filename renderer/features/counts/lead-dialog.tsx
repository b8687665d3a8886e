/** A step a lead stands for: signed in as such, or with the own PIN; where wanted with a reason, and with finance. */
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Witness } from '@shared/core/command';
import { useSession } from '../../data/session';
import type { Outcome } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';

interface LeadDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly danger?: boolean;
  /** Label of the reason; absent where none is asked for. */
  readonly reason?: string;
  /** Field of the command's reason. */
  readonly reasonField?: 'reason' | 'skipReason';
  /** Who may not stand for it, the signed-in person among them or not. */
  readonly notBy: readonly string[];
  readonly finance?: boolean;
  readonly run: (reason: string, witnesses: readonly Witness[], actId: string) => Promise<Outcome>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function LeadDialog(props: LeadDialogProps): ReactElement {
  const {
    title,
    submitLabel,
    danger,
    reason,
    reasonField = 'reason',
    notBy,
    finance,
    run,
    onDone,
    onClose,
  } = props;
  const { actor } = useSession();
  const [lead, setLead] = useState<Witness | null>(null);
  const [accountant, setAccountant] = useState<Witness | null>(null);
  // A lead who had no part in it confirms by being signed in.
  const isLead = actor !== null && actor.roles.includes('lead') && !notBy.includes(actor.id);
  const form = useForm({
    draftKey: `count.lead:${title}`,
    initial: { reason: '' },
    parts: ['approval', 'finance'],
    save: async (values, actId) => {
      const outcome = await run(
        values.reason,
        [lead, accountant].filter((one) => one !== null),
        actId,
      );
      if (outcome.ok) return outcome;
      // Whoever was refused is asked again; the message stands where their name stood.
      if (outcome.refusals.some(({ field }) => field === 'approval')) setLead(null);
      if (outcome.refusals.some(({ field }) => field === 'finance')) setAccountant(null);
      return {
        ok: false,
        refusals: outcome.refusals.map((one) =>
          one.field === reasonField ? { ...one, field: 'reason' } : one,
        ),
      };
    },
    onSaved: () => {
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={title}
      submitLabel={submitLabel}
      onClose={onClose}
      width={500}
      {...(danger ? { danger } : {})}
    >
      <div className="wide">{props.children}</div>
      {reason !== undefined && <TextField form={form} name="reason" label={reason} required wide />}
      {!isLead && (
        <SecondStaff
          label={t('counts.approveLead')}
          witness={lead}
          onWitness={setLead}
          error={form.errors.approval}
        />
      )}
      {finance && !actor?.roles.includes('finance') && (
        <SecondStaff
          label={t('counts.form.finance')}
          witness={accountant}
          onWitness={setAccountant}
          error={form.errors.finance}
        />
      )}
    </FormDialog>
  );
}
