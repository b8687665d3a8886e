/** 周例会记录, A4 portrait: each person's week, what is to be better, what is passed on (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { shiftLog as words } from '../../messages/zh-CN/shift-log';
import { staffText } from '../../signatures/signature';
import type { MeetingEntry } from '../schema';

/** Input of the form `weekly-meeting`. */
export interface MeetingSheetInput {
  readonly club: string;
  /** Monday and Sunday. */
  readonly from: string;
  readonly to: string;
  readonly heldOn: string;
  readonly host: string;
  readonly entries: readonly MeetingEntry[];
  readonly passedOn: string;
  readonly attendees: readonly { readonly name: string; readonly at: string }[];
}

const form = words.form;
const COLUMNS: readonly Column[] = [
  { title: form.name, width: 24 },
  { title: form.work, width: 96 },
  { title: form.improve, width: 60 },
];

export function meetingSheet(input: MeetingSheetInput): FormDoc {
  const { club, from, to, heldOn, host, entries, passedOn, attendees } = input;
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.meeting,
    subtitle: fill(form.meetingHead, { from, to, day: heldOn || form.blankDay }),
    reference: from,
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows: entries.map(({ name, work, improve }) => [name, work, improve]),
        fontSize: 10,
      },
      { type: 'space', mm: 3 },
      {
        type: 'fields',
        perLine: 1,
        fields: [{ label: form.passedOn, value: passedOn, wide: true, minLines: 4 }],
      },
      {
        type: 'signatures',
        lines: [
          { label: form.host, value: host },
          ...(attendees.length > 0
            ? attendees.map((one) => ({ label: form.attendee, value: staffText(one) }))
            : [{ label: form.attendee }]),
        ],
      },
    ],
  };
}
