/** Hears what any process on the database accepted (LISTEN), and goes on after the connection was lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { COLLECTIONS, type CollectionName } from '../../shared/core/envelope';

/** The channel on which a transaction tells the collection it wrote. */
export const CHANNEL = 'deskbook_changed';
const AGAIN_MS = 1_000;

interface Ear {
  readonly client: pg.Client;
  readonly ended: Promise<void>;
}

/**
 * Calls back with every collection that changes until the returned function is called. After a lost connection
 * every collection may have changed unheard, so each is told once.
 * @throws when the database cannot be reached at first
 */
export async function hear(
  config: pg.ClientConfig,
  onChanged: (collection: CollectionName) => void,
): Promise<() => Promise<void>> {
  const connect = async (): Promise<Ear> => {
    const client = new pg.Client(config);
    client.on('notification', ({ payload }) => onChanged(payload as CollectionName));
    // Every error of a connection is followed by its end.
    client.on('error', () => undefined);
    const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    return { client, ended };
  };

  let closed = false;
  let ear = await connect();
  const stay = async (): Promise<void> => {
    await ear.ended;
    while (!closed) {
      await sleep(AGAIN_MS, undefined, { ref: false });
      try {
        ear = await connect();
      } catch {
        continue;
      }
      if (closed) break;
      COLLECTIONS.forEach(onChanged);
      await ear.ended;
    }
    await ear.client.end().catch(() => undefined);
  };
  void stay();
  return async () => {
    closed = true;
    await ear.client.end().catch(() => undefined);
  };
}
