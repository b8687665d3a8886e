/** 请假: asked in advance, or told in an emergency against the clock of the shift's begin; decided by lead or HR. */
import { accept, refuse, type Command, type Context, type Decision, type Loaded } from '../core/command';
import { changed } from '../core/documents';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, type Role } from '../core/roles';
import type { Settings } from '../core/settings';
import { addDays, instantOf, minutesBetween } from '../core/time';
import type { Staff } from '../directory/schema';
import { decider, himself, loadedOf, readOne } from './decide';
import { LEAVE_AHEAD, LEAVE_LENGTH, planOf, shiftSpan, type Roster } from './roster';
import { LEAVE_KINDS, LIMITS, isLeave, type Leave, type LeaveBody, type LeaveKind } from './schema';
import { PLANNERS } from './set-plans';

const ASKING: readonly Role[] = [...DESK_ROLES, 'hr'];

export interface AskLeave {
  /** Id of the new leave. */
  readonly id: string;
  readonly staff: string;
  readonly type: LeaveKind | '';
  readonly emergency: boolean;
  readonly from: string;
  readonly to: string;
  readonly shift: string;
  readonly reason: string;
  /** ISO instant at which an emergency was told; '' means now. */
  readonly toldAt: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * `leave.ask`. In advance by the person themselves (session or PIN); an emergency is told by telephone and entered by
 * whoever is at the desk.
 */
export const askLeave: Command<AskLeave> = {
  type: 'leave.ask',
  roles: ASKING,
  reads: ({ id, staff }) => [
    readOne('leave', id),
    { name: 'staff', collection: 'directory', ids: [staff] },
    { name: 'others', collection: 'roster', index: 'key', from: [staff], to: [staff] },
  ],
  decide: ({ id, ...input }, loaded, context) => {
    if (loaded.leave?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const person = (loaded.staff as readonly Staff[] | undefined)?.find(({ status }) => status === 'active');
    if (!person) checks.refuse('staff', 'required');
    if (!input.emergency) himself(checks, 'staff', input.staff, context);
    const type = checks.choice('type', input.type, LEAVE_KINDS);
    const { from, to, shift } = input;
    const days = DAY.test(from) && DAY.test(to);
    if (!days) checks.refuse(DAY.test(from) ? 'to' : 'from', 'required');
    else if (to < from) checks.refuse('to', 'leaveBackwards');
    else if (to > addDays(from, LEAVE_LENGTH)) checks.refuse('to', 'leaveTooLong', { days: LEAVE_LENGTH });
    else if (from > addDays(context.day, LEAVE_AHEAD))
      checks.refuse('from', 'leaveTooFar', { days: LEAVE_AHEAD });
    else if (!input.emergency && from < context.day) checks.refuse('from', 'leaveInAdvance');
    else if (shift !== '' && from !== to) checks.refuse('shift', 'leaveOneDay');
    else if (overlaps(loaded, input)) checks.refuse('from', 'leaveOverlaps');
    const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
    const toldAt = input.emergency ? checks.past('toldAt', input.toldAt, context.now) : context.now;
    if (checks.refusals.length > 0 || !person || !type) return refuse(...checks.refusals);
    const body: LeaveBody = {
      v: 1,
      staff: input.staff,
      name: person.body.name,
      type,
      emergency: input.emergency,
      from,
      to,
      shift,
      reason,
      toldAt,
      decision: null,
    };
    const doc: Omit<Leave, 'ver'> = {
      id,
      kind: 'leave',
      status: 'asked',
      day: context.day,
      dueAt: dueOf(from, context),
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: input.staff,
      body: withLog(body, context, 'leave.ask'),
    };
    return accept({ collection: 'roster', doc, number: 'leave' });
  },
};

/** The first day's begin; a leave that has begun is due at once. */
function dueOf(from: string, { now, settings }: Context): string {
  const begins = settings.shifts.map((shift) => shift.from).sort()[0] ?? '08:00';
  const first = instantOf(`${from}T${begins}`);
  return first > now ? first : now;
}

function overlaps(loaded: Loaded, { from, to, shift }: AskLeave | Omit<AskLeave, 'id'>): boolean {
  return (loaded.others ?? [])
    .filter(isLeave)
    .filter(({ status }) => status === 'asked' || status === 'approved')
    .some(
      ({ body }) =>
        body.from <= to && from <= body.to && (body.shift === '' || shift === '' || body.shift === shift),
    );
}

function onLeave(
  loaded: Loaded,
  states: readonly Leave['status'][],
  decide: (leave: Leave) => Decision,
): Decision {
  const leave = loadedOf(loaded, 'leave', isLeave);
  if (!leave) return refuse({ code: 'notFound' });
  return states.includes(leave.status) ? decide(leave) : refuse({ code: 'leaveDone' });
}

export interface DecideLeave {
  readonly id: string;
  readonly approve: boolean;
  readonly note: string;
}

/** `leave.decide`: lead or HR, never one's own. Approved, it frees the cells of the roster at once. */
export const decideLeave: Command<DecideLeave> = {
  type: 'leave.decide',
  roles: ASKING,
  reads: ({ id }) => [readOne('leave', id)],
  decide: ({ approve, note: typed }, loaded, context) =>
    onLeave(loaded, ['asked'], (leave) => {
      const checks = new Checks();
      const note = checks.text('note', typed, { max: LIMITS.note, required: !approve });
      const decision = decider(checks, 'approval', PLANNERS, [leave.body.staff], note, context);
      if (checks.refusals.length > 0 || !decision) return refuse(...checks.refusals);
      const status = approve ? 'approved' : 'refused';
      const why = note === '' ? {} : { reason: note };
      const doc = changed<Leave>(leave, 'leave.decide', { decision }, context, {
        status,
        dueAt: NEVER_DUE,
        ...why,
      });
      return accept({ collection: 'roster', doc });
    }),
};

export interface EndLeave {
  readonly id: string;
  readonly reason: string;
}

/** `leave.end`: withdrawn by the person while nobody decided, or 销假 of an approved one by lead or HR with a reason. */
export const endLeave: Command<EndLeave> = {
  type: 'leave.end',
  roles: ASKING,
  reads: ({ id }) => [readOne('leave', id)],
  decide: ({ reason: typed }, loaded, context) =>
    onLeave(loaded, ['asked', 'approved'], (leave) => {
      const checks = new Checks();
      const approved = leave.status === 'approved';
      const reason = checks.text('reason', typed, { max: LIMITS.reason, required: approved });
      if (approved) decider(checks, 'approval', PLANNERS, [leave.body.staff], reason, context);
      else himself(checks, 'staff', leave.body.staff, context);
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const doc = changed<Leave>(leave, 'leave.end', {}, context, {
        status: approved ? 'cancelled' : 'withdrawn',
        dueAt: NEVER_DUE,
        ...(reason === '' ? {} : { reason }),
      });
      return accept({ collection: 'roster', doc });
    }),
};

/** Minutes by which an emergency was told too late after the first missed shift began; 0 in time or without a shift. */
export function toldLate({ body }: Leave, roster: Roster, settings: Settings): number {
  if (!body.emergency) return 0;
  const plan = planOf(roster, body.from, body.staff);
  const begins = settings.shifts
    .filter(({ id }) => plan.includes(id) && (body.shift === '' || body.shift === id))
    .map((shift) => shiftSpan(shift, body.from).from)
    .sort()[0];
  if (begins === undefined) return 0;
  return Math.max(0, minutesBetween(begins, body.toldAt) - settings.emergencyLeaveMinutes);
}
