/** 上级交办事项登记表, A4 landscape. */
import type { Column, FormDoc } from '../../forms/model';
import { periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { shiftLog as words } from '../../messages/zh-CN/shift-log';

/** A task as it is printed. */
export interface TaskLine {
  readonly no: string;
  readonly given: string;
  readonly setter: string;
  readonly title: string;
  readonly content: string;
  readonly responsible: string;
  readonly due: string;
  readonly state: string;
  readonly progress: string;
}

/** Input of the form `task-register`. */
export interface TaskRegisterInput {
  readonly club: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly TaskLine[];
}

const form = words.form;
export const TASK_COLUMNS: readonly (Column & { readonly value: (line: TaskLine) => string })[] = [
  { title: form.no, width: 38, noWrap: true, value: ({ no }) => no },
  { title: form.given, width: 24, noWrap: true, value: ({ given }) => given },
  { title: form.setter, width: 18, value: ({ setter }) => setter },
  { title: form.task, width: 40, value: ({ title }) => title },
  { title: form.content, width: 52, value: ({ content }) => content },
  { title: form.responsible, width: 20, value: ({ responsible }) => responsible },
  { title: form.due, width: 24, noWrap: true, value: ({ due }) => due },
  { title: form.state, width: 18, noWrap: true, value: ({ state }) => state },
  { title: form.progress, width: 43, value: ({ progress }) => progress },
];

export function taskRegister({ club, from, to, rows }: TaskRegisterInput): FormDoc {
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.tasks,
    subtitle: periodText(from, to),
    reference: from === to ? from : `${from}_${to}`,
    blocks: [
      {
        type: 'table',
        columns: TASK_COLUMNS,
        rows: rows.map((line) => TASK_COLUMNS.map(({ value }) => value(line))),
      },
      { type: 'text', style: 'bold', text: fill(form.taskCount, { count: rows.length }) },
      { type: 'signatures', lines: [{ label: form.madeBy }, { label: form.checkedBy }] },
    ],
  };
}
