/** A superior sets a task to a person or a shift. */
import type { ReactElement } from 'react';
import { EMPTY_TASK, giveTask, type TaskFields } from '@shared/tasks/give';
import { PRIORITIES } from '@shared/tasks/schema';
import { useDirectory } from '../../../data/directory';
import { runCommand } from '../../../data/gateway';
import { useSession } from '../../../data/session';
import { ChoiceField } from '../../../ui/choice-field';
import { SelectField, TextField } from '../../../ui/fields';
import { FormPanel, useForm } from '../../../ui/form';
import { t } from '../../../ui/i18n';
import { toast } from '../../../ui/toast';
import { toInstant } from '../../../ui/typed';
import { useDeskStaff } from '../use-records';

interface TaskFormProps {
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

export function TaskForm({ onSaved, onClose }: TaskFormProps): ReactElement {
  const me = useSession(({ actor }) => actor?.id ?? '');
  const shifts = useDirectory(({ settings }) => settings.shifts);
  const staff = useDeskStaff().filter(({ id }) => id !== me);
  const form = useForm<TaskFields>({
    draftKey: 'task.give',
    initial: EMPTY_TASK,
    save: (values, actId) =>
      runCommand(giveTask, { id: actId, fields: { ...values, dueAt: toInstant(values.dueAt) } }, { actId }),
    onSaved: ([doc]) => {
      if (!doc) return;
      toast(t('shiftLog.task.saved', { no: doc.body.no ?? '' }));
      onSaved(doc.id);
    },
  });
  return (
    <FormPanel
      form={form}
      title={t('shiftLog.task.newTitle')}
      submitLabel={t('shiftLog.task.save')}
      onClose={onClose}
    >
      <TextField form={form} name="title" label={t('shiftLog.task.title')} required wide />
      <TextField form={form} name="content" label={t('shiftLog.task.content')} rows={4} wide />
      <SelectField
        form={form}
        name="to"
        label={t('shiftLog.task.to')}
        options={[
          { value: '', label: t('shiftLog.task.toPerson') },
          ...staff.map(({ id, body }) => ({ value: id, label: body.name })),
          ...shifts.map(({ id, name }) => ({
            value: `shift:${id}`,
            label: t('shiftLog.task.toShift', { shift: name }),
          })),
        ]}
        required
        wide
      />
      <TextField
        form={form}
        name="dueAt"
        label={t('shiftLog.task.due')}
        type="datetime-local"
        required
        wide
      />
      <ChoiceField
        form={form}
        name="priority"
        label={t('shiftLog.column.priority')}
        options={PRIORITIES.map((value) => ({ value, label: t(`shiftLog.task.priority.${value}`) }))}
        required
        wide
      />
    </FormPanel>
  );
}
