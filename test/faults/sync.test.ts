// Issue 5: desks are killed while they push and pull. What was acknowledged is at the endpoint and at the other desk.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite-store';
import { demoProfile, dropProfile, newProfile, startDesk, type Desk } from '../helpers/app';
import { listen } from '../helpers/endpoint';
import {
  compare,
  ready,
  registerForever,
  registerSome,
  startSignedIn,
  storedVisits,
  until,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { banners, shown, words } from '../helpers/shown';
import { joinBy, pill, SOON } from '../helpers/sync';

const ROUNDS = Number(process.env.DESKBOOK_ROUNDS ?? 2);

/** Registers without end and is killed once so many were acknowledged. */
async function killWhileWorking(desk: Desk, acknowledged: Acknowledged[], count: number): Promise<void> {
  await registerForever(desk.page, acknowledged, 1);
  await until(acknowledged, count);
  await desk.kill();
}

it(`brings every acknowledged visit to the endpoint and the other desk over ${ROUNDS} kills of both`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-endpoint-'));
  const store = openSqlite(folder);
  let endpoint = await listen(store);
  const profiles = { a: await demoProfile(), b: newProfile() };
  const acknowledged: Acknowledged[] = [];

  let a = await startSignedIn(profiles.a);
  await a.page.goto('app://deskbook/#/sync');
  await joinBy(a.page, endpoint, '大堂前台');
  // Killed while all it has is being offered.
  await pill(a.page, /正在/);
  await a.kill();

  for (let round = 0; round < ROUNDS; round += 1) {
    a = await startSignedIn(profiles.a);
    await killWhileWorking(a, acknowledged, acknowledged.length + 40 + (round % 4) * 25);
  }
  a = await startSignedIn(profiles.a);
  acknowledged.push(...(await registerSome(a.page, 5)));
  await pill(a.page, '已同步');

  const first = await startDesk({ profile: profiles.b });
  await first.page.getByRole('button', { name: '加入已有俱乐部' }).click();
  await joinBy(first.page, endpoint, '练习场前台');
  await first.page.locator('input[name=staffNo]').waitFor(SOON);
  // Killed while the club's records come in.
  await first.kill();
  const b = await startSignedIn(profiles.b);
  await ready(b.page);
  await pill(b.page, '已同步');

  const here = await storedVisits(a.page);
  const byId = (list: readonly Acknowledged[]): readonly string[] => list.map(({ id }) => id).sort();
  expect(compare(acknowledged, here)).toEqual(WHOLE);
  await expect.poll(async () => byId(await storedVisits(b.page)), SOON).toEqual(byId(here));
  const central = (await store.pull('visits', 0, 10_000)).filter(({ text }) =>
    text.includes('"kind":"visit"'),
  );
  expect(central.map(({ id }) => id).sort()).toEqual(byId(here));

  // The page's databases are lost: the journal brings this desk's acts back, the endpoint the other's.
  await registerSome(b.page, 1);
  await pill(b.page, '已同步');
  const all = byId(await storedVisits(b.page));
  await a.close();
  rmSync(path.join(profiles.a, 'IndexedDB'), { recursive: true });
  a = await startSignedIn(profiles.a);
  await expect.poll(async () => byId(await storedVisits(a.page)), SOON).toEqual(all);
  const { missing } = compare(acknowledged, await storedVisits(a.page));
  const seen = [await words(a.page, '.state-pill'), ...(await banners(a.page))];

  // The endpoint goes away while both record, and comes back.
  const port = Number(new URL(endpoint.url).port);
  await endpoint.stop();
  const apart = [...(await registerSome(a.page, 3)), ...(await registerSome(b.page, 3))];
  await pill(a.page, '待上传');
  const pills = [await words(a.page, '.state-pill')];
  endpoint = await listen(store, {}, port);
  await pill(a.page, '已同步');
  for (const { page } of [a, b])
    await expect.poll(async () => compare(apart, await storedVisits(page)), SOON).toEqual(WHOLE);
  pills.push(await words(a.page, '.state-pill'));
  const gone = compare(apart, await storedVisits(a.page));

  for (const desk of [a, b]) {
    await desk.close();
    dropProfile(desk.profile);
  }
  await endpoint.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  shown('endpoint-gone', { seen: pills, acknowledged: apart.length, missing: gone.missing });
  shown('desks-killed', { seen, acknowledged: acknowledged.length, missing });
});
