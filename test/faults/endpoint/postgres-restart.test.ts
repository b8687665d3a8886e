// PostgreSQL goes away under load, in order and as in a crash: the endpoint lives on, pushes fail cleanly meanwhile
// and go on afterwards, nothing acknowledged is missing, and whoever listens is woken again.
import { afterEach, expect, it } from 'vitest';
import {
  connectionLost,
  firstDesk,
  lost,
  pushAcknowledged,
  rowsOf,
  visit,
  type Acknowledged,
} from '../../helpers/endpoint-load';
import { makePlace, type Place } from '../../helpers/endpoint-process';
import { shown } from '../../helpers/shown';

const PUSHERS = 8;
const BATCH = 20;
/** Longer than the endpoint waits before it tries again to listen for changes. */
const AWAY_MS = 1_500;

let place: Place;
afterEach(() => place.end());

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('outlives a stop and a crash of PostgreSQL', async () => {
  place = await makePlace('postgres');
  const { cluster } = place;
  if (!cluster) throw new Error('no cluster');
  const endpoint = await place.start();
  const desk = await firstDesk(endpoint);
  const acknowledged: Acknowledged = new Map();
  const statuses: number[] = [];
  let pushing = true;
  const pushers = Array.from({ length: PUSHERS }, async (_value, pusher) => {
    for (let batch = 0; pushing; batch += 1) {
      const docs = Array.from({ length: BATCH }, (_doc, at) => visit(`${pusher}:${batch}:${at}`));
      const status = await pushAcknowledged(desk, rowsOf(docs), acknowledged).catch((error: unknown) => {
        // The endpoint itself went away, which it must not.
        if (connectionLost(error)) return 0;
        throw error;
      });
      statuses.push(status);
      if (status !== 200) await wait(50);
    }
  });
  const taken = async (more: number): Promise<void> => {
    const before = acknowledged.size;
    while (acknowledged.size < before + more) {
      expect(endpoint.running, endpoint.errors).toBe(true);
      await wait(10);
    }
  };
  const refused = (): number => statuses.filter((status) => status >= 500).length;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    await taken(200);
    const before = refused();
    await cluster.down(signal);
    await wait(AWAY_MS);
    expect(refused()).toBeGreaterThan(before);
    await cluster.up();
    await taken(200);
  }
  pushing = false;
  await Promise.all(pushers);
  expect(statuses.filter((status) => status !== 200 && status < 500)).toEqual([]);
  const missing = lost(acknowledged, await desk.pullAll('visits', 500)).length;
  console.log(`${acknowledged.size} acknowledged, ${refused()} pushes refused while PostgreSQL was away`);
  shown('postgres-restart', { seen: null, acknowledged: acknowledged.size, missing });
});

it('wakes those who listen again, once PostgreSQL is back', async () => {
  place = await makePlace('postgres');
  const endpoint = await place.start();
  const desk = await firstDesk(endpoint);
  await place.cluster?.down('SIGINT');
  // The first tries to listen again must fail: that is what a restart of some seconds does.
  await wait(2 * AWAY_MS);
  await place.cluster?.up();
  const ear = new AbortController();
  const response = await fetch(`${endpoint.url}/sync/stream`, {
    headers: desk.headers(),
    signal: ear.signal,
  });
  let heard = '';
  const listening = response.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeTo(new WritableStream({ write: (chunk) => void (heard += chunk) }))
    .catch(() => undefined);
  for (let at = 0; !heard.includes('event: changed'); at += 1) {
    expect(await pushAcknowledged(desk, rowsOf([visit(`wake:${at}`)]), new Map())).toBe(200);
    expect(at).toBeLessThan(200);
    await wait(100);
  }
  ear.abort();
  await listening;
});
