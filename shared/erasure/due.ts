/**
 * Which records are past the retention time (DOMAIN §2), and what holds one back: a matter that is not over, money or
 * things still owed, a notice about the customer that is in force. In doubt a record is held: nothing brings it back.
 */
import { NEVER_DUE, type CollectionName, type Envelope } from '../core/envelope';
import { civil } from '../core/time';
import { peopleIn } from '../service/known';
import { CLOSED as MATTERS } from '../service/open';
import { isConflict } from '../sync/conflict';
import { isErased, PERSONAL } from './personal';

/** A record with the collection it stands in. */
export interface Placed {
  readonly collection: CollectionName;
  readonly doc: Envelope;
}

/** States in which nothing more happens, by kind. A kind that is not here is never due by itself. */
const OVER: Readonly<Record<string, readonly string[]>> = {
  ...MATTERS,
  visit: ['left', 'leftUnrecorded', 'void'],
  incident: ['closed', 'void'],
  foundItem: ['claimed', 'disposed', 'void'],
  lossReport: ['returned', 'closed', 'void'],
  handover: ['signed'],
  customerOrder: ['fetched', 'cancelled'],
  customerFlag: ['removed'],
  customer: ['active'],
  syncConflict: ['resolved'],
  shiftLog: ['signed'],
  note: ['plain', 'done'],
};

/** Business day of the last act on a record: the time counts from there. */
export function lastDay(doc: Envelope): string {
  const acts = (doc.body.log ?? []).map(({ at }) => civil(at).slice(0, 10));
  return [doc.day, civil(doc.at).slice(0, 10), ...acts].reduce((a, b) => (a > b ? a : b));
}

/** True when nothing more happens with the record. */
export function isOver(doc: Envelope): boolean {
  const over = Object.hasOwn(OVER, doc.kind) ? OVER[doc.kind] : undefined;
  return over !== undefined && over.includes(doc.status) && doc.dueAt === NEVER_DUE;
}

/** True when the record by itself is past its time; what holds it back is looked at besides (`Holds`). */
export const isPast = (doc: Envelope, since: string): boolean =>
  Object.hasOwn(PERSONAL, doc.kind) && !isErased(doc) && isOver(doc) && lastDay(doc) < since;

/** What holds records back. */
export interface Holds {
  /** Phones of people with whom something is still open. */
  readonly phones: ReadonlySet<string>;
  /** Records that an open one names. */
  readonly ids: ReadonlySet<string>;
}

interface Referring {
  readonly origin?: { readonly id: string } | null;
  readonly children?: readonly { readonly id: string }[];
  readonly events?: readonly {
    readonly of?: string;
    readonly handover?: string;
    readonly claim?: { readonly report: string };
  }[];
  readonly returnedItem?: string;
  readonly purchase?: string;
}

/** Records a record names. */
function refsOf(doc: Envelope): readonly string[] {
  if (isConflict(doc)) return doc.body.pairs.map(({ kept }) => kept.id);
  const { origin, children = [], events = [], returnedItem } = doc.body as Referring;
  return [
    origin?.id,
    returnedItem,
    ...children.map(({ id }) => id),
    ...events.flatMap(({ of, handover, claim }) => [of, handover, claim?.report]),
  ].filter((id): id is string => id !== undefined && id !== '');
}

/**
 * @param open records that are not over, active accounts and notices among them
 * @param owing phones of whoever owes the club, or has money or things of theirs with it
 */
export function holdsOf(open: readonly Envelope[], owing: readonly string[]): Holds {
  return {
    phones: new Set(
      [...owing, ...open.flatMap((doc) => peopleIn(doc).map(({ phone }) => phone))].filter(Boolean),
    ),
    ids: new Set(open.flatMap(refsOf)),
  };
}

/** True when something still open needs the record. */
export function isHeld(doc: Envelope, { phones, ids }: Holds): boolean {
  return (
    ids.has(doc.id) ||
    refsOf(doc).some((id) => ids.has(id)) ||
    peopleIn(doc).some(({ phone }) => phones.has(phone))
  );
}

/** Records past their time, and those of them that are held back. A record's photos follow it. */
export function sortOut(
  records: readonly Placed[],
  since: string,
  holds: Holds,
): { readonly due: readonly Placed[]; readonly held: readonly Placed[] } {
  const past = records.filter(({ doc }) => isPast(doc, since));
  const free = past.filter(({ doc }) => !isHeld(doc, holds));
  const gone = new Set(free.map(({ doc }) => doc.id));
  const photos = records.filter(({ doc }) => doc.kind === 'photo' && !isErased(doc) && gone.has(doc.key));
  return {
    due: [...free, ...photos],
    held: past.filter(({ doc }) => !gone.has(doc.id)),
  };
}
