/** 交接班记录, A4 portrait: what happened, till and goods, what is open, who signed off and who read it (FORMS). */
import { formatMoney } from '../../core/money';
import { clock } from '../../core/time';
import type { Block, Column, FormDoc } from '../../forms/model';
import { dateTimeCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { shiftLog as words } from '../../messages/zh-CN/shift-log';
import { staffText } from '../../signatures/signature';
import type { DeskState } from '../schema';

/** A line of the log as it is printed. */
export interface SheetNote {
  readonly at: string;
  readonly text: string;
  readonly state: string;
  readonly responsible: string;
}

/** An open matter as it is printed. */
export interface SheetMatter {
  readonly no: string;
  readonly title: string;
  readonly due: string;
  readonly responsible: string;
}

/** Input of the form `shift-log`. */
export interface LogSheetInput {
  readonly club: string;
  readonly desk: string;
  readonly day: string;
  readonly shift: string;
  readonly hours: string;
  readonly notes: readonly SheetNote[];
  readonly state: DeskState | null;
  readonly matters: readonly SheetMatter[];
  readonly overdue: readonly { readonly title: string; readonly detail: string }[];
  readonly remarks: readonly string[];
  readonly leavers: readonly { readonly name: string; readonly at: string }[];
  readonly readers: readonly { readonly name: string; readonly at: string }[];
}

const form = words.form;
const NOTES: readonly Column[] = [
  { title: form.time, width: 16, noWrap: true },
  { title: form.matter, width: 102 },
  { title: form.state, width: 34 },
  { title: form.responsible, width: 28 },
];
const MATTERS: readonly Column[] = [
  { title: form.index, width: 12, align: 'right', noWrap: true },
  { title: form.no, width: 42, noWrap: true },
  { title: form.openMatter, width: 68 },
  { title: form.due, width: 32, noWrap: true },
  { title: form.responsible, width: 26 },
];

function stateFields({
  till,
  session,
  undeposited,
  undepositedSessions,
  count,
  countsWaiting,
}: DeskState): Block {
  return {
    type: 'fields',
    title: form.stateTitle,
    perLine: 2,
    fields: [
      { label: form.till, value: [words.till[till], session].filter(Boolean).join('　') },
      {
        label: form.undeposited,
        value:
          undeposited === 0
            ? form.none
            : fill(form.undepositedText, { amount: formatMoney(undeposited), count: undepositedSessions }),
      },
      { label: form.count, value: words.count[count] },
      {
        label: form.countsWaiting,
        value: countsWaiting === 0 ? form.none : fill(form.countsText, { count: countsWaiting }),
      },
    ],
  };
}

export function logSheet(input: LogSheetInput): FormDoc {
  const { club, desk, day, shift, hours, notes, state, matters, overdue, remarks, leavers, readers } = input;
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.log,
    subtitle: fill(form.head, { day, shift, hours, desk }),
    reference: `${day}-${desk}`,
    blocks: [
      {
        type: 'table',
        columns: NOTES,
        rows: notes.map((note) => [clock(note.at), note.text, note.state, note.responsible]),
        fillTo: 6,
        empty: form.noNotes,
      },
      { type: 'space', mm: 3 },
      ...(state ? [stateFields(state), { type: 'space', mm: 3 } as const] : []),
      { type: 'text', style: 'bold', text: fill(form.openTitle, { count: matters.length }) },
      {
        type: 'table',
        columns: MATTERS,
        rows: matters.map((one, at) => [String(at + 1), one.no, one.title, one.due, one.responsible]),
        empty: form.noMatters,
      },
      ...(overdue.length > 0
        ? [
            { type: 'space', mm: 2 } as const,
            { type: 'text', style: 'bold', text: form.overdueTitle } as const,
            ...overdue.map(({ title, detail }): Block => ({
              type: 'text',
              text: detail === '' ? `· ${title}` : `· ${title}（${detail}）`,
            })),
          ]
        : []),
      ...(remarks.length > 0
        ? [
            { type: 'space', mm: 2 } as const,
            { type: 'text', text: `${form.remark}${remarks.join('；')}` } as const,
          ]
        : []),
      {
        type: 'signatures',
        lines: [
          ...(leavers.length > 0
            ? leavers.map((one) => ({ label: form.leaver, value: staffText(one) }))
            : [{ label: form.leaver }]),
          ...(readers.length > 0
            ? readers.map((one) => ({ label: form.reader, value: staffText(one) }))
            : [{ label: form.reader }]),
        ],
      },
    ],
  };
}

/** `11-21 14:05` of a due time as it is printed, '' of none. */
export const dueCell = (dueAt: string): string => (dueAt >= '9998' ? '' : dateTimeCell(dueAt).slice(5));
