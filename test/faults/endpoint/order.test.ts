// Fifty desks push at once while transactions are slow, and others watch: no pull may ever pass a document.
// On PostgreSQL two processes serve; on SQLite a neighbour holds the write lock again and again.
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it } from 'vitest';
import pg from 'pg';
import { sqliteFile } from '../../../server/store/sqlite-store';
import { Caller } from '../../helpers/endpoint';
import {
  firstDesk,
  Follower,
  pushAcknowledged,
  rowsOf,
  visit,
  type Acknowledged,
} from '../../helpers/endpoint-load';
import { makePlace, type Place } from '../../helpers/endpoint-process';

const PUSHERS = 50;
const BATCHES = Number(process.env.DESKBOOK_ROUNDS ?? 3);
const SLOW_MS = 15;

let place: Place;
afterEach(() => place.end());

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes the writes of documents slow between their numbers and their commit; returns what ends it. */
async function slowDown({ cluster, data }: Place): Promise<() => Promise<void>> {
  if (cluster) {
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    await client.query(`
      CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(random() * ${SLOW_MS * 2} / 1000.0); RETURN NULL; END $$;
      CREATE TRIGGER slow AFTER INSERT ON docs FOR EACH STATEMENT EXECUTE FUNCTION slow();`);
    return () => client.end();
  }
  const db = new DatabaseSync(sqliteFile(data));
  db.exec('PRAGMA busy_timeout = 5000');
  let slow = true;
  const holding = (async () => {
    while (slow) {
      db.exec('BEGIN IMMEDIATE');
      await wait(SLOW_MS);
      db.exec('COMMIT');
      await wait(4 * SLOW_MS);
    }
  })();
  return async () => {
    slow = false;
    await holding;
    db.close();
  };
}

it.each<Place['engine']>(['sqlite', 'postgres'])('on %s misses no document', async (engine) => {
  place = await makePlace(engine);
  const served = [await place.start(), ...(engine === 'postgres' ? [await place.start()] : [])];
  const [first = await place.start()] = served;
  const desk = await firstDesk(first);
  const desks = served.map((endpoint) => new Caller(endpoint, desk.token, desk.epoch, 'A'));
  const followers = desks.flatMap((one) => [1, 7, 200].map((limit) => new Follower(one, limit)));
  const fast = await slowDown(place);
  const acknowledged: Acknowledged = new Map();
  let pushing = true;
  const following = followers.map(async (follower) => {
    while (pushing) await follower.step();
    await follower.untilNothingNew();
  });
  const pushers = Array.from({ length: PUSHERS }, async (_value, pusher) => {
    const own = desks[pusher % desks.length] ?? desk;
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const docs = Array.from({ length: 1 + ((pusher + batch) % 5) }, (_doc, at) =>
        visit(`${pusher}:${batch}:${at}`),
      );
      expect(await pushAcknowledged(own, rowsOf(docs), acknowledged)).toBe(200);
    }
  });
  await Promise.all(pushers).finally(() => (pushing = false));
  await Promise.all(following);
  await fast();
  for (const { seen } of followers) expect(seen).toEqual(acknowledged);
  console.log(`${engine}: ${followers.length} watched ${acknowledged.size} documents come, none missed`);
});
