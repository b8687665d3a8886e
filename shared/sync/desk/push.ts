/** What was written here goes to the endpoint. A refused record waits visibly and holds up no other. */
import type { CollectionName, Envelope } from '../../core/envelope';
import { canonical } from '../canonical';
import type { PushRow, Travelling } from '../contract';
import { arrive, landed } from './arrive';
import { LinkError, type DeskPort, type EndpointPort, type Outgoing } from './ports';

/** Records of one push. */
const BATCH = 100;
/**
 * Characters of one push, of which each takes up to three of the eight million bytes the endpoint reads: what is more
 * it would refuse while the desk still sends, and the desk would hear of a broken line instead.
 */
const BATCH_LENGTH = 2_500_000;
/** Own records looked through at a time while all are offered. */
const OFFER = 500;

const travelling = (doc: Envelope): Travelling => ({ ...doc, _deleted: false });

interface Sending {
  readonly doc: Envelope;
  readonly base: Envelope | null;
}

/** Offers the next of the desk's own records, after enrolment or when the endpoint lost what it had. False: all were. */
function offerMore(desk: DeskPort, collection: CollectionName): Promise<boolean> {
  return desk.exclusive(async () => {
    const progress = await desk.progress(collection);
    if (!progress || progress.offeredTo === null) return false;
    const page = await desk.after(collection, progress.offeredTo, OFFER);
    const own = page.filter((doc) => doc.desk === desk.desk).map(({ id }) => id);
    const waiting = new Set((await desk.outgoingOf(collection, own)).map(({ id }) => id));
    await desk.putOutgoing(
      own.filter((id) => !waiting.has(id)).map((id) => ({ collection, id, base: null, refused: null })),
    );
    const last = page.length < OFFER ? null : (page.at(-1)?.id ?? null);
    await desk.setProgress(collection, { ...progress, offeredTo: last });
    return true;
  });
}

function nextBatch(desk: DeskPort, collection: CollectionName, size: number): Promise<readonly Sending[]> {
  return desk.exclusive(async () => {
    const entries = (await desk.outgoing(collection)).filter(({ refused }) => !refused).slice(0, size);
    const docs = new Map(
      (
        await desk.docs(
          collection,
          entries.map(({ id }) => id),
        )
      ).map((doc) => [doc.id, doc] as const),
    );
    // An act that did not come about after all.
    await desk.dropOutgoing(
      collection,
      entries.filter(({ id }) => !docs.has(id)).map(({ id }) => id),
    );
    const batch: Sending[] = [];
    let length = 0;
    for (const { id, base } of entries) {
      const doc = docs.get(id);
      if (!doc) continue;
      length += JSON.stringify(doc).length + (base ? JSON.stringify(base).length : 0);
      if (length > BATCH_LENGTH && batch.length > 0) break;
      batch.push({ doc, base });
    }
    return batch;
  });
}

/** Notes what the endpoint took; what was changed again meanwhile goes on from there. */
function noteTaken(desk: DeskPort, collection: CollectionName, sent: readonly Envelope[]): Promise<void> {
  return desk.exclusive(async () => {
    const now = new Map(
      (
        await desk.docs(
          collection,
          sent.map(({ id }) => id),
        )
      ).map((doc) => [doc.id, canonical(doc)] as const),
    );
    const [same, changed] = [[] as string[], [] as Outgoing[]];
    for (const doc of sent)
      if (now.get(doc.id) === canonical(doc)) same.push(doc.id);
      else changed.push({ collection, id: doc.id, base: doc, refused: null });
    await desk.dropOutgoing(collection, same);
    await desk.putOutgoing(changed);
  });
}

async function send(
  desk: DeskPort,
  endpoint: EndpointPort,
  collection: CollectionName,
  epoch: string,
  batch: readonly Sending[],
): Promise<void> {
  await endpoint.before(
    collection,
    batch.map(({ doc }) => doc),
  );
  const rows: readonly PushRow[] = batch.map(({ doc, base }) => ({
    newDocumentState: travelling(doc),
    ...(base ? { assumedMasterState: travelling(base) } : {}),
  }));
  const { conflicts, rejected } = await endpoint.push(collection, epoch, rows);
  const masters = conflicts.map(landed);
  // A record that another desk made under the same derived id is no fault of this one: the two meet.
  const twins = rejected.filter(({ current, reason }) => current && reason === 'foreignDesk');
  masters.push(...twins.map(({ current }) => landed(current as Travelling)));
  const refusals = rejected.filter((one) => !twins.includes(one));
  const open = new Set([...masters.map(({ id }) => id), ...rejected.map(({ id }) => id)]);
  await noteTaken(
    desk,
    collection,
    batch.map(({ doc }) => doc).filter(({ id }) => !open.has(id)),
  );
  if (refusals.length > 0)
    await desk.exclusive(async () => {
      const bases = new Map(batch.map(({ doc, base }) => [doc.id, base] as const));
      await desk.putOutgoing(
        refusals.map(({ id, reason }) => ({
          collection,
          id,
          base: bases.get(id) ?? null,
          refused: { reason, at: desk.now() },
        })),
      );
    });
  if (masters.length > 0) await arrive(desk, collection, masters);
}

/** Pushes until nothing waits that may go. `onSent` hears how many records each batch had. */
export async function pushAll(
  desk: DeskPort,
  endpoint: EndpointPort,
  collection: CollectionName,
  onSent: (records: number) => void,
): Promise<void> {
  let size = BATCH;
  for (;;) {
    const batch = await nextBatch(desk, collection, size);
    if (batch.length === 0) {
      if (await offerMore(desk, collection)) continue;
      return;
    }
    const progress = await desk.exclusive(() => desk.progress(collection));
    if (!progress) return;
    const [only] = batch;
    const refuse = (sending: Sending): Promise<void> =>
      desk.exclusive(() =>
        desk.putOutgoing([
          {
            collection,
            id: sending.doc.id,
            base: sending.base,
            refused: { reason: 'tooLarge', at: desk.now() },
          },
        ]),
      );
    if (only && JSON.stringify(only.doc).length > BATCH_LENGTH) {
      await refuse(only);
      continue;
    }
    try {
      await send(desk, endpoint, collection, progress.epoch, batch);
      onSent(batch.length);
      size = BATCH;
    } catch (error) {
      if (!(error instanceof LinkError) || error.fault !== 'tooLarge') throw error;
      if (batch.length === 1 && only) await refuse(only);
      else size = Math.ceil(batch.length / 2);
    }
  }
}
