/** Voiding a visit: a reason, and a lead who did not register it — here, or by PIN (DOMAIN §2). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import type { Visit } from '@shared/visits/schema';
import { voidVisit } from '@shared/visits/void';
import { runCommand, type Outcome } from '../../data/gateway';
import { useSession } from '../../data/session';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { PinDialog } from '../../ui/pin-dialog';
import { toast } from '../../ui/toast';

interface VoidDialogProps {
  readonly visit: Visit;
  readonly onClose: () => void;
}

export function VoidDialog({ visit, onClose }: VoidDialogProps): ReactElement {
  const { id, body, by } = visit;
  const actor = useSession((state) => state.actor);
  const mayAlone = actor !== null && actor.roles.includes('lead') && actor.id !== by;
  // Saving waits here for the lead's PIN; giving up the PIN leaves the form as it was.
  const [asking, setAsking] = useState<{ readonly answer: (witness: Witness | null) => void } | null>(null);
  const askLead = (): Promise<Witness | null> =>
    new Promise((resolve) => {
      const answer = (witness: Witness | null): void => {
        setAsking(null);
        resolve(witness);
      };
      setAsking({ answer });
    });
  const form = useForm({
    draftKey: `visit.void:${id}`,
    initial: { reason: '' },
    save: async ({ reason }, actId): Promise<Outcome> => {
      if (mayAlone || reason.trim() === '') return runCommand(voidVisit, { id, reason }, { actId });
      const witness = await askLead();
      return runCommand(voidVisit, { id, reason }, { actId, witnesses: witness ? [witness] : [] });
    },
    onSaved: () => {
      toast(t('visits.voided', { no: body.no ?? '' }));
      onClose();
    },
  });
  if (asking)
    return (
      <PinDialog
        title={t('visits.leadConfirms')}
        onWitness={asking.answer}
        onClose={() => asking.answer(null)}
      />
    );
  return (
    <FormDialog
      form={form}
      title={t('visits.voidTitle', { no: body.no ?? '' })}
      submitLabel={t('visits.voidConfirm')}
      onClose={onClose}
      danger
    >
      <p className="wide">{t('visits.voidText')}</p>
      <TextField form={form} name="reason" label={t('visits.voidReason')} required wide />
    </FormDialog>
  );
}
