// DESIGN §3.1: the journal line is the commit point. The whole app is killed while records are being saved.
import { expect, it } from 'vitest';
import type { TestHook } from '../../renderer/app/test-hook';
import { demoProfile, dropProfile } from '../helpers/app';
import {
  compare,
  startSignedIn,
  storedVisits,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';

declare const window: { deskbookTest?: TestHook; acknowledge?: (visit: Acknowledged) => void };

const ROUNDS = Number(process.env.DESKBOOK_ROUNDS ?? 3);

it(`loses no acknowledged record and doubles no number over ${ROUNDS} kills`, async () => {
  const profile = await demoProfile();
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const desk = await startSignedIn(profile);
    expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
    const before = acknowledged.length;
    await desk.page.exposeFunction('acknowledge', (visit: Acknowledged) => acknowledged.push(visit));
    // Several forms save at once; the page never gets an answer to the last ones.
    await desk.page.evaluate(() => {
      const forever = async (): Promise<void> => {
        for (;;) {
          const outcome = await window.deskbookTest?.register('正在登记的客人');
          const doc = outcome?.ok ? outcome.docs[0] : undefined;
          if (doc) window.acknowledge?.({ id: doc.id, no: doc.body.no ?? '' });
        }
      };
      for (let index = 0; index < 4; index += 1) void forever();
    });
    while (acknowledged.length < before + 20 + round * 7)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.kill();
  }
  const desk = await startSignedIn(profile);
  const stored = await storedVisits(desk.page);
  expect(compare(acknowledged, stored)).toEqual(WHOLE);
  console.log(`${ROUNDS} kills: ${acknowledged.length} acknowledged, ${stored.length} stored, 0 missing`);
  await desk.close();
  dropProfile(profile);
});
