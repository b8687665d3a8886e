// DESIGN §3.1: the journal line is the commit point. The whole app is killed while records are being saved.
import { expect, it } from 'vitest';
import { demoProfile, dropProfile } from '../helpers/app';
import {
  compare,
  registerForever,
  startSignedIn,
  storedVisits,
  until,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { banners, shown } from '../helpers/shown';

const ROUNDS = Number(process.env.DESKBOOK_ROUNDS ?? 3);

it(`loses no acknowledged record and doubles no number over ${ROUNDS} kills`, async () => {
  const profile = await demoProfile();
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const desk = await startSignedIn(profile);
    expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
    const before = acknowledged.length;
    await registerForever(desk.page, acknowledged);
    await until(acknowledged, before + 20 + (round % 4) * 7);
    await desk.kill();
  }
  const desk = await startSignedIn(profile);
  const found = compare(acknowledged, await storedVisits(desk.page));
  expect(found).toEqual(WHOLE);
  const seen = await banners(desk.page);
  await desk.close();
  dropProfile(profile);
  shown('app-killed', { seen, acknowledged: acknowledged.length, missing: found.missing });
});
