/** The tasks listed, printed and as an Excel file. */
import type { Period } from '@shared/core/period';
import { periodText } from '@shared/forms/texts';
import { shiftLog as words } from '@shared/messages/zh-CN/shift-log';
import { dueCell } from '@shared/shift-log/forms/log-sheet';
import { TASK_COLUMNS, type TaskLine, type TaskRegisterInput } from '@shared/tasks/forms/register';
import type { Task } from '@shared/tasks/schema';
import { staffName, useDirectory } from '../../../data/directory';
import { exportList } from '../../../ui/export-list';
import { printForm } from '../../../ui/print/print-form';
import { responsibleOf } from './task-register';

function lineOf(task: Task): TaskLine {
  const { body, day, status } = task;
  return {
    no: body.no ?? '',
    given: day,
    setter: staffName(body.setter),
    title: body.title,
    content: body.content,
    responsible: responsibleOf(task),
    due: dueCell(body.deadline),
    state: words.task.status[status],
    progress: body.log?.filter(({ reason }) => reason).at(-1)?.reason ?? '',
  };
}

/** @param tasks newest first, as listed */
export function printTasks(tasks: readonly Task[], { from, to }: Period): void {
  const data: TaskRegisterInput = {
    club: useDirectory.getState().settings.clubName,
    from,
    to,
    rows: [...tasks].reverse().map(lineOf),
  };
  printForm({
    form: 'task-register',
    title: words.form.tasks,
    data,
    reference: from === to ? from : `${from}_${to}`,
  });
}

export function exportTasks(tasks: readonly Task[], { from, to }: Period): Promise<void> {
  return exportList({
    register: 'tasks',
    title: words.form.tasks,
    of: periodText(from, to),
    columns: TASK_COLUMNS.map(({ title, width, value }) => ({ title, width: Math.round(width / 2), value })),
    rows: [...tasks].reverse().map(lineOf),
  });
}
