/** A customer's earlier records over all registers, found by the digits of their phone. */
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { phoneKey } from '@shared/core/phone';
import { namesPhone } from '@shared/service/known';
import { byIds, range } from './read';
import { search } from './search';

/** Most records of one phone that are looked at, beside its visits. */
const MOST = 300;

/** A record with the collection it stands in. */
export interface FoundRecord {
  readonly collection: CollectionName;
  readonly doc: Envelope;
}

/**
 * Records that name exactly this phone, newest first. Visits come by their key, all others through the search index,
 * whose hits are checked: it finds parts of numbers too.
 * @param phone as `normalizePhone` writes it; '' finds nothing
 * @throws when the records cannot be read
 */
export async function customerHistory(phone: string): Promise<readonly FoundRecord[]> {
  if (phone === '') return [];
  const key = phoneKey(phone);
  const [visits, hits] = await Promise.all([
    range('visits', 'key', [key], [key]),
    search(key, { limit: MOST }),
  ]);
  const ids = new Map<CollectionName, string[]>();
  for (const { collection, id } of hits)
    if (collection !== 'visits') ids.set(collection, [...(ids.get(collection) ?? []), id]);
  const others = await Promise.all(
    [...ids].map(async ([collection, wanted]) =>
      (await byIds(collection, wanted)).map((doc): FoundRecord => ({ collection, doc })),
    ),
  );
  return (
    [...visits.map((doc): FoundRecord => ({ collection: 'visits', doc })), ...others.flat()]
      // A notice about the customer is shown as such, not as something that happened.
      .filter(({ doc }) => doc.kind !== 'customerFlag' && namesPhone(doc, phone))
      .sort((a, b) => b.doc.at.localeCompare(a.doc.at) || b.doc.id.localeCompare(a.doc.id))
  );
}
