/** 《交接班记录》 printed, and the list of logs as an Excel file (FORMS). */
import type { Period } from '@shared/core/period';
import { clock } from '@shared/core/time';
import { periodText } from '@shared/forms/texts';
import { shiftLog as words } from '@shared/messages/zh-CN/shift-log';
import { dueCell, type LogSheetInput } from '@shared/shift-log/forms/log-sheet';
import { doneOf, readersOf, type SlotLog } from '@shared/shift-log/reading';
import type { Note } from '@shared/shift-log/schema';
import { slotIn } from '@shared/shift-log/slots';
import { staffName, useDirectory } from '../../../data/directory';
import { exportList } from '../../../ui/export-list';
import { printForm } from '../../../ui/print/print-form';

const form = words.form;

function stateOf(note: Note): string {
  const done = doneOf(note);
  if (done) return [form.stateDone, done.remark].filter(Boolean).join('：');
  if (note.status === 'plain') return form.stateNone;
  return [form.stateOpen, dueCell(note.dueAt)].filter(Boolean).join(' ');
}

/** Who it was given to, who did it, or who wrote it. */
function responsibleOf(note: Note): string {
  const done = doneOf(note);
  return staffName(done?.by ?? (note.body.to === '' ? note.by : note.body.to));
}

export function printLog(log: SlotLog): void {
  const { settings } = useDirectory.getState();
  const { day, desk, shiftName, notes, signOffs } = log;
  const slot = slotIn(settings, log);
  const last = signOffs.at(-1);
  const data: LogSheetInput = {
    club: settings.clubName,
    desk,
    day,
    shift: shiftName,
    hours: slot ? `${clock(slot.from)}–${clock(slot.to)}` : '',
    notes: notes.map((note) => ({
      at: note.at,
      text: note.body.text,
      state: stateOf(note),
      responsible: responsibleOf(note),
    })),
    state: last?.body.state ?? null,
    matters: signOffs.flatMap(({ body }) =>
      body.matters.map(({ no, title, dueAt, responsible }) => ({
        no,
        title,
        due: dueCell(dueAt),
        responsible: staffName(responsible),
      })),
    ),
    overdue: last?.body.overdue ?? [],
    remarks: signOffs.map(({ body }) => body.remark).filter(Boolean),
    leavers: signOffs.map(({ body }) => body.leaver),
    readers: readersOf(log).map(({ staff, at }) => ({ name: staffName(staff), at })),
  };
  printForm({ form: 'shift-log', title: form.log, data, reference: `${day}-${desk}` });
}

interface Line {
  readonly log: SlotLog;
  readonly note: Note | null;
}

/** One line a note, and one a shift without notes. */
export function exportLogs(logs: readonly SlotLog[], { from, to }: Period): Promise<void> {
  const rows = [...logs]
    .reverse()
    .flatMap((log): readonly Line[] =>
      log.notes.length === 0 ? [{ log, note: null }] : log.notes.map((note) => ({ log, note })),
    );
  return exportList({
    register: 'shiftLog',
    title: form.log,
    of: periodText(from, to),
    columns: [
      { title: form.day, width: 12, value: ({ log }) => log.day },
      { title: form.shift, width: 8, value: ({ log }) => log.shiftName },
      { title: form.desk, width: 6, value: ({ log }) => log.desk },
      { title: form.time, width: 8, value: ({ note }) => (note ? clock(note.at) : '') },
      { title: form.matter, width: 60, value: ({ note }) => note?.body.text ?? '' },
      { title: form.state, width: 24, value: ({ note }) => (note ? stateOf(note) : '') },
      { title: form.responsible, width: 12, value: ({ note }) => (note ? responsibleOf(note) : '') },
      {
        title: form.leaver,
        width: 16,
        value: ({ log }) => log.signOffs.map(({ body }) => body.leaver.name).join('、'),
      },
      {
        title: form.openMatter,
        width: 40,
        value: ({ log }) =>
          log.signOffs
            .flatMap(({ body }) => body.matters.map(({ no, title }) => [no, title].join(' ').trim()))
            .join('；'),
      },
      {
        title: form.readers,
        width: 30,
        value: (row) =>
          readersOf(row.log)
            .map(({ staff }) => staffName(staff))
            .join('、'),
      },
    ],
    rows,
  });
}
