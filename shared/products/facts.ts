/** Who must know a product's facts before it is sold (DOMAIN §3.9). */
import type { Envelope } from '../core/envelope';
import { addDays } from '../core/time';
import type { Staff } from '../directory/schema';
import {
  daysBetween,
  isPublished,
  rosterOf,
  rosterReads,
  workingOn,
  shiftsIn,
  type RangeRead,
} from '../roster/roster';
import type { Product, ProductBody } from './schema';

/** Days of the roster that are looked at: who works in them sells the product. */
const ROSTER_DAYS = 14;

/** True when this person has acknowledged the facts as they are now. */
export function hasAcknowledged({ facts, acknowledged }: ProductBody, staff: string): boolean {
  return acknowledged.some((one) => one.staff === staff && one.version === facts.version);
}

/** What must be read to know who is on the roster from `day` on. */
export const readersReads = (day: string): readonly RangeRead[] =>
  rosterReads(day, addDays(day, ROSTER_DAYS - 1));

/**
 * The clerks who must read the facts: those the published roster lets work in the next two weeks; all active ones
 * while it says of no clerk that they work.
 * @param documents records of the roster
 */
export function factReaders(
  staff: readonly Staff[],
  documents: readonly Envelope[],
  day: string,
): readonly Staff[] {
  const clerks = staff.filter(({ status, body }) => status === 'active' && body.roles.includes('clerk'));
  const roster = rosterOf(documents);
  const days = daysBetween(day, addDays(day, ROSTER_DAYS - 1)).filter((one) => isPublished(roster, one));
  const shifts = new Set([...roster.duties.values()].flatMap(({ body }) => shiftsIn(body.plan)));
  const working = new Set(
    days.flatMap((one) => [...shifts].flatMap((shift) => workingOn(roster, one, shift))),
  );
  const onRoster = clerks.filter(({ id }) => working.has(id));
  return onRoster.length > 0 ? onRoster : clerks;
}

/** Those of `readers` who have not acknowledged the facts as they are now. */
export function missingFrom({ body }: Product, readers: readonly Staff[]): readonly Staff[] {
  return readers.filter(({ id }) => !hasAcknowledged(body, id));
}
