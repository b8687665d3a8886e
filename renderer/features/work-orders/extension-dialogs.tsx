/** 延期: asked with a reason, decided by a lead who did not ask. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { askForExtension, decideExtension } from '@shared/work-orders/extension';
import type { WorkOrder } from '@shared/work-orders/schema';
import { departmentName } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { ChoiceField } from '../../ui/choice-field';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';
import { dayTime, toCivil, toInstant } from '../../ui/typed';
import { ToldByField, type PartDialogProps } from './part-dialogs';

export function ExtensionDialog({ order, part, onClose }: PartDialogProps): ReactElement {
  const form = useForm({
    draftKey: `workOrder.askExtension:${part.id}`,
    initial: { to: toCivil(part.due), reason: '', toldBy: '' },
    save: ({ to, ...values }, actId) =>
      runCommand(askForExtension, { id: order.id, part: part.id, to: toInstant(to), ...values }, { actId }),
    onSaved: () => {
      toast(t('workOrders.done'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('workOrders.extendTitle', { department: departmentName(part.department) })}
      submitLabel={t('workOrders.extend')}
      onClose={onClose}
    >
      <ToldByField form={form} part={part} />
      <TextField
        form={form}
        name="to"
        label={t('workOrders.field.to')}
        help={t('workOrders.due', { time: dayTime(part.due) })}
        type="datetime-local"
        required
        wide
      />
      <TextField form={form} name="reason" label={t('workOrders.field.reason')} required wide />
    </FormDialog>
  );
}

export function DecideExtensionDialog({
  order,
  extension: id,
  onClose,
}: {
  readonly order: WorkOrder;
  readonly extension: string;
  readonly onClose: () => void;
}): ReactElement | null {
  const asked = order.body.extensions.find((one) => one.id === id);
  const actor = useSession((session) => session.actor);
  const mayAlone = actor !== null && actor.roles.includes('lead') && actor.id !== asked?.by;
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm<{ readonly decision: 'approve' | 'reject'; readonly note: string }>({
    draftKey: `workOrder.decideExtension:${id}`,
    initial: { decision: 'approve', note: '' },
    parts: ['lead'],
    save: ({ decision, note }, actId) =>
      runCommand(
        decideExtension,
        { id: order.id, extension: id, approve: decision === 'approve', note },
        { actId, witnesses: lead ? [lead] : [] },
      ),
    onSaved: () => {
      toast(t('workOrders.done'));
      onClose();
    },
  });
  if (!asked) return null;
  return (
    <FormDialog
      form={form}
      title={t('workOrders.decideTitle')}
      submitLabel={t('ui.confirm')}
      onClose={onClose}
    >
      <p className="wide">
        {t('workOrders.extensionAsked', {
          department: departmentName(asked.department),
          from: dayTime(asked.from),
          to: dayTime(asked.to),
          reason: asked.reason,
        })}
      </p>
      <ChoiceField
        form={form}
        name="decision"
        label={t('workOrders.decideExtension')}
        options={[
          { value: 'approve', label: t('workOrders.approve') },
          { value: 'reject', label: t('workOrders.reject') },
        ]}
        wide
      />
      <TextField
        form={form}
        name="note"
        label={t('workOrders.field.note')}
        help={t('workOrders.rejectHelp')}
        wide
      />
      {!mayAlone && (
        <SecondStaff
          label={t('workOrders.leadConfirms')}
          help={t('workOrders.leadHelp')}
          witness={lead}
          onWitness={setLead}
          error={form.errors.lead}
        />
      )}
    </FormDialog>
  );
}
