/** The people of the club's registers, each with the records that name them (DOMAIN §3.10). */
import type { CollectionName, Envelope } from '../core/envelope';
import type { Placed } from '../erasure/due';
import { isErased } from '../erasure/personal';
import { peopleIn, type Named } from '../service/known';
import type { Identity } from '../service/schema';
import { rootOf, type Links } from './links';
import { personId, type Who } from './schema';

export interface Person extends Who {
  readonly id: string;
  readonly identity: Identity | '';
  readonly memberNo: string;
  /** Others who were merged into this one. */
  readonly others: readonly (Who & { readonly id: string })[];
  /** Newest first. */
  readonly records: readonly Placed[];
  /** Business day of the newest record. */
  readonly lastDay: string;
}

const newestFirst = (a: Placed, b: Placed): number =>
  b.doc.day.localeCompare(a.doc.day) || b.doc.at.localeCompare(a.doc.at) || b.doc.id.localeCompare(a.doc.id);

interface Gathered {
  readonly who: Map<string, Named>;
  readonly records: Map<string, Placed>;
}

/** Everybody whom the records name, those seen last first. Erased records name nobody. */
export function peopleOf(records: readonly Placed[], links: Links): readonly Person[] {
  const people = new Map<string, Gathered>();
  for (const record of [...records].sort(newestFirst)) {
    if (isErased(record.doc)) continue;
    for (const named of peopleIn(record.doc)) {
      if (named.name === '') continue;
      const id = personId(named);
      const root = rootOf(links, id);
      let one = people.get(root);
      if (!one) people.set(root, (one = { who: new Map(), records: new Map() }));
      const known = one.who.get(id);
      one.who.set(
        id,
        known
          ? {
              ...known,
              identity: known.identity || named.identity,
              memberNo: known.memberNo || named.memberNo,
            }
          : named,
      );
      one.records.set(`${record.collection} ${record.doc.id}`, record);
    }
  }
  return [...people].map(([id, gathered]) => personFrom(id, gathered));
}

function personFrom(id: string, { who, records }: Gathered): Person {
  const all = [...who].map(([own, named]) => ({ id: own, ...named }));
  const main = all.find((one) => one.id === id) ?? all[0];
  const list = [...records.values()];
  return {
    id,
    name: main?.name ?? '',
    phone: main?.phone ?? '',
    identity: main?.identity || (all.find(({ identity }) => identity !== '')?.identity ?? ''),
    memberNo: main?.memberNo || (all.find(({ memberNo }) => memberNo !== '')?.memberNo ?? ''),
    others: all.filter((one) => one !== main).map(({ id: own, name, phone }) => ({ id: own, name, phone })),
    records: list,
    lastDay: list[0]?.doc.day ?? '',
  };
}

/** Why two people may be one. */
export type DoubleReason = 'phone' | 'sound';

export interface Double {
  readonly person: Person;
  readonly reason: DoubleReason;
}

/** Digits at the end of two phones that make them look like one number. */
const TAIL = 4;

const tailOf = (phone: string): string => phone.slice(-TAIL);

/**
 * Others who may be this person: the same phone under another name, or a name that sounds alike (`soundOf`) with phones
 * that end alike or of which one is missing. Only a proposal: families share phones.
 */
export function doublesOf(
  person: Person,
  among: readonly Person[],
  soundOf: (name: string) => string,
): readonly Double[] {
  const sound = soundOf(person.name);
  return among
    .filter(({ id }) => id !== person.id)
    .flatMap((other): readonly Double[] => {
      if (person.phone !== '' && other.phone === person.phone) return [{ person: other, reason: 'phone' }];
      const alike = person.phone === '' || other.phone === '' || tailOf(other.phone) === tailOf(person.phone);
      return alike && soundOf(other.name) === sound ? [{ person: other, reason: 'sound' }] : [];
    });
}

/** Registers on a person's page, by kind of record. */
export const REGISTERS: Readonly<Record<string, readonly string[]>> = {
  visits: ['visit'],
  enquiries: ['enquiry'],
  talks: ['talk'],
  complaints: ['complaint'],
  workOrders: ['workOrder'],
  followUp: ['followUp'],
  lostProperty: ['foundItem', 'lossReport'],
  orders: ['customerOrder'],
  sales: ['sale'],
  fees: ['fee'],
  accounts: ['account', 'topUp', 'balanceReturned', 'accountSettlement'],
  deposits: ['depositTaken', 'tipTaken'],
};
/** One of `REGISTERS`, or '' for none. */
export type RegisterName = string;

/** The register a record belongs to, or ''. */
export function registerOf(doc: Envelope): RegisterName {
  return Object.keys(REGISTERS).find((name) => REGISTERS[name]?.includes(doc.kind)) ?? '';
}

/** Collections in which customers are named. */
export const NAMING: readonly CollectionName[] = [
  'visits',
  'tickets',
  'lostItems',
  'stockDocuments',
  'ledger',
  'directory',
];
