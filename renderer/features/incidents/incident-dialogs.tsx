/** Steps of an emergency that are written in a dialog. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { closeIncident, voidIncident } from '@shared/incidents/finish';
import { addMeasure, addPerson } from '@shared/incidents/notify';
import type { Incident } from '@shared/incidents/schema';
import { hasLoose, peopleOf, tally } from '@shared/incidents/state';
import { runCommand } from '../../data/gateway';
import { Approver } from '../../ui/approver';
import { CheckField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

export interface IncidentDialogProps {
  readonly incident: Incident;
  readonly onClose: () => void;
}

/** 结案. */
export function CloseDialog({ incident, onClose }: IncidentDialogProps): ReactElement {
  const { id, body } = incident;
  const { all, told, missing } = tally(peopleOf(body));
  const form = useForm({
    draftKey: `incident.close:${id}`,
    initial: { result: '', summary: '', openReason: '' },
    save: (values, actId) => runCommand(closeIncident, { id, ...values }, { actId }),
    onSaved: () => {
      toast(t('incidents.closed', { no: body.no ?? '' }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('incidents.closeTitle', { no: body.no ?? '' })}
      submitLabel={t('incidents.close')}
      onClose={onClose}
      width={560}
    >
      <TextField form={form} name="result" label={t('incidents.field.result')} rows={3} required wide />
      <TextField form={form} name="summary" label={t('incidents.field.summary')} rows={3} required wide />
      {hasLoose(body) && (
        <>
          <div className="notice overdue wide">
            {t('incidents.closeLoose', { told: all - told, missing })}
          </div>
          <TextField form={form} name="openReason" label={t('incidents.field.openReason')} required wide />
        </>
      )}
    </FormDialog>
  );
}

/** 作废. */
export function VoidDialog({ incident, onClose }: IncidentDialogProps): ReactElement {
  const { id, body, by } = incident;
  const [witness, setWitness] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `incident.void:${id}`,
    initial: { reason: '' },
    save: ({ reason }, actId) =>
      runCommand(voidIncident, { id, reason }, { actId, witnesses: witness ? [witness] : [] }),
    onSaved: () => {
      toast(t('incidents.voided', { no: body.no ?? '' }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('incidents.voidTitle', { no: body.no ?? '' })}
      submitLabel={t('incidents.void')}
      onClose={onClose}
      danger
    >
      <p className="wide">{t('incidents.voidText')}</p>
      <TextField form={form} name="reason" label={t('incidents.field.reason')} required wide />
      <Approver
        label={t('incidents.field.lead')}
        roles={['lead']}
        notBy={[by]}
        witness={witness}
        onWitness={setWitness}
        error={form.errors.lead}
      />
    </FormDialog>
  );
}

/** Somebody no list knows. */
export function AddPersonDialog({ incident, onClose }: IncidentDialogProps): ReactElement {
  const form = useForm({
    draftKey: `incident.addPerson:${incident.id}`,
    initial: { name: '', phone: '', role: '', onSite: true },
    save: (values, actId) => runCommand(addPerson, { id: incident.id, ...values }, { actId }),
    onSaved: () => {
      toast(t('incidents.added', { name: form.values.name.trim() }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('incidents.addPersonTitle')}
      submitLabel={t('incidents.addPerson')}
      onClose={onClose}
    >
      <TextField form={form} name="name" label={t('incidents.field.name')} required />
      <TextField form={form} name="phone" label={t('incidents.field.phone')} type="tel" />
      <TextField form={form} name="role" label={t('incidents.field.role')} wide />
      <CheckField form={form} name="onSite" label={t('incidents.onSiteToo')} wide />
    </FormDialog>
  );
}

/** 处理经过. */
export function MeasureDialog({ incident, onClose }: IncidentDialogProps): ReactElement {
  const form = useForm({
    draftKey: `incident.measure:${incident.id}`,
    initial: { text: '' },
    save: ({ text }, actId) => runCommand(addMeasure, { id: incident.id, text }, { actId }),
    onSaved: () => {
      toast(t('incidents.measureSaved'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('incidents.field.text')}
      submitLabel={t('incidents.addMeasure')}
      onClose={onClose}
    >
      <TextField form={form} name="text" label={t('incidents.field.text')} rows={3} required wide />
    </FormDialog>
  );
}
