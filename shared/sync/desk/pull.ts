/** What others wrote comes to this desk, page by page. */
import type { CollectionName } from '../../core/envelope';
import { arrive, landed } from './arrive';
import { LinkError, type DeskPort, type EndpointPort } from './ports';

/** Documents of one page. */
const PAGE = 500;

/** Pulls until nothing is left. `onPage` hears how many documents each page brought. */
export async function pullAll(
  desk: DeskPort,
  endpoint: EndpointPort,
  collection: CollectionName,
  onPage: (documents: number) => void,
): Promise<void> {
  for (;;) {
    const progress = await desk.exclusive(() => desk.progress(collection));
    // A database that was reset knows of no endpoint: it begins anew.
    if (!progress) throw new LinkError('epoch');
    const { documents, checkpoint } = await endpoint.pull(collection, progress, PAGE);
    await arrive(desk, collection, documents.map(landed));
    // Only once they are stored: a page that was not is asked for again.
    await desk.exclusive(async () => {
      const now = await desk.progress(collection);
      if (now?.epoch === checkpoint.epoch)
        await desk.setProgress(collection, { ...now, seq: checkpoint.seq });
    });
    onPage(documents.length);
    if (documents.length < PAGE) return;
  }
}
