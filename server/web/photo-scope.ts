/** Photos in the browser: somebody sees one exactly when they may see the record it belongs to. */
import type { Photo } from '../../shared/blobs/schema';
import type { CollectionName, Envelope } from '../../shared/core/envelope';
import { mayAskBack, scoped, type Viewer } from '../../shared/sync/scope';
import type { Store } from '../store/store';

/** Collections whose records have photos. */
const OWNERS: readonly CollectionName[] = ['lostItems', 'tickets'];

/** The photos among some ids that the viewer may see. */
export async function photosInSight(
  store: Store,
  viewer: Viewer,
  ids: readonly string[],
  today: string,
): Promise<readonly Photo[]> {
  if (!mayAskBack(viewer, 'attachments')) return [];
  const texts = await store.get('attachments', ids);
  const photos = [...texts.values()]
    .map((text) => JSON.parse(text) as Photo)
    .filter(({ kind, status }) => kind === 'photo' && status === 'active');
  const owners = [...new Set(photos.map(({ key }) => key))];
  const inSight = new Set<string>();
  for (const collection of OWNERS)
    for (const [id, text] of await store.get(collection, owners))
      if (scoped(viewer, collection, JSON.parse(text) as Envelope, today)) inSight.add(id);
  return photos.filter(({ key }) => inSight.has(key));
}
