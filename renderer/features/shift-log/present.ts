/** Records of the shift as lines of the search box: notes and tasks. A memo is its author's alone. */
import { slotOfRecord } from '@shared/shift-log/reading';
import type { Note } from '@shared/shift-log/schema';
import { slotId } from '@shared/shift-log/slots';
import type { Task } from '@shared/tasks/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (doc.kind === 'task') {
    const { id, day, body } = doc as Task;
    return {
      title: `${body.title}　${body.no ?? ''}`,
      detail: t('shiftLog.searchTask', { day }),
      path: `/shift/tasks/${id}`,
    };
  }
  if (doc.kind !== 'note') return null;
  const { body, day } = doc as Note;
  return {
    title: body.text,
    detail: t('shiftLog.searchNote', { day, shift: body.shiftName }),
    path: `/shift/${slotId(slotOfRecord(doc as Note))}`,
  };
};

export default present;
