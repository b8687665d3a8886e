// A database that is deleted, cut, older than the journal or full of holes is brought up from the journal.
import { cpSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestHook } from '../../renderer/app/test-hook';
import { demoProfile, dropProfile } from '../helpers/app';
import {
  compare,
  databaseFolder,
  registerSome,
  startSignedIn,
  storedVisits,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { banners, shown } from '../helpers/shown';

declare const window: { deskbookTest?: TestHook };

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

/** Starts, compares, registers one more (its number must follow), and closes. `before`: what was seen already. */
async function expectWhole(fault: string, before: readonly string[] = []): Promise<void> {
  const desk = await startSignedIn(profile);
  expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
  const seen = [...before, ...(await banners(desk.page))];
  acknowledged = [...acknowledged, ...(await registerSome(desk.page, 1))];
  const found = compare(acknowledged, await storedVisits(desk.page));
  expect(found).toEqual(WHOLE);
  await desk.close();
  shown(fault, { seen, acknowledged: acknowledged.length, missing: found.missing });
}

it('comes back when the database folder is deleted', async () => {
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  await expectWhole('database-deleted');
});

it('comes back when an older copy of the database is put in its place', async () => {
  const copy = path.join(profile, 'older-copy');
  cpSync(path.join(profile, 'IndexedDB'), copy, { recursive: true });
  const desk = await startSignedIn(profile);
  acknowledged = [...acknowledged, ...(await registerSome(desk.page, 15))];
  await desk.close();
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  cpSync(copy, path.join(profile, 'IndexedDB'), { recursive: true });
  await expectWhole('database-older');
});

it('comes back when the database files are cut in half', async () => {
  const folder = databaseFolder(profile);
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (/\.(log|ldb)$/.test(name)) truncateSync(file, Math.floor(statSync(file).size / 2));
  }
  // What Chromium mends by dropping a part is noticed in idle time and brought back.
  const desk = await startSignedIn(profile);
  const first = compare(acknowledged, await storedVisits(desk.page));
  if (first.missing > 0) await desk.page.getByText(/本机数据库缺少 \d+ 条记录/).waitFor({ timeout: 30_000 });
  const seen = await banners(desk.page);
  await desk.close();
  await expectWhole('database-cut', seen);
});

it('comes back when the manifest of the database is damaged', async () => {
  const folder = databaseFolder(profile);
  for (const name of readdirSync(folder).filter((file) => file.startsWith('MANIFEST')))
    truncateSync(path.join(folder, name), 10);
  await expectWhole('database-manifest');
});

it('brings back, while the app runs, what was lost behind the checkpoint', async () => {
  let desk = await startSignedIn(profile);
  const lost = acknowledged.slice(2, 9).map(({ id }) => id);
  const old = acknowledged.slice(9, 12).map(({ id }) => id);
  for (const id of old)
    expect(await desk.page.evaluate((visit) => window.deskbookTest?.voidVisit(visit), id)).toMatchObject({
      ok: true,
    });
  // The checkpoint is saved a moment after the last act.
  await desk.page.waitForTimeout(500);
  await desk.page.evaluate(
    ([gone, back]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('rxdb-dexie-deskbook--0--visits');
        opening.onerror = () => reject(new Error('cannot open'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('docs', 'readwrite');
          const store = transaction.objectStore('docs');
          for (const id of gone) store.delete(id);
          for (const id of back) {
            const read = store.get(id);
            read.onsuccess = () => store.put({ ...read.result, status: 'onSite', ver: { A: 1 } });
          }
          transaction.oncomplete = () => resolve();
        };
      }),
    [lost, old] as const,
  );
  await desk.close();

  desk = await startSignedIn(profile);
  await desk.page.getByText('本机数据库缺少 10 条记录').waitFor({ timeout: 30_000 });
  expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
  const visits = (await desk.page.evaluate(() => window.deskbookTest?.all('visits'))) ?? [];
  expect(visits.filter(({ id }) => old.includes(id)).map(({ status }) => status)).toEqual([
    'void',
    'void',
    'void',
  ]);
  expect(await desk.page.evaluate(() => window.deskbookTest?.verify())).toEqual({ healed: 0, damaged: 0 });
  const seen = await banners(desk.page);
  await desk.close();
  await expectWhole('database-holes', seen);
});
