/** A note for the next shift or for somebody, into the log that is open (F2). */
import type { ReactElement } from 'react';
import type { SlotLog } from '@shared/shift-log/reading';
import type { Note } from '@shared/shift-log/schema';
import { EMPTY_NOTE, writeNote, type NoteFields } from '@shared/shift-log/write-note';
import { runCommand } from '../../../data/gateway';
import { CheckField, SelectField, TextField } from '../../../ui/fields';
import { FormPanel, useForm } from '../../../ui/form';
import { t } from '../../../ui/i18n';
import { toast } from '../../../ui/toast';
import { toInstant } from '../../../ui/typed';
import { useDeskStaff } from '../use-records';

interface NoteFormProps {
  readonly log: SlotLog;
  /** Note that is corrected or added to. */
  readonly adds: Note | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

export function NoteForm({ log, adds, onSaved, onClose }: NoteFormProps): ReactElement {
  const { desk, day, shift, shiftName } = log;
  const staff = useDeskStaff();
  const form = useForm<NoteFields>({
    draftKey: `note.write:${log.id}:${adds?.id ?? ''}`,
    initial: EMPTY_NOTE,
    save: (values, actId) =>
      runCommand(
        writeNote,
        {
          id: actId,
          slot: { desk, day, shift },
          adds: adds?.id ?? '',
          fields: { ...values, dueAt: values.action ? toInstant(values.dueAt) : '' },
        },
        { actId },
      ),
    onSaved: () => {
      toast(t('shiftLog.noteSaved'));
      onSaved();
    },
  });
  return (
    <FormPanel
      form={form}
      title={
        adds
          ? t('shiftLog.noteAddTitle', { text: [...adds.body.text].slice(0, 16).join('') })
          : t('shiftLog.noteTitle', { shift: shiftName, desk })
      }
      submitLabel={t('shiftLog.noteSave')}
      onClose={onClose}
    >
      <TextField
        form={form}
        name="text"
        label={t('shiftLog.noteText')}
        help={t('shiftLog.noteTextHelp')}
        rows={4}
        required
        wide
      />
      <SelectField
        form={form}
        name="to"
        label={t('shiftLog.noteTo')}
        options={[
          { value: '', label: t('shiftLog.nextShift') },
          ...staff.map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
        wide
      />
      <CheckField form={form} name="action" label={t('shiftLog.noteAction')} wide />
      {form.values.action && (
        <TextField form={form} name="dueAt" label={t('shiftLog.noteDue')} type="datetime-local" wide />
      )}
    </FormPanel>
  );
}
