/** `meeting.attend`: somebody confirms by PIN to have been at the meeting and to know its record (DOMAIN §3.8). */
import { accept, refuse, type Command } from '../core/command';
import { DESK_ROLES } from '../core/roles';
import { ATTEND, attendeesOf, meetingId, type Meeting } from './schema';

export interface AttendMeeting {
  /** Monday of the week. */
  readonly week: string;
  /** Staff id of who was there, whose PIN was given now. */
  readonly staff: string;
}

export const attendMeeting: Command<AttendMeeting> = {
  type: ATTEND,
  roles: [...DESK_ROLES, 'manager'],
  reads: ({ week }) => [{ name: 'meeting', collection: 'roster', ids: [meetingId(week)] }],
  decide: ({ staff }, loaded, context) => {
    const meeting = loaded.meeting?.find((doc): doc is Meeting => doc.kind === 'meeting');
    if (!meeting) return refuse({ code: 'notFound' });
    if (!context.witnesses.some((witness) => witness.staff === staff)) return refuse({ code: 'pinMissing' });
    if (meeting.body.heldOn === '') return refuse({ code: 'meetingNotHeld' });
    if (attendeesOf(meeting).some((one) => one.staff === staff && !one.changedSince))
      return refuse({ code: 'alreadyAttended' });
    const { actId: id, now: at, desk } = context;
    const log = [...(meeting.body.log ?? []), { id, act: ATTEND, at, by: staff, desk }];
    return accept({ collection: 'roster', doc: { ...meeting, body: { ...meeting.body, log } } });
  },
};
