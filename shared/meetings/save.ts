/** `meeting.save`: the week's sheet as it is now; earlier versions stay in its log (DOMAIN §3.8). */
import { accept, refuse, type Command } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { LIMITS, meetingId, mondayOf, type Meeting, type MeetingBody, type MeetingEntry } from './schema';

export interface MeetingFields {
  /** Staff id. */
  readonly host: string;
  /** Business day, or '' while it is not held. */
  readonly heldOn: string;
  readonly entries: readonly MeetingEntry[];
  readonly passedOn: string;
}

export interface SaveMeeting {
  /** Monday of the week. */
  readonly week: string;
  readonly fields: MeetingFields;
}

const FIELDS = ['host', 'heldOn', 'entries', 'passedOn'] as const;

export const saveMeeting: Command<SaveMeeting> = {
  type: 'meeting.save',
  roles: [...DESK_ROLES, 'manager'],
  reads: ({ week, fields }) => [
    { name: 'meeting', collection: 'roster', ids: [meetingId(week)] },
    { name: 'host', collection: 'directory', ids: fields.host === '' ? [] : [fields.host] },
  ],
  decide: ({ week, fields }, loaded, context) => {
    const { day, desk, actor, now } = context;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(week) || mondayOf(week) !== week || week > day)
      return refuse({ code: 'weekUnknown' });
    const checks = new Checks();
    if (fields.host === '') checks.refuse('host', 'required');
    else if (loaded.host?.[0]?.kind !== 'staff') checks.refuse('host', 'staffGone');
    if (fields.heldOn > day) checks.refuse('heldOn', 'inFuture');
    else if (fields.heldOn !== '' && fields.heldOn < week) checks.refuse('heldOn', 'beforeWeek');
    const entries = fields.entries.map((entry, at): MeetingEntry => ({
      id: entry.id,
      name: entry.name,
      work: checks.text(`entries.${at}.work`, entry.work, { max: LIMITS.work, lines: true }),
      improve: checks.text(`entries.${at}.improve`, entry.improve, { max: LIMITS.improve, lines: true }),
    }));
    const passedOn = checks.text('passedOn', fields.passedOn, { max: LIMITS.passedOn, lines: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const next: Pick<MeetingBody, 'host' | 'heldOn' | 'entries' | 'passedOn'> = {
      host: fields.host,
      heldOn: fields.heldOn,
      entries,
      passedOn,
    };
    const before = loaded.meeting?.find((doc): doc is Meeting => doc.kind === 'meeting');
    if (before) {
      const changes = changesBetween<typeof next>(before.body, next, FIELDS);
      if (changes.length === 0) return refuse({ code: 'nothingChanged' });
      const body = withLog({ ...before.body, ...next }, context, 'meeting.save', { changes });
      return accept({ collection: 'roster', doc: { ...before, key: fields.host, body } });
    }
    const body: MeetingBody = { v: 1, ...next };
    const doc: Omit<Meeting, 'ver'> = {
      id: meetingId(week),
      kind: 'meeting',
      status: 'kept',
      day: week,
      dueAt: NEVER_DUE,
      desk,
      by: actor.id,
      at: now,
      key: fields.host,
      body: withLog(body, context, 'meeting.save'),
    };
    return accept({ collection: 'roster', doc });
  },
};
