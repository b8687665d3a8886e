/** 请假: in advance by the person; an emergency is entered by whoever took the call. */
import { useMemo, useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { hasRole } from '@shared/core/roles';
import { askLeave } from '@shared/roster/leave';
import { LEAVE_KINDS, type Leave, type LeaveKind } from '@shared/roster/schema';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { today, useSession } from '../../data/session';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { OwnPin } from '../../ui/own-pin';
import { toast } from '../../ui/toast';
import { toCivil, toInstant } from '../../ui/typed';
import { nowIso } from '../../data/clock';

interface LeaveFormProps {
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

export function LeaveForm({ onSaved, onClose }: LeaveFormProps): ReactElement {
  const me = useSession(({ actor }) => actor?.id ?? '');
  const { settings, staff: everybody } = useDirectory();
  const staff = useMemo(
    () => everybody.filter(({ status, body }) => status === 'active' && hasRole(body.roles, askLeave.roles)),
    [everybody],
  );
  const [who, setWho] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: 'leave.ask',
    initial: {
      staff: staff.some(({ id }) => id === me) ? me : '',
      type: '',
      emergency: false,
      from: today(),
      to: today(),
      shift: '',
      reason: '',
      toldAt: toCivil(nowIso()),
    },
    save: ({ toldAt, type, ...values }, actId) =>
      runCommand(
        askLeave,
        { id: actId, ...values, type: type as LeaveKind | '', toldAt: toInstant(toldAt) },
        { actId, witnesses: who ? [who] : [] },
      ),
    onSaved: (docs) => {
      const leave = docs.find((doc) => doc.kind === 'leave') as Leave | undefined;
      toast(t('roster.leaves.asked', { no: leave?.body.no ?? '' }));
      if (leave) onSaved(leave.id);
    },
  });
  const { values } = form;
  const choose = { value: '', label: t('roster.swaps.choose') };
  return (
    <FormPanel
      form={form}
      title={t('roster.leaves.new')}
      submitLabel={t('roster.leaves.ask')}
      onClose={onClose}
    >
      <SelectField
        form={form}
        name="staff"
        label={t('roster.leaves.person')}
        options={[choose, ...staff.map(({ id, body }) => ({ value: id, label: body.name }))]}
        required
      />
      <SelectField
        form={form}
        name="type"
        label={t('roster.leaves.type')}
        options={[
          choose,
          ...LEAVE_KINDS.map((value) => ({ value, label: t(`roster.leaves.kind.${value}`) })),
        ]}
        required
      />
      <CheckField form={form} name="emergency" label={t('roster.leaves.emergency')} wide />
      <TextField form={form} name="from" label={t('roster.leaves.from')} type="date" required />
      <TextField form={form} name="to" label={t('roster.leaves.to')} type="date" required />
      <SelectField
        form={form}
        name="shift"
        label={t('roster.leaves.shift')}
        options={[
          { value: '', label: t('roster.leaves.allDay') },
          ...settings.shifts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {values.emergency && (
        <TextField
          form={form}
          name="toldAt"
          label={t('roster.leaves.toldAt')}
          help={t('roster.leaves.toldHelp', { minutes: settings.emergencyLeaveMinutes })}
          type="datetime-local"
          required
        />
      )}
      <TextField form={form} name="reason" label={t('roster.leaves.reason')} rows={2} required wide />
      {!values.emergency && values.staff !== '' && (
        <OwnPin
          label={t('roster.leaves.pin')}
          staff={values.staff}
          witness={who}
          onWitness={setWho}
          error={form.errors.staff}
        />
      )}
    </FormPanel>
  );
}
