/** Reading the complaint a command is about, adding one event to it by the table, and writing it back. */
import {
  accept,
  refuse,
  type Context,
  type Decision,
  type Loaded,
  type Read,
  type Refusal,
  type Write,
} from '../core/command';
import type { LogEntry } from '../core/envelope';
import type { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, hasRole } from '../core/roles';
import type { Department, Staff } from '../directory/schema';
import { restated } from './clocks';
import { isComplaint, type Complaint, type ComplaintEvent, type EventPart, type EventType } from './schema';
import { missingBefore, standingOf } from './standing';
import { NEXT, STATUSES, TABLE, type Status } from './table';

/** Asks for one complaint under the name `complaint`. */
export const readComplaint = (id: string): Read => ({ name: 'complaint', collection: 'tickets', ids: [id] });

/** Asks for records of the directory under a name; '' is passed over. */
export const readDirectory = (name: string, ...ids: readonly string[]): Read => ({
  name,
  collection: 'directory',
  ids: ids.filter((id) => id !== ''),
});

export const complaintIn = (loaded: Loaded, name = 'complaint'): Complaint | undefined =>
  loaded[name]?.find(isComplaint);

/** What must come first, by the state that waits for it; what has been done already. */
const NOT_YET: Readonly<Partial<Record<EventType, string>>> = {
  determined: 'determineFirst',
  graded: 'gradeFirst',
  assigned: 'assignFirst',
  solved: 'solveFirst',
  reviewed: 'reviewFirst',
  followedUp: 'followUpFirst',
};

/** Why an event cannot happen in a state, or null when it can. */
export function faultOfState(status: Status, type: EventType): Refusal | null {
  const { from } = TABLE[type];
  if (from.includes(status)) return null;
  if (status === 'void') return { code: 'recordVoid' };
  if (status === 'archived') return { code: 'complaintArchived' };
  const next = NEXT[status];
  const isEarly =
    from.some((one) => STATUSES.indexOf(one) > STATUSES.indexOf(status)) && status !== 'reopened';
  const code = isEarly && next ? NOT_YET[next] : undefined;
  return { code: code ?? 'stepDone' };
}

/** Departments it concerns, was given to, or that were asked to explain: their handlers may see it and act on it. */
export function departmentsOf({ body }: Complaint): ReadonlySet<string> {
  const asked = body.events.flatMap((event) => (event.type === 'inquired' ? [event.department] : []));
  const given = standingOf(body).assignment?.handler.department ?? '';
  return new Set([body.department, given, ...asked].filter((department) => department !== ''));
}

const actsForClub = ({ actor }: Context): boolean => hasRole(actor.roles, [...DESK_ROLES, 'manager']);

/**
 * Decides on the loaded complaint when an event of `type` may happen to it now; otherwise the refusal says what comes
 * first.
 */
export function decideOn(
  loaded: Loaded,
  context: Context,
  type: EventType,
  decide: (complaint: Complaint) => Decision,
): Decision {
  const complaint = complaintIn(loaded);
  if (!complaint) return refuse({ code: 'notFound' });
  const fault = faultOfState(complaint.status, type);
  if (fault) return refuse(fault);
  const missing = missingBefore(standingOf(complaint.body), { type });
  if (missing) return refuse({ code: missing });
  const theirs = departmentsOf(complaint);
  if (!actsForClub(context) && !context.actor.departments.some((department) => theirs.has(department)))
    return refuse({ code: 'notYourDepartment' });
  return decide(complaint);
}

/** A millisecond after the last event where this desk's clock is behind another's: the order of events is theirs. */
function eventTime({ body: { events } }: Complaint, now: string): string {
  const last = events.at(-1)?.at ?? '';
  return now > last ? now : new Date(Date.parse(last) + 1).toISOString();
}

/** The complaint after one more event. */
export function withEvent(
  complaint: Complaint,
  part: EventPart,
  context: Context,
  act: string,
  why?: Pick<LogEntry, 'reason' | 'changes'>,
): Complaint {
  const event = {
    id: context.actId,
    at: eventTime(complaint, context.now),
    by: context.actor.id,
    desk: context.desk,
    ...part,
  } as ComplaintEvent;
  const body = { ...complaint.body, events: [...complaint.body.events, event] };
  return restated({ ...complaint, body: withLog(body, context, act, why) });
}

export const complaintWrite = (doc: Write['doc']): Write => ({ collection: 'tickets', doc });

/** Accepts the complaint with one more event. */
export const acceptEvent = (
  complaint: Complaint,
  part: EventPart,
  context: Context,
  act: string,
  why?: Pick<LogEntry, 'reason' | 'changes'>,
): Decision => accept(complaintWrite(withEvent(complaint, part, context, act, why)));

/**
 * A time somebody was told something: not in the future, not before the complaint was received. '' means now, which by the
 * clock of a slow desk may lie before the receipt at another: then it is the receipt.
 */
export function toldAt(
  checks: Checks,
  field: string,
  typed: string,
  complaint: Complaint,
  { now }: Context,
): string {
  const when = checks.past(field, typed, now);
  const { since, round } = standingOf(complaint.body);
  const from = round === 0 ? complaint.body.receivedAt : `${since.at.slice(0, 17)}00.000Z`;
  if (when === '' || when >= from) return when;
  if (typed === '') return from;
  checks.refuse(field, 'beforeReceipt');
  return when;
}

/** Refuses a department that is not there or no longer works; '' passes unless it is required. */
export function checkDepartment(
  checks: Checks,
  field: string,
  id: string,
  departments: readonly Department[],
  required = false,
): void {
  if (id === '') {
    if (required) checks.refuse(field, 'required');
  } else if (departments.find((one) => one.id === id)?.status !== 'active')
    checks.refuse(field, 'departmentRetired');
}

export const departmentsIn = (loaded: Loaded, name = 'departments'): readonly Department[] =>
  (loaded[name] ?? []).filter((doc): doc is Department => doc.kind === 'department');

export const staffIn = (loaded: Loaded, name = 'staff'): readonly Staff[] =>
  (loaded[name] ?? []).filter((doc): doc is Staff => doc.kind === 'staff');

/** Staff id of the lead or manager who stands behind the act and is none of `except`: the actor, or a witness by PIN; else null. */
export function leadBehind({ actor, witnesses }: Context, ...except: readonly string[]): string | null {
  const all = [{ staff: actor.id, roles: actor.roles }, ...witnesses];
  const leads = all.filter(({ roles }) => hasRole(roles, ['lead', 'manager']));
  return leads.find(({ staff }) => !except.includes(staff))?.staff ?? null;
}
