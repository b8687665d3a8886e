/** 签到 签退 by one's own PIN, forgotten ones explained, corrections by lead or HR (DOMAIN §3.8). */
import { accept, refuse, type Command, type Context } from '../core/command';
import { changed } from '../core/documents';
import { NEVER_DUE, type BodyBase, type Envelope } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, type Role } from '../core/roles';
import { minutesBetween } from '../core/time';
import type { Staff } from '../directory/schema';
import { attendanceRecords, shiftAttendance } from './attendance';
import { decider, himself, loadedOf, readOne } from './decide';
import { isPublished, leaveOn, planOf, rosterOf, rosterReads, shiftSpan } from './roster';
import {
  LIMITS,
  MARKS,
  PUNCHES,
  explanationId,
  isExplanation,
  isMark,
  markId,
  type AttendanceMark,
  type AttendanceMarkBody,
  type Explanation,
  type ExplanationBody,
  type Mark,
  type Punch,
  type PunchBody,
  type PunchType,
} from './schema';
import { PLANNERS } from './set-plans';

const OWN: readonly Role[] = [...DESK_ROLES, 'hr'];

/** Minutes before its begin from which a shift may be signed in to, and after its end until when signed off. */
export const PUNCH_AHEAD = 120;
export const PUNCH_AFTER = 360;

interface Place {
  readonly day: string;
  readonly shift: string;
  readonly staff: string;
}

/** Punches of a day by whom they belong to. */
const punchesOf = (day: string) =>
  ({
    name: 'punches',
    collection: 'roster',
    index: 'kind',
    from: ['punch', day],
    to: ['punch', day],
  }) as const;

const fresh = <K extends string, S extends string, B extends BodyBase>(
  id: string,
  kind: K,
  status: S,
  { day, staff }: Place,
  body: B,
  act: string,
  context: Context,
): Omit<Envelope<K, S, B>, 'ver'> => ({
  id,
  kind,
  status,
  day,
  dueAt: NEVER_DUE,
  desk: context.desk,
  by: context.actor.id,
  at: context.now,
  key: staff,
  body: withLog(body, context, act),
});

export interface DoPunch extends Place {
  /** Id of the new punch. */
  readonly id: string;
  readonly type: PunchType;
}

/** `attendance.punch`: at the desk, now, by the person themselves; only for a published shift of one's own. */
export const punch: Command<DoPunch> = {
  type: 'attendance.punch',
  roles: OWN,
  reads: ({ id, day }) => [readOne('punch', id), ...rosterReads(day, day), punchesOf(day)],
  decide: (input, loaded, context) => {
    if (loaded.punch?.length) return refuse({ code: 'recordExists' });
    const { id, day, shift: shiftId, staff, type } = input;
    const checks = new Checks();
    const person = himself(checks, 'staff', staff, context);
    const docs = Object.values(loaded).flat();
    const roster = rosterOf(docs);
    const shift = context.settings.shifts.find((one) => one.id === shiftId);
    if (!shift || !isPublished(roster, day) || !planOf(roster, day, staff).includes(shiftId))
      return refuse({ code: 'notRostered' });
    if (leaveOn(roster, day, staff, shiftId)) return refuse({ code: 'punchOnLeave' });
    const { from, to } = shiftSpan(shift, day);
    const now = shiftAttendance(roster, attendanceRecords(docs), input, shift, context.settings, context.now);
    if (type === 'in' && now.in !== '') checks.refusals.push({ code: 'alreadyIn' });
    if (type === 'out' && now.out !== '') checks.refusals.push({ code: 'alreadyOut' });
    if (minutesBetween(from, context.now) < (type === 'in' ? -PUNCH_AHEAD : 0))
      checks.refusals.push({ code: 'punchTooSoon' });
    if (minutesBetween(to, context.now) > (type === 'in' ? 0 : PUNCH_AFTER))
      checks.refusals.push({ code: 'punchTooLate' });
    if (checks.refusals.length > 0 || !person) return refuse(...checks.refusals);
    const body: PunchBody = { v: 1, staff, name: person.name, shift: shiftId, type, at: context.now };
    const doc: Omit<Punch, 'ver'> = fresh(id, 'punch', 'recorded', input, body, 'attendance.punch', context);
    return accept({ collection: 'roster', doc });
  },
};

export interface ExplainPunch extends Place {
  readonly type: PunchType | '';
  /** ISO instant at which they came or went. */
  readonly at: string;
  readonly reason: string;
}

/** `attendance.explain` 补签: a forgotten sign-in or sign-off, by the person; it counts once lead or HR approves it. */
export const explainPunch: Command<ExplainPunch> = {
  type: 'attendance.explain',
  roles: OWN,
  reads: (input) => [
    readOne('explanation', explanationId(input.day, input.shift, input.type || 'in', input.staff)),
    ...rosterReads(input.day, input.day),
    punchesOf(input.day),
    { name: 'person', collection: 'directory', ids: [input.staff] },
  ],
  decide: (input, loaded, context) => {
    const { day, shift: shiftId, staff } = input;
    const checks = new Checks();
    himself(checks, 'staff', staff, context);
    const type = checks.choice('type', input.type, PUNCHES);
    const docs = Object.values(loaded).flat();
    const roster = rosterOf(docs);
    const shift = context.settings.shifts.find((one) => one.id === shiftId);
    if (!shift || !planOf(roster, day, staff).includes(shiftId)) return refuse({ code: 'notRostered' });
    const { from, to } = shiftSpan(shift, day);
    const at = input.at === '' ? '' : checks.past('at', input.at, context.now);
    if (input.at === '') checks.refuse('at', 'required');
    else if (minutesBetween(from, at) < -PUNCH_AHEAD || minutesBetween(to, at) > PUNCH_AFTER)
      checks.refuse('at', 'explainOutside');
    const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
    const now = shiftAttendance(roster, attendanceRecords(docs), input, shift, context.settings, context.now);
    if (type && now[type] !== '') checks.refuse('type', type === 'in' ? 'alreadyIn' : 'alreadyOut');
    if (checks.refusals.length > 0 || !type) return refuse(...checks.refusals);
    const name = (loaded.person?.[0] as Staff | undefined)?.body.name ?? staff;
    const fields = { staff, name, shift: shiftId, type, at, reason, decision: null };
    const before = loadedOf(loaded, 'explanation', isExplanation);
    const act = 'attendance.explain';
    const doc: Omit<Explanation, 'ver'> = before
      ? changed<Explanation>(before, act, fields, context, { status: 'asked', dueAt: context.now, reason })
      : {
          ...fresh<'explanation', 'asked', ExplanationBody>(
            explanationId(day, shiftId, type, staff),
            'explanation',
            'asked',
            input,
            { v: 1, ...fields },
            act,
            context,
          ),
          dueAt: context.now,
        };
    return accept({ collection: 'roster', doc });
  },
};

export interface DecideExplanation {
  readonly id: string;
  readonly approve: boolean;
  readonly note: string;
}

/** `attendance.decideExplanation`: lead or HR, never one's own. */
export const decideExplanation: Command<DecideExplanation> = {
  type: 'attendance.decideExplanation',
  roles: OWN,
  reads: ({ id }) => [readOne('explanation', id)],
  decide: ({ approve, note: typed }, loaded, context) => {
    const before = loadedOf(loaded, 'explanation', isExplanation);
    if (!before) return refuse({ code: 'notFound' });
    if (before.status !== 'asked') return refuse({ code: 'explanationDone' });
    const checks = new Checks();
    const note = checks.text('note', typed, { max: LIMITS.note, required: !approve });
    const decision = decider(checks, 'approval', PLANNERS, [before.body.staff], note, context);
    if (checks.refusals.length > 0 || !decision) return refuse(...checks.refusals);
    const doc = changed<Explanation>(before, 'attendance.decideExplanation', { decision }, context, {
      status: approve ? 'approved' : 'refused',
      dueAt: NEVER_DUE,
      ...(note === '' ? {} : { reason: note }),
    });
    return accept({ collection: 'roster', doc });
  },
};

export interface MarkAttendance extends Place {
  readonly mark: Mark | '';
  readonly reason: string;
}

/** `attendance.mark`: lead or HR corrects what the punches say (present, or 脱岗 seen), or takes a correction back. */
export const markAttendance: Command<MarkAttendance> = {
  type: 'attendance.mark',
  roles: PLANNERS,
  reads: ({ day, shift, staff }) => [readOne('mark', markId(day, shift, staff)), ...rosterReads(day, day)],
  decide: (input, loaded, context) => {
    const { day, shift, staff, mark } = input;
    const checks = new Checks();
    const roster = rosterOf(Object.values(loaded).flat());
    if (!planOf(roster, day, staff).includes(shift)) return refuse({ code: 'notRostered' });
    if (mark !== '') checks.choice('mark', mark, MARKS);
    const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
    decider(checks, 'approval', PLANNERS, [staff], reason, context);
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const before = loadedOf(loaded, 'mark', isMark);
    const act = 'attendance.mark';
    const doc: Omit<AttendanceMark, 'ver'> = before
      ? changed<AttendanceMark>(before, act, { mark, reason }, context, { reason })
      : fresh<'attendanceMark', 'recorded', AttendanceMarkBody>(
          markId(day, shift, staff),
          'attendanceMark',
          'recorded',
          input,
          { v: 1, staff, shift, mark, reason },
          act,
          context,
        );
    return accept({ collection: 'roster', doc });
  },
};
