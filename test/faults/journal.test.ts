// A torn last line is cut, a damaged middle line is reported and passed over, and a journal that cannot be
// written refuses the save and says so.
import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoProfile, dropProfile } from '../helpers/app';
import { compare, registerSome, startSignedIn, storedVisits, WHOLE } from '../helpers/faults';

let profile: string;

beforeEach(async () => {
  profile = await demoProfile();
});

afterEach(() => dropProfile(profile));

const journalFile = (): string => {
  const folder = path.join(profile, 'journal');
  return path.join(folder, readdirSync(folder).sort().at(-1) ?? '');
};

it('cuts a torn last line and goes on', async () => {
  let desk = await startSignedIn(profile);
  const acknowledged = await registerSome(desk.page, 10);
  await desk.kill();
  appendFileSync(journalFile(), '0badc0de {"t":"act","act":{"id":"torn');
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  desk = await startSignedIn(profile);
  expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
  const more = await registerSome(desk.page, 1);
  await desk.close();
  rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
  desk = await startSignedIn(profile);
  expect(compare([...acknowledged, ...more], await storedVisits(desk.page))).toEqual(WHOLE);
  await desk.close();
});

it('reports a damaged middle line and uses the rest', async () => {
  let desk = await startSignedIn(profile);
  const acknowledged = await registerSome(desk.page, 10);
  await desk.close();
  const lines = readFileSync(journalFile(), 'utf8').split('\n');
  const hit = lines.findIndex((line) => line.includes(acknowledged[4]?.no ?? '-'));
  lines[hit] = (lines[hit] ?? '').replace('客人4', '客人5');
  writeFileSync(journalFile(), lines.join('\n'));
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
  expect(compare([...acknowledged, ...more], stored)).toEqual(WHOLE);
  expect(await desk.page.getByText('日志文件被删除或截短了').count()).toBe(0);
  await desk.close();
});

it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'refuses to save on a full disk, loses nothing, and saves again when there is room',
  async () => {
    const folder = path.join(profile, 'journal');
    const kept = path.join(profile, 'kept');
    spawnSync('cp', ['-a', folder, kept]);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder]).status).toBe(0);
    try {
      spawnSync('sh', ['-c', `cp -a ${kept}/* ${folder}/`]);
      const desk = await startSignedIn(profile);
      const filler = path.join(folder, 'filler');
      spawnSync('sh', ['-c', `head -c 100000000 /dev/zero > ${filler}`]);
      const saved = await registerSome(desk.page, 60);
      expect(saved.length).toBeLessThan(60);
      const refusal = await desk.page.evaluate(async () => {
        const { deskbookTest } = window as unknown as {
          deskbookTest: { register: (name: string) => Promise<unknown> };
        };
        return deskbookTest.register('写不下的客人');
      });
      expect(refusal).toEqual({ ok: false, refusals: [{ code: 'diskFull' }] });
      rmSync(filler);
      const after = await registerSome(desk.page, 5);
      expect(after).toHaveLength(5);
      expect(compare([...saved, ...after], await storedVisits(desk.page))).toEqual(WHOLE);
      await desk.close();
      rmSync(path.join(profile, 'IndexedDB'), { recursive: true });
      const again = await startSignedIn(profile);
      expect(compare([...saved, ...after], await storedVisits(again.page))).toEqual(WHOLE);
      await again.close();
    } finally {
      spawnSync('umount', ['-l', folder]);
    }
  },
);
