/** Which documents of journal entries a database still lacks (DESIGN §3.1): decided by `ver` alone. */
import type { CollectionName, Envelope, Ver } from '../core/envelope';
import { compareVer } from '../core/ver';
import type { JournalEntry } from './codec';

/** Newest state per collection and id among the acts, later lines winning unless they are older. */
export function newestStates(
  entries: readonly JournalEntry[],
): ReadonlyMap<CollectionName, ReadonlyMap<string, Envelope>> {
  const states = new Map<CollectionName, Map<string, Envelope>>();
  for (const entry of entries) {
    if (entry.t !== 'act') continue;
    for (const { collection, doc } of entry.act.docs) {
      let ofCollection = states.get(collection);
      if (!ofCollection) states.set(collection, (ofCollection = new Map<string, Envelope>()));
      const earlier = ofCollection.get(doc.id);
      if (!earlier || compareVer(doc.ver, earlier.ver) !== 'older') ofCollection.set(doc.id, doc);
    }
  }
  return states;
}

/** True when a stored version does not contain the journal's state, so it must be written. */
export function lacks(stored: Ver | undefined, journal: Ver): boolean {
  return stored === undefined || compareVer(journal, stored) === 'newer';
}
