/** One round of sync: what others wrote comes in, what was written here goes out. */
import { COLLECTIONS, type CollectionName } from '../../core/envelope';
import { checkLimits } from './limits';
import { LinkError, type DeskPort, type EndpointPort } from './ports';
import { pullAll } from './pull';
import { pushAll } from './push';

/** People, goods and settings first: what follows names them. */
export const SYNC_ORDER: readonly CollectionName[] = [
  'directory',
  'products',
  ...COLLECTIONS.filter((name) => name !== 'directory' && name !== 'products'),
];

/** Says that this run of the program has looked at the sums. */
const LOOKED = 'looked';

/** Begins anew with an endpoint: everything is pulled, everything of one's own is offered. */
export function beginAnew(desk: DeskPort, epoch: string): Promise<void> {
  return desk.exclusive(async () => {
    // What a record grew from may be what the endpoint lost: nothing may be merged on the strength of it.
    for (const collection of COLLECTIONS)
      await desk.putOutgoing(
        (await desk.outgoing(collection)).map((entry) => ({ ...entry, base: null, refused: null })),
      );
    for (const collection of COLLECTIONS)
      await desk.setProgress(collection, { epoch, seq: 0, offeredTo: '' });
  });
}

/** Hears of every page and batch. */
export interface RoundEvents {
  readonly pulled: (collection: CollectionName, documents: number) => void;
  readonly pushed: (collection: CollectionName, records: number) => void;
  /** The endpoint had been restored: everything is offered again, and digests have to be compared. */
  readonly anew: () => void;
}

/** @throws LinkError when the endpoint cannot be reached or refuses; what was done stays done */
export async function syncRound(
  desk: DeskPort,
  endpoint: EndpointPort,
  collections: readonly CollectionName[],
  events: RoundEvents,
): Promise<void> {
  try {
    for (const collection of SYNC_ORDER.filter((name) => collections.includes(name))) {
      let came = 0;
      await pullAll(desk, endpoint, collection, (documents) => {
        came += documents;
        events.pulled(collection, documents);
      });
      // The first time also what came before a crash.
      if (collection === 'ledger' && (came > 0 || !desk.looked.has(LOOKED))) {
        await checkLimits(desk);
        desk.looked.set(LOOKED, 0);
      }
      await pushAll(desk, endpoint, collection, (records) => events.pushed(collection, records));
    }
  } catch (error) {
    if (!(error instanceof LinkError) || error.fault !== 'epoch') throw error;
    await beginAnew(desk, error.epoch);
    events.anew();
    await syncRound(desk, endpoint, COLLECTIONS, events);
  }
}
