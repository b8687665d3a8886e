// A torn last line is cut, what a damaged middle line held is written again, a removed journal is filled anew.
import { appendFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHook } from '../../renderer/app/test-hook';
import { demoProfile, dropProfile } from '../helpers/app';
import {
  compare,
  registerSome,
  startSignedIn,
  storedVisits,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { banners, shown } from '../helpers/shown';

declare const window: { deskbookTest?: TestHook };

/** The drill waits for what comes by itself. */
const DRILL = process.env.DESKBOOK_ROUNDS !== undefined;

let profile: string;

beforeEach(async () => {
  profile = await demoProfile();
});

afterEach(() => dropProfile(profile));

const journalFile = (): string => {
  const folder = path.join(profile, 'journal');
  return path.join(folder, readdirSync(folder).sort().at(-1) ?? '');
};

/** Changes a visit's line, so that it cannot be read any more; as a disk does it, nothing behind it moves. */
function damage(visit: Acknowledged | undefined): void {
  const no = visit?.no ?? '-';
  const lines = readFileSync(journalFile(), 'utf8').split('\n');
  const hit = lines.findIndex((line) => line.includes(no));
  lines[hit] = (lines[hit] ?? '').replaceAll(no, '#'.repeat(no.length));
  writeFileSync(journalFile(), lines.join('\n'));
}

it('cuts a torn last line and goes on', async () => {
  let desk = await startSignedIn(profile);
  const acknowledged = await registerSome(desk.page, 10);
  await desk.kill();
  appendFileSync(journalFile(), '0badc0de {"t":"act","act":{"id":"torn');
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  desk = await startSignedIn(profile);
  expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
  const seen = await banners(desk.page);
  const more = await registerSome(desk.page, 1);
  await desk.close();
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  desk = await startSignedIn(profile);
  const all = [...acknowledged, ...more];
  const found = compare(all, await storedVisits(desk.page));
  expect(found).toEqual(WHOLE);
  await desk.close();
  shown('journal-torn', { seen, acknowledged: all.length, missing: found.missing });
});

it('writes what a damaged middle line held into the journal again, so that the database may go', async () => {
  let desk = await startSignedIn(profile);
  const acknowledged = await registerSome(desk.page, 10);
  await desk.close();
  damage(acknowledged[4]);
  desk = await startSignedIn(profile);
  // The quiet check comes a minute after the start and tells what it found; the short run asks for it.
  if (DRILL) await desk.page.getByText('日志中有 1 行损坏').waitFor({ timeout: 120_000 });
  else await desk.page.evaluate(() => window.deskbookTest?.verify());
  const no = acknowledged[4]?.no ?? '-';
  // What a start tells already is written again only by that check.
  await expect
    .poll(() => readFileSync(journalFile(), 'utf8').includes(`"${no}"`), { timeout: 120_000 })
    .toBe(true);
  const seen = await banners(desk.page);
  const more = await registerSome(desk.page, 3);
  // Met again, it is no news.
  expect(await desk.page.evaluate(() => window.deskbookTest?.verify())).toEqual({ healed: 0, damaged: 0 });
  await desk.close();
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  desk = await startSignedIn(profile);
  const all = [...acknowledged, ...more];
  const found = compare(all, await storedVisits(desk.page));
  expect(found).toEqual(WHOLE);
  await desk.close();
  shown('journal-damaged', { seen, acknowledged: all.length, missing: found.missing });
});

it('reports a damaged middle line and uses the rest when the database is gone at the same time', async () => {
  let desk = await startSignedIn(profile);
  const acknowledged = await registerSome(desk.page, 10);
  await desk.close();
  damage(acknowledged[4]);
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  desk = await startSignedIn(profile);
  await desk.page.getByText('日志中有 1 行损坏').waitFor();
  expect(compare(acknowledged, await storedVisits(desk.page))).toMatchObject({ missing: 1, doubled: 0 });
  await desk.close();
});

it('fills a new journal from the database when the old one was removed', async () => {
  let desk = await startSignedIn(profile);
  const acknowledged = await registerSome(desk.page, 10);
  await desk.close();
  rmSync(path.join(profile, 'journal'), { recursive: true });
  desk = await startSignedIn(profile);
  await desk.page.getByText('日志文件被删除或截短了').waitFor();
  const seen = await banners(desk.page);
  const more = await registerSome(desk.page, 3);
  expect(more).toHaveLength(3);
  const all = await storedVisits(desk.page);
  // Copied in idle time: the last collection's last line ends the copying.
  await expect
    .poll(() => all.every(({ no }) => readFileSync(journalFile(), 'utf8').includes(no)), { timeout: 60_000 })
    .toBe(true);
  await desk.close();
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  desk = await startSignedIn(profile);
  const stored = await storedVisits(desk.page);
  expect(stored).toHaveLength(all.length);
  const known = [...acknowledged, ...more];
  const found = compare(known, stored);
  expect(found).toEqual(WHOLE);
  expect(await desk.page.getByText('日志文件被删除或截短了').count()).toBe(0);
  await desk.close();
  shown('journal-gone', { seen, acknowledged: known.length, missing: found.missing });
});
