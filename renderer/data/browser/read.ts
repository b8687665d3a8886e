/**
 * Reads of records in the browser: from the page's memory, and from the endpoint where a role may ask for older books or
 * for photos. The desk's `read.ts` reads IndexedDB; both give the same.
 */
import type { CollectionName, Envelope, IndexName } from '@shared/core/envelope';
import { addDays } from '@shared/core/time';
import { COLLECTIONS } from '@shared/core/envelope';
import type { Travelling } from '@shared/sync/contract';
import { mayAskBack, SCOPE_DAYS } from '@shared/sync/scope';
import type { WebReadAnswer } from '@shared/sync/web-contract';
import { onChange } from '../live';
import { today, useSession } from '../session';
import { need } from './api';
import { askedFor, between, heldOf, noteAsked } from './records';

/** Ids of one question. */
const IDS = 500;

/** Answers of the endpoint about older records, until something of their collection changes. */
const answers = new Map<CollectionName, Map<string, Promise<unknown>>>();

onChange(({ collection }) => answers.delete(collection));

function remembered<T>(collection: CollectionName, question: string, work: () => Promise<T>): Promise<T> {
  const known = answers.get(collection) ?? new Map<string, Promise<unknown>>();
  answers.set(collection, known);
  const before = known.get(question);
  if (before) return before as Promise<T>;
  const asking = work().catch((error: unknown) => {
    known.delete(question);
    throw error;
  });
  known.set(question, asking);
  return asking;
}

const mayAsk = (collection: CollectionName): boolean => {
  const { actor } = useSession.getState();
  return actor !== null && mayAskBack(actor, collection);
};

/** The first day of which everything in sight is held. */
export const heldSince = (): string => addDays(today(), -SCOPE_DAYS);

/** True when memory holds all there is in a range, closed records of before included. */
function holds(collection: CollectionName, index: IndexName, from: readonly string[]): boolean {
  if (!mayAsk(collection) || index === 'due') return true;
  const since = heldSince();
  const [first = '', second = ''] = from;
  if (index === 'day') return first >= since;
  if (index === 'kind') return second >= since;
  // What belongs to a record is not older than it.
  if (index === 'key') return (heldOf(collection).get(first)?.day ?? '') >= since;
  return false;
}

const plain = ({ _deleted: _, ...doc }: Travelling): Envelope => doc;

async function askRange(
  collection: CollectionName,
  index: IndexName,
  from: readonly string[],
  to: readonly string[],
): Promise<readonly Envelope[]> {
  const found: Envelope[] = [];
  for (let after: WebReadAnswer['after'] = null; ;) {
    const answer: WebReadAnswer = await need('POST', '/web/read/range', {
      collection,
      index,
      from,
      to,
      after,
    });
    found.push(...answer.documents.map(plain));
    after = answer.after;
    if (!after) return found;
  }
}

/** Documents with the given ids, in their order; those not found are left out. */
export async function byIds<E extends Envelope>(
  collection: CollectionName,
  ids: readonly string[],
): Promise<readonly E[]> {
  const held = heldOf(collection);
  if (mayAsk(collection)) {
    const missing = ids.filter((id) => !held.has(id) && askedFor(collection, id) === undefined);
    for (let at = 0; at < missing.length; at += IDS) {
      const some = missing.slice(at, at + IDS);
      const { documents } = await need<WebReadAnswer>('POST', '/web/read/ids', { collection, ids: some });
      noteAsked(collection, some, documents.map(plain));
    }
  }
  return ids.flatMap((id) => (held.get(id) ?? askedFor(collection, id) ?? []) as E | []);
}

/** Documents between two keys of an index (both included), ascending. */
export async function range<E extends Envelope>(
  collection: CollectionName,
  index: IndexName,
  from: readonly string[],
  to: readonly string[],
): Promise<readonly E[]> {
  if (holds(collection, index, from)) return between(collection, index, from, to) as readonly E[];
  return remembered(collection, JSON.stringify(['range', index, from, to]), () =>
    askRange(collection, index, from, to),
  ) as Promise<readonly E[]>;
}

/** The first document of a collection in the order of an index, or null. */
export async function first(collection: CollectionName, index: IndexName): Promise<Envelope | null> {
  if (!mayAsk(collection)) return between(collection, index, [], [])[0] ?? null;
  return remembered(collection, JSON.stringify(['first', index]), async () => {
    const question = { collection, index, from: [], to: [], after: null };
    const { documents } = await need<WebReadAnswer>('POST', '/web/read/range', question);
    return documents[0] ? plain(documents[0]) : null;
  });
}

/** The last document between two keys of an index, or null. */
export async function last<E extends Envelope>(
  collection: CollectionName,
  index: IndexName,
  from: readonly string[],
  to: readonly string[],
): Promise<E | null> {
  return (await range<E>(collection, index, from, to)).at(-1) ?? null;
}

/** How many documents stand between two keys of an index. */
export async function count(
  collection: CollectionName,
  index: IndexName,
  from: readonly string[],
  to: readonly string[],
): Promise<number> {
  if (holds(collection, index, from)) return between(collection, index, from, to).length;
  return remembered(collection, JSON.stringify(['count', index, from, to]), async () => {
    const question = { collection, index, from, to };
    return (await need<{ readonly count: number }>('POST', '/web/read/count', question)).count;
  });
}

/** All held documents of a small collection, in no order. */
export async function all<E extends Envelope>(collection: CollectionName): Promise<readonly E[]> {
  return Promise.resolve([...heldOf(collection).values()] as E[]);
}

/** The next held documents of a collection after an id, in the order of ids. */
export async function pageAfter<E extends Envelope>(
  collection: CollectionName,
  id: string,
  limit: number,
): Promise<readonly E[]> {
  const sorted = [...heldOf(collection).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return Promise.resolve(sorted.filter((doc) => doc.id > id).slice(0, limit) as E[]);
}

/** How many documents every collection holds here. */
export async function countAll(): Promise<Readonly<Record<string, number>>> {
  return Promise.resolve(Object.fromEntries(COLLECTIONS.map((name) => [name, heldOf(name).size] as const)));
}

/** How many documents a collection has. */
export function total(collection: CollectionName): Promise<number> {
  return count(collection, 'day', [], []);
}

/** No database: nothing was ever written here. */
export const highestWriteTime = async (_collection: CollectionName): Promise<number> => Promise.resolve(0);

/** No database. */
export const nativeDatabase = async (_collection: CollectionName): Promise<IDBDatabase | null> =>
  Promise.resolve(null);
