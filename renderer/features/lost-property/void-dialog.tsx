/** Voiding an item or a report: a reason, and a lead who did not register it (DOMAIN §2). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import type { FoundItem, LossReport } from '@shared/lost-property/schema';
import { voidLost } from '@shared/lost-property/void';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';

interface VoidDialogProps {
  readonly record: FoundItem | LossReport;
  readonly onClose: () => void;
}

export function VoidDialog({ record: { id, body, by }, onClose }: VoidDialogProps): ReactElement {
  const actor = useSession((state) => state.actor);
  const mayAlone = actor !== null && actor.roles.includes('lead') && actor.id !== by;
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `lostItem.void:${id}`,
    initial: { reason: '' },
    save: ({ reason }, actId) =>
      runCommand(voidLost, { id, reason }, { actId, witnesses: lead ? [lead] : [] }),
    onSaved: () => {
      toast(t('lostProperty.voided', { no: body.no ?? '' }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('lostProperty.voidTitle', { no: body.no ?? '' })}
      submitLabel={t('lostProperty.voidConfirm')}
      onClose={onClose}
      danger
    >
      <p className="wide">{t('lostProperty.voidText')}</p>
      <TextField form={form} name="reason" label={t('lostProperty.field.reason')} required wide />
      {!mayAlone && (
        <SecondStaff
          label={t('lostProperty.leadConfirms')}
          witness={lead}
          onWitness={setLead}
          error={undefined}
        />
      )}
    </FormDialog>
  );
}
