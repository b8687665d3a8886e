/** What a note asked for is done: with what result. */
import type { ReactElement } from 'react';
import { finishNote } from '@shared/shift-log/finish-note';
import type { Note } from '@shared/shift-log/schema';
import { runCommand } from '../../../data/gateway';
import { TextField } from '../../../ui/fields';
import { useForm } from '../../../ui/form';
import { FormDialog } from '../../../ui/form-dialog';
import { t } from '../../../ui/i18n';
import { toast } from '../../../ui/toast';

export function FinishDialog({
  note,
  onClose,
}: {
  readonly note: Note;
  readonly onClose: () => void;
}): ReactElement {
  const form = useForm({
    draftKey: `note.finish:${note.id}`,
    initial: { remark: '' },
    save: ({ remark }, actId) => runCommand(finishNote, { id: note.id, remark }, { actId }),
    onSaved: () => {
      toast(t('shiftLog.finished'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('shiftLog.finishTitle')}
      submitLabel={t('shiftLog.finish')}
      onClose={onClose}
    >
      <p className="wide pre">{note.body.text}</p>
      <TextField form={form} name="remark" label={t('shiftLog.finishRemark')} wide />
    </FormDialog>
  );
}
