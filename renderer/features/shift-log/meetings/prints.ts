/** 《周例会记录》 (FORMS). */
import { addDays } from '@shared/core/time';
import type { MeetingSheetInput } from '@shared/meetings/forms/sheet';
import { attendeesOf, type Meeting } from '@shared/meetings/schema';
import { periodText } from '@shared/forms/texts';
import { shiftLog as words } from '@shared/messages/zh-CN/shift-log';
import { staffName, useDirectory } from '../../../data/directory';
import { today } from '../../../data/session';
import { exportList } from '../../../ui/export-list';
import { printForm } from '../../../ui/print/print-form';

export function printMeeting(meeting: Meeting): void {
  const { day, body } = meeting;
  // Of somebody who confirmed again after a change the last time counts.
  const last = new Map(attendeesOf(meeting).map(({ staff, at }) => [staff, at]));
  const data: MeetingSheetInput = {
    club: useDirectory.getState().settings.clubName,
    from: day,
    to: addDays(day, 6),
    heldOn: body.heldOn,
    host: staffName(body.host),
    entries: body.entries,
    passedOn: body.passedOn,
    attendees: [...last].map(([staff, at]) => ({ name: staffName(staff), at })),
  };
  printForm({ form: 'weekly-meeting', title: words.form.meeting, data, reference: day });
}

/** One row a person and week. @param meetings newest first, as listed */
export function exportMeetings(meetings: readonly Meeting[]): Promise<void> {
  const { column, form, meeting: word } = words;
  const listed = [...meetings].reverse();
  const [first, last] = [listed[0]?.day ?? today(), listed.at(-1)?.day ?? today()];
  return exportList({
    register: 'meetings',
    title: form.meeting,
    of: periodText(first, listed.length > 0 ? addDays(last, 6) : last),
    columns: [
      {
        title: column.week,
        width: 24,
        value: ({ meeting }) => periodText(meeting.day, addDays(meeting.day, 6)),
      },
      { title: column.held, width: 12, value: ({ meeting }) => meeting.body.heldOn },
      { title: column.host, width: 10, value: ({ meeting }) => staffName(meeting.body.host) },
      { title: form.name, width: 10, value: ({ entry }) => entry.name },
      { title: form.work, width: 50, value: ({ entry }) => entry.work },
      { title: form.improve, width: 40, value: ({ entry }) => entry.improve },
      { title: word.passedOn, width: 40, value: ({ meeting }) => meeting.body.passedOn },
      {
        title: column.attendees,
        width: 24,
        value: ({ meeting }) =>
          [...new Set(attendeesOf(meeting).map(({ staff }) => staffName(staff)))].join('、'),
      },
    ],
    rows: listed.flatMap((meeting) => meeting.body.entries.map((entry) => ({ meeting, entry }))),
  });
}
