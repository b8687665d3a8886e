/** The roster out of its records: who is planned, who is on leave, and who therefore works. */
import type { Read } from '../core/command';
import type { Envelope } from '../core/envelope';
import { DESK_ROLES, hasRole } from '../core/roles';
import type { ShiftHours } from '../core/settings';
import { addDays, instantOf } from '../core/time';
import type { Staff } from '../directory/schema';
import {
  REST,
  dutyId,
  isDuty,
  isLeave,
  isPeriod,
  type Duty,
  type Leave,
  type Plan,
  type RosterPeriod,
} from './schema';

export interface Roster {
  /** By `duty:<day>:<staff id>`. */
  readonly duties: ReadonlyMap<string, Duty>;
  readonly periods: readonly RosterPeriod[];
  /** Approved leaves by staff id. */
  readonly leaves: ReadonlyMap<string, readonly Leave[]>;
}

/** Longest a leave may be asked for ahead, and longest it may last; both bound what is read. Days. */
export const LEAVE_AHEAD = 180;
export const LEAVE_LENGTH = 180;
/** Days of the longest published span. */
const LONGEST = 31;

/** Takes records of `roster` of any kind; what is none of the roster's is passed over. */
export function rosterOf(documents: readonly Envelope[]): Roster {
  const leaves = new Map<string, Leave[]>();
  for (const doc of documents)
    if (isLeave(doc) && doc.status === 'approved') leaves.set(doc.key, [...(leaves.get(doc.key) ?? []), doc]);
  return {
    duties: new Map(documents.filter(isDuty).map((duty) => [duty.id, duty])),
    periods: documents.filter(isPeriod),
    leaves,
  };
}

/** A read over a range of an index. */
export type RangeRead = Extract<Read, { readonly index: unknown }>;

/** What must be read to know the roster of `from` to `to`, with a day on either side for the hours of rest. */
export function rosterReads(from: string, to: string): readonly RangeRead[] {
  const kind = (name: string, since: string, until: string): RangeRead => ({
    name,
    collection: 'roster',
    index: 'kind',
    from: [name, since],
    to: [name, until],
  });
  return [
    kind('duty', addDays(from, -1), addDays(to, 1)),
    kind('rosterPeriod', addDays(from, -LONGEST), to),
    // A leave is dated by when it was asked for, which may be long before, or after the day in an emergency.
    kind('leave', addDays(from, -LEAVE_AHEAD - LEAVE_LENGTH), '9999'),
  ];
}

/** What somebody is planned to do on a day; empty when nothing is planned. */
export const planOf = (roster: Roster, day: string, staff: string): Plan =>
  roster.duties.get(dutyId(day, staff))?.body.plan ?? [];

/** Shifts among a plan. */
export const shiftsIn = (plan: Plan): readonly string[] => plan.filter((id) => id !== REST);

/** True when a published span covers the day. */
export const isPublished = (roster: Roster, day: string): boolean =>
  roster.periods.some(({ body }) => body.from <= day && day <= body.to);

/** The approved leave that frees somebody from a shift of a day (any shift when none is named), or undefined. */
export function leaveOn(roster: Roster, day: string, staff: string, shift = ''): Leave | undefined {
  return roster.leaves
    .get(staff)
    ?.find(
      ({ body }) =>
        body.from <= day && day <= body.to && (body.shift === '' || (shift !== '' && body.shift === shift)),
    );
}

/** Staff ids who work a shift: planned for it and not on leave; drafts included. */
export function workingOn(roster: Roster, day: string, shift: string): readonly string[] {
  return [...roster.duties.values()]
    .filter((duty) => duty.day === day && duty.body.plan.includes(shift))
    .map(({ key }) => key)
    .filter((staff) => !leaveOn(roster, day, staff, shift))
    .sort();
}

/** Staff ids on duty by the published roster; what is only a draft has nobody on duty. Absent records mean nobody. */
export function onDuty(documents: readonly Envelope[], day: string, shiftId: string): readonly string[] {
  const roster = rosterOf(documents);
  return isPublished(roster, day) ? workingOn(roster, day, shiftId) : [];
}

/** Begin and end of a shift as ISO instants; one that ends earlier than it begins goes over midnight. */
export function shiftSpan(shift: ShiftHours, day: string): { readonly from: string; readonly to: string } {
  const last = shift.to > shift.from ? day : addDays(day, 1);
  return { from: instantOf(`${day}T${shift.from}`), to: instantOf(`${last}T${shift.to}`) };
}

/** The days from `from` to `to`, both included. */
export function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Who is planned: those in service who work at the desk, and whoever still has a plan. In the order given. */
export function rosterStaff(
  staff: readonly Staff[],
  roster: Roster,
  days: readonly string[],
): readonly Staff[] {
  return staff.filter(
    ({ id, status, body }) =>
      (status === 'active' && hasRole(body.roles, DESK_ROLES)) ||
      days.some((day) => shiftsIn(planOf(roster, day, id)).length > 0),
  );
}
