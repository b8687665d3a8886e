/** 《周例会记录》 (FORMS). */
import { addDays } from '@shared/core/time';
import type { MeetingSheetInput } from '@shared/meetings/forms/sheet';
import { attendeesOf, type Meeting } from '@shared/meetings/schema';
import { shiftLog as words } from '@shared/messages/zh-CN/shift-log';
import { staffName, useDirectory } from '../../../data/directory';
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
