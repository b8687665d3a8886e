// A database that is deleted, cut, older than the journal or full of holes is brought up from the journal.
import { cpSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropProfile } from '../helpers/app';
import { compare, databaseFolder, demoProfile, registerSome, startSignedIn, storedVisits, WHOLE, type Acknowledged } from '../helpers/faults';

let profile: string;
let acknowledged: readonly Acknowledged[] = [];

beforeAll(async () => {
  profile = await demoProfile();
  const desk = await startSignedIn(profile);
  acknowledged = await registerSome(desk.page, 40);
  await desk.close();
  expect(acknowledged).toHaveLength(40);
});

afterAll(() => dropProfile(profile));

/** Starts, compares, registers one more (its number must follow), and closes. */
async function expectWhole(): Promise<void> {
  const desk = await startSignedIn(profile);
  expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
  acknowledged = [...acknowledged, ...(await registerSome(desk.page, 1))];
  expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
  await desk.close();
}

it('comes back when the database folder is deleted', async () => {
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  await expectWhole();
});

it('comes back when an older copy of the database is put in its place', async () => {
  const copy = path.join(profile, 'older-copy');
  cpSync(path.join(profile, 'IndexedDB'), copy, { recursive: true });
  const desk = await startSignedIn(profile);
  acknowledged = [...acknowledged, ...(await registerSome(desk.page, 15))];
  await desk.close();
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  cpSync(copy, path.join(profile, 'IndexedDB'), { recursive: true });
  await expectWhole();
});

it('comes back when the database files are cut in half', async () => {
  const folder = databaseFolder(profile);
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (/\.(log|ldb)$/.test(name)) truncateSync(file, Math.floor(statSync(file).size / 2));
  }
  // What Chromium mends by dropping a part is noticed in idle time; the next start rebuilds it.
  const desk = await startSignedIn(profile);
  const first = compare(acknowledged, await storedVisits(desk.page));
  if (first.missing > 0) await desk.page.getByText('本机数据库缺少记录').waitFor({ timeout: 30_000 });
  await desk.close();
  await expectWhole();
});

it('comes back when the manifest of the database is damaged', async () => {
  const folder = databaseFolder(profile);
  for (const name of readdirSync(folder).filter((file) => file.startsWith('MANIFEST'))) truncateSync(path.join(folder, name), 10);
  await expectWhole();
});
