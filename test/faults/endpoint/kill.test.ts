// The endpoint is killed without warning while desks push: what it acknowledged is there, nothing is there by halves,
// and a desk that goes on pulling from where it was has missed nothing.
import { afterEach, expect, it } from 'vitest';
import { seeded } from '@shared/demo/random';
import { canonical } from '@shared/sync/canonical';
import type { PushRow } from '@shared/sync/contract';
import { Caller, travelling } from '../../helpers/endpoint';
import {
  connectionLost,
  edited,
  firstDesk,
  Follower,
  lost,
  pushAcknowledged,
  rowsOf,
  visit,
  withoutHistory,
  type Acknowledged,
} from '../../helpers/endpoint-load';
import { makePlace, type Place } from '../../helpers/endpoint-process';
import { shown } from '../../helpers/shown';

const ROUNDS = Number(process.env.DESKBOOK_ROUNDS ?? 3);
const PUSHERS = 4;
const BATCH = 40;
/** Batches a round waits for at most, so that kills meet short and long logs. */
const LONGEST = 5;

let place: Place;
afterEach(() => place.end());

/** Batches of new documents, each pushed once more with an edit of all of them, until the endpoint is gone. */
async function pushForever(
  desk: Caller,
  name: string,
  acknowledged: Acknowledged,
  batches: (readonly PushRow[])[],
): Promise<void> {
  for (let batch = 0; ; batch += 1) {
    const docs = Array.from({ length: BATCH }, (_value, at) => visit(`${name}:${batch}:${at}`));
    const edits = docs.map((doc) => ({
      newDocumentState: travelling(edited(doc, '改')),
      assumedMasterState: travelling(doc),
    }));
    for (const rows of [rowsOf(docs), edits]) {
      batches.push(rows);
      try {
        await pushAcknowledged(desk, rows, acknowledged);
      } catch (error) {
        if (connectionLost(error)) return;
        throw error;
      }
    }
  }
}

it.each<Place['engine']>(['sqlite', 'postgres'])(
  `on %s loses nothing acknowledged and halves no batch over ${ROUNDS} kills`,
  async (engine) => {
    place = await makePlace(engine);
    const seed = Number(process.env.DESKBOOK_SEED ?? Date.now());
    const random = seeded(seed);
    const acknowledged: Acknowledged = new Map();
    const batches: (readonly PushRow[])[] = [];
    let endpoint = await place.start();
    let desk = await firstDesk(endpoint);
    const follower = new Follower(desk, 70);
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = acknowledged.size;
      const pushing = Array.from({ length: PUSHERS }, (_value, pusher) =>
        pushForever(desk, `${round}:${pusher}`, acknowledged, batches),
      );
      const enough = before + BATCH * (1 + (round % LONGEST));
      while (acknowledged.size < enough)
        // A follower that never waits would take half of the endpoint's time from those who push.
        if (!(await follower.step())) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, random() * 60));
      await endpoint.end('SIGKILL');
      await Promise.all(pushing);
      endpoint = await place.start();
      desk = new Caller(endpoint, desk.token, desk.epoch, 'A');
      follower.desk = desk;
      await follower.untilNothingNew();
    }
    const pulled = await desk.pullAll('visits', 333);
    const there = new Map(pulled.map((doc) => [doc.id, canonical(doc)]));
    // An edited batch shows the edits; an unanswered one stands there whole or not at all.
    const halved = batches.filter((rows) => {
      const taken = rows.filter(({ newDocumentState: { id } }) => there.has(id)).length;
      const now = rows.filter(({ newDocumentState: doc }) => there.get(doc.id) === canonical(doc)).length;
      return ![0, rows.length].includes(taken) || ![0, rows.length].includes(now);
    });
    console.log(
      `${engine}, seed ${seed}: ${ROUNDS} kills, ${acknowledged.size} acknowledged, ${there.size} stored`,
    );
    // Unanswered edits may have been taken: then what was acknowledged before is in their history, not lost.
    for (const rows of batches)
      for (const { newDocumentState: doc, assumedMasterState: assumed } of rows)
        if (assumed && there.get(doc.id) === canonical(doc)) acknowledged.set(doc.id, canonical(doc));
    const missing = lost(acknowledged, pulled).length;
    expect(halved.map(([row]) => row?.newDocumentState.id)).toEqual([]);
    const store = await place.open();
    expect(await withoutHistory(store, pulled)).toEqual([]);
    await store.close();
    expect(follower.seen).toEqual(there);
    expect(pulled).toHaveLength(there.size);
    shown('endpoint-killed', { seen: null, acknowledged: acknowledged.size, missing });
  },
  // A disk that others write to takes its time over every sync.
  Math.max(600_000, ROUNDS * 60_000),
);
