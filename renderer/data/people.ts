/** Records that name people: of a time, found by words, or all of one person, over all registers. */
import { NAMING } from '@shared/customers/people';
import type { Who } from '@shared/customers/schema';
import type { CollectionName, Envelope } from '@shared/core/envelope';
import type { Placed } from '@shared/erasure/due';
import { isErased } from '@shared/erasure/personal';
import { peopleIn } from '@shared/service/known';
import { customerHistory } from './customer-history';
import { useDirectory } from './directory';
import { byIds, range } from './read';
import { search } from './search';

/** Most hits that are looked at: with more, the words say too little. */
const MOST = 600;

const naming = (collection: CollectionName, docs: readonly Envelope[]): readonly Placed[] =>
  docs
    .filter((doc) => !isErased(doc) && doc.status !== 'void' && peopleIn(doc).length > 0)
    .map((doc) => ({ collection, doc }));

/** Notices and accounts in force name people whenever they last came. */
function standing(): readonly Placed[] {
  const docs = [...useDirectory.getState().records.values()].filter(
    ({ kind, status }) => (kind === 'customerFlag' || kind === 'account') && status !== 'removed',
  );
  return naming('directory', docs);
}

/** Records dated since a business day that name somebody, and whoever has a notice or an account. */
export async function namingSince(day: string): Promise<readonly Placed[]> {
  const found = await Promise.all(
    NAMING.filter((name) => name !== 'directory').map(async (name) =>
      naming(name, await range(name, 'day', [day], ['9'])),
    ),
  );
  return [...found.flat(), ...standing()];
}

/** Records found by words that name somebody. */
export async function namingFound(words: string): Promise<readonly Placed[]> {
  const ids = new Map<CollectionName, string[]>();
  for (const { collection, id } of await search(words, { limit: MOST }))
    ids.set(collection, [...(ids.get(collection) ?? []), id]);
  const found = await Promise.all(
    [...ids].map(async ([collection, wanted]) => naming(collection, await byIds(collection, wanted))),
  );
  return found.flat();
}

async function ofOne({ name, phone }: Who): Promise<readonly Placed[]> {
  const found = phone === '' ? await namingFound(name) : await customerHistory(phone);
  return found.filter(
    ({ doc }) => !isErased(doc) && peopleIn(doc).some((one) => one.name === name && one.phone === phone),
  );
}

/** Every record of a person under all their names, each once, newest first. */
export async function recordsOf(who: readonly Who[]): Promise<readonly Placed[]> {
  const found = (await Promise.all(who.map(ofOne))).flat();
  const each = new Map(found.map((one) => [`${one.collection} ${one.doc.id}`, one]));
  return [...each.values()].sort(
    (a, b) => b.doc.day.localeCompare(a.doc.day) || b.doc.at.localeCompare(a.doc.at),
  );
}
