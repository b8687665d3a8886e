/** How a visit moves: its states, what is due, and whom the closing-time question concerns (DOMAIN §3.1). */
import { NEVER_DUE } from '../core/envelope';
import type { Settings } from '../core/settings';
import { addDays, businessDay, instantOf } from '../core/time';
import type { Visit, VisitBody, VisitStatus } from './schema';

/** Where a visit may go from each state; `left` → `onSite` takes a sign-out back. A void is final. */
export const NEXT_STATUSES: Readonly<Record<VisitStatus, readonly VisitStatus[]>> = {
  onSite: ['left', 'leftUnrecorded', 'void'],
  left: ['onSite', 'void'],
  leftUnrecorded: ['left', 'void'],
  void: [],
};

/** ISO instant of closing time on a business day; a closing time before the cut-off hour is after midnight. */
export function closingInstant(day: string, settings: Settings): string {
  const afterMidnight = Number(settings.closingTime.slice(0, 2)) < settings.cutOffHour;
  return instantOf(`${afterMidnight ? addDays(day, 1) : day}T${settings.closingTime}`);
}

/** The last closing time that has passed at `now`. */
export function lastClosing(now: string, settings: Settings): string {
  const day = businessDay(now, settings.cutOffHour);
  const closing = closingInstant(day, settings);
  return closing <= now ? closing : closingInstant(addDays(day, -1), settings);
}

/** True for a visit still open over a closing time at which nobody has asked about it yet. */
export function mustBeAsked(visit: Visit, now: string, settings: Settings): boolean {
  if (visit.status !== 'onSite') return false;
  const known = visit.body.stillHereAt > visit.body.timeIn ? visit.body.stillHereAt : visit.body.timeIn;
  return known < lastClosing(now, settings);
}

/** True while a paper signature has no archive number. */
function unfiled({ guardian }: VisitBody): boolean {
  return guardian?.signature.mode === 'paper' && guardian.signature.archiveNo === '';
}

/** True while the guardian's signed paper is not filed under an archive number 待签字. */
export function awaitsSignature(visit: Visit): boolean {
  return visit.status !== 'void' && unfiled(visit.body);
}

/** True while a department has not answered what was handed to it. */
export function awaitsAnswer(visit: Visit): boolean {
  return visit.status !== 'void' && visit.body.transfer?.answeredAt === '';
}

/** The envelope's `dueAt`: the department's answer, or the guardian's signature by closing time, whichever is first. */
export function visitDueAt(status: VisitStatus, day: string, body: VisitBody, settings: Settings): string {
  if (status === 'void') return NEVER_DUE;
  const answer = body.transfer?.answeredAt === '' ? body.transfer.dueAt : NEVER_DUE;
  const signature = unfiled(body) ? closingInstant(day, settings) : NEVER_DUE;
  return answer < signature ? answer : signature;
}

/** The visit with a new state and body, its due time worked out again. @throws RangeError on a skipped state */
export function moved(visit: Visit, status: VisitStatus, body: VisitBody, settings: Settings): Visit {
  if (status !== visit.status && !NEXT_STATUSES[visit.status].includes(status))
    throw new RangeError(`a visit cannot go from ${visit.status} to ${status}`);
  return { ...visit, status, body, dueAt: visitDueAt(status, visit.day, body, settings) };
}
