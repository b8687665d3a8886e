/** A page of a collection as one person may see it. */
import type { CollectionName, Envelope } from '../../shared/core/envelope';
import type { Travelling } from '../../shared/sync/contract';
import { currentSearch, mayHold, scoped, type Viewer } from '../../shared/sync/scope';
import type { Store } from '../store/store';

/** Documents read at once, and looked at for one answer, so that nobody holds the endpoint up. */
const READ = 1_000;
const LOOKED_AT = 10_000;

export interface ScopedPage {
  readonly documents: readonly Travelling[];
  readonly gone: readonly string[];
  readonly seq: number;
  readonly more: boolean;
}

/** The document as the person may see it, marked as it travels; null outside of the scope. */
export function travellingFor(
  viewer: Viewer,
  collection: CollectionName,
  doc: Envelope,
  today: string,
): Travelling | null {
  const seen = scoped(viewer, collection, doc, today);
  return seen && { ...seen, _deleted: false };
}

/** True when the person could see an earlier state of a document, which their browser may still hold. */
async function wasSeen(
  store: Store,
  viewer: Viewer,
  collection: CollectionName,
  doc: Envelope,
  today: string,
): Promise<boolean> {
  const edits = Object.values(doc.ver).reduce((sum, count) => sum + count, 0);
  if (edits < 2 || !mayHold(viewer, collection, doc.kind)) return false;
  const states = await store.history(collection, doc.id);
  return states.some((text) => scoped(viewer, collection, JSON.parse(text) as Envelope, today) !== null);
}

/**
 * Up to `limit` documents after `seq` in the person's scope. Of what came after `from`, where the browser began to load,
 * it is also told which of its records are gone from the scope.
 */
export async function pullScoped(
  store: Store,
  viewer: Viewer,
  collection: CollectionName,
  { seq, from, limit }: { readonly seq: number; readonly from: number; readonly limit: number },
  today: string,
): Promise<ScopedPage> {
  const documents: Travelling[] = [];
  const gone: string[] = [];
  let at = seq;
  const current = currentSearch(collection, today);
  for (let looked = 0; looked < LOOKED_AT;) {
    // What stood there when the browser began and is old and closed was never in sight: it need not be looked at.
    const first = current !== null && at < from;
    const page = first
      ? (await store.pullCurrent(collection, at, READ, current)).filter(
          ({ seq: position }) => position <= from,
        )
      : await store.pull(collection, at, READ);
    for (const { seq: position, text } of page) {
      at = position;
      const doc = JSON.parse(text) as Envelope;
      const seen = travellingFor(viewer, collection, doc, today);
      if (seen) documents.push(seen);
      else if (position > from && (await wasSeen(store, viewer, collection, doc, today))) gone.push(doc.id);
      if (documents.length === limit) return { documents, gone, seq: at, more: true };
    }
    if (page.length < READ) {
      if (!first) return { documents, gone, seq: at, more: false };
      at = from;
    }
    looked += page.length;
  }
  return { documents, gone, seq: at, more: true };
}
