/** Who is known by a phone from the club's records: offered to fill from, since families share phones (DOMAIN §3.1, §3.10). */
import type { Account } from '../accounts/schema';
import type { Envelope } from '../core/envelope';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import type { FoundItem, LossReport } from '../lost-property/schema';
import type { CustomerOrder } from '../orders/schema';
import { namedPerson, type CustomerFlag, type Visit } from '../visits/schema';
import { IDENTITIES, type Identity, type Party } from './schema';
import { identityOf } from './party';

/** A person as one record names them; `identity` is '' where it does not say. */
export interface Named {
  readonly name: string;
  readonly phone: string;
  readonly identity: Identity | '';
  readonly memberNo: string;
}

/** A person of a phone over all records that name them. */
export interface KnownPerson extends Named {
  /** Business day of the latest record. */
  readonly lastDay: string;
  /** Records. */
  readonly count: number;
}

/** Most people offered; each has a digit key. */
export const MAX_KNOWN = 5;

const person = (name: string, phone: string, identity: Identity | '' = '', memberNo = ''): Named => ({
  name,
  phone,
  identity,
  memberNo,
});

/** `customer` of a matter or of an act of money; both have name, phone and member number. */
function customerOf(body: object): readonly Named[] {
  const { customer } = body as { readonly customer?: Partial<Party> | null };
  if (typeof customer?.name !== 'string' || typeof customer.phone !== 'string') return [];
  const memberNo = customer.memberNo ?? '';
  const told = IDENTITIES.find((one) => one === customer.identity);
  return [person(customer.name, customer.phone, told ?? (memberNo === '' ? '' : 'member'), memberNo)];
}

/** Customers a record names; employees and firms are none. A child's record names nobody (DOMAIN §2). */
export function peopleIn(doc: Envelope, settings: Settings = DEFAULT_SETTINGS): readonly Named[] {
  switch (doc.kind) {
    case 'visit': {
      const { body } = doc as Visit;
      return body.guardian ? [] : [person(namedPerson(body), body.phone, identityOf(body.purpose, settings))];
    }
    case 'customerOrder':
    case 'customerFlag': {
      const { name, phone } = (doc as CustomerOrder | CustomerFlag).body;
      return [person(name, phone)];
    }
    case 'lossReport': {
      const { name, phone } = (doc as LossReport).body.owner;
      return [person(name, phone)];
    }
    case 'foundItem': {
      const { finder, events } = (doc as FoundItem).body;
      const claims = events.flatMap((event) => ('claim' in event ? [event.claim] : []));
      const found = finder.kind === 'customer' ? [finder] : [];
      return [...found, ...claims].map(({ name, phone }) => person(name, phone));
    }
    case 'account': {
      const { type, name, phone, accountNo } = (doc as Account).body;
      return type === 'member' ? [person(name, phone, 'member', accountNo)] : [];
    }
    default:
      return customerOf(doc.body);
  }
}

/** True when somebody in the record has exactly this phone. */
export const namesPhone = (doc: Envelope, phone: string): boolean =>
  peopleIn(doc).some((one) => one.phone === phone);

/** The people of one phone by name, the latest first; what a later record leaves open an earlier one may tell. */
export function knownPeople(
  records: readonly Envelope[],
  phone: string,
  settings: Settings = DEFAULT_SETTINGS,
): readonly KnownPerson[] {
  const known = new Map<string, KnownPerson>();
  const newestFirst = records
    .filter(({ status }) => status !== 'void')
    .sort((a, b) => b.day.localeCompare(a.day) || b.id.localeCompare(a.id));
  for (const doc of newestFirst)
    for (const one of peopleIn(doc, settings)) {
      if (one.phone !== phone || one.name === '') continue;
      const before = known.get(one.name);
      known.set(
        one.name,
        before
          ? {
              ...before,
              identity: before.identity || one.identity,
              memberNo: before.memberNo || one.memberNo,
              count: before.count + 1,
            }
          : { ...one, lastDay: doc.day, count: 1 },
      );
    }
  return [...known.values()].slice(0, MAX_KNOWN);
}

/** The customer as typed in a form. */
export interface TypedParty {
  readonly name: string;
  readonly phone: string;
  readonly identity: string;
  readonly memberNo: string;
}

/** What a known person fills: only fields that are empty, never what is typed. */
export function fillParty(typed: TypedParty, known: Named): Partial<TypedParty> {
  return Object.fromEntries(
    (['name', 'identity', 'memberNo'] as const)
      .filter((field) => typed[field] === '')
      .map((field) => [field, known[field]]),
  );
}
