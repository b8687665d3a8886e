/** A known phone offers earlier visits to fill from; families and secretaries share phones (DOMAIN §3.1). */
import type { VisitFields } from './fields';
import type { Visit } from './schema';

/** One earlier visitor of a phone, as the latest visit knew them. */
export interface Offer {
  readonly name: string;
  readonly company: string;
  readonly plate: string;
  readonly department: string;
  readonly host: string;
  readonly purpose: string;
  /** Business day of the latest visit. */
  readonly lastDay: string;
  readonly visits: number;
}

/** Most offers shown; each has a digit key. */
export const MAX_OFFERS = 5;

/** Distinct visitors (name and company) among the visits of one phone, newest first. */
export function offersForPhone(visits: readonly Visit[]): readonly Offer[] {
  const offers = new Map<string, Offer>();
  const newestFirst = visits
    .filter((visit) => visit.status !== 'void' && visit.body.guardian === null)
    .sort((a, b) => b.body.timeIn.localeCompare(a.body.timeIn));
  for (const { day: lastDay, body } of newestFirst) {
    const { name, company, plate, department, host, purpose } = body;
    const key = `${name}\n${company}`;
    const known = offers.get(key);
    if (known) offers.set(key, { ...known, visits: known.visits + 1 });
    else offers.set(key, { name, company, plate, department, host, purpose, lastDay, visits: 1 });
  }
  return [...offers.values()].slice(0, MAX_OFFERS);
}

const OFFERED = [
  'name',
  'company',
  'plate',
  'department',
  'host',
  'purpose',
] as const satisfies readonly (keyof Offer & keyof VisitFields)[];
type OfferedFields = Readonly<Record<(typeof OFFERED)[number], string>>;

/** What an offer fills: only fields that are empty, never what is typed. */
export function fillFrom(fields: OfferedFields, offer: Offer): Partial<OfferedFields> {
  return Object.fromEntries(
    OFFERED.filter((field) => fields[field] === '').map((field) => [field, offer[field]]),
  );
}
