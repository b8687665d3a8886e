// What happens to a backup on its way and on its stick: told before anything is replaced, and another way back is there.
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Host } from '@shared/host';
import { demoProfile, dropProfile, newProfile, startDesk, type Desk } from '../helpers/app';
import {
  compare,
  registerSome,
  startSignedIn,
  storedVisits,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { fakeClock, hasFakeClock } from '../helpers/fake-clock';
import { banners, shown, words } from '../helpers/shown';
import { goTo } from '../helpers/visits';

declare const window: { readonly host: Host };

const DAY_SECONDS = 86_400;
const DRILL = process.env.DESKBOOK_ROUNDS !== undefined;

let profile: string;
let stick: string;
let key: string;
let desk: Desk;
const clock = hasFakeClock ? fakeClock() : null;
const acknowledged: Acknowledged[] = [];

const sealed = (pattern: RegExp): readonly string[] =>
  readdirSync(path.join(stick, 'Deskbook-A'))
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => path.join(stick, 'Deskbook-A', name));

const backUp = async (): Promise<string> => {
  // What the page said of an earlier backup or check goes with it.
  await goTo(desk.page, '/');
  await goTo(desk.page, '/backup');
  await desk.page.getByRole('button', { name: '选择文件夹' }).click();
  await desk.page.getByRole('button', { name: '立即备份' }).click();
  await desk.page.locator('.backup-page .notice.good, .backup-page [role=alert]').waitFor();
  return words(desk.page, '.backup-page .notice.good, .backup-page [role=alert]');
};

/** Chooses the folder, its newest backup, types the key and asks what is in it. */
async function check({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: '选择备份所在文件夹' }).click();
  await page.getByLabel('恢复密钥').fill(key);
  await page.getByRole('button', { name: '核对备份' }).click();
}

/** Lets a checked backup be restored and returns what the restored PC holds. */
async function restored(other: Desk): Promise<readonly Acknowledged[]> {
  const ended = new Promise((resolve) => other.app.process().once('exit', resolve));
  await other.page.getByRole('button', { name: '恢复并重新打开' }).click();
  await ended;
  const again = await startSignedIn(other.profile);
  const stored = await storedVisits(again.page);
  await again.close();
  return stored;
}

/** Another PC, at its way back from a backup. */
async function otherPc(): Promise<Desk> {
  const other = await startDesk({ profile: newProfile(), args: [`--save-to=${stick}`] });
  await other.page.getByRole('button', { name: '从备份恢复' }).click();
  return other;
}

beforeAll(async () => {
  stick = mkdtempSync(path.join(tmpdir(), 'deskbook-stick-'));
  profile = await demoProfile();
  desk = await startSignedIn(profile, [`--save-to=${stick}`], clock?.env);
  acknowledged.push(...(await registerSome(desk.page, 10)));
  expect(await backUp()).toContain('备份完成');
  await desk.page.getByRole('button', { name: '查看并打印密钥' }).click();
  key = await desk.page.locator('output.key').innerText();
  await desk.page.keyboard.press('Escape');
});

afterAll(async () => {
  await desk.close();
  dropProfile(profile);
  rmSync(stick, { recursive: true, force: true });
  clock?.remove();
});

it('says that the stick is not there, and goes on where it is back', async () => {
  renameSync(stick, `${stick}-out`);
  const seen = [await backUp()];
  expect(seen[0]).toContain('找不到备份文件夹');
  expect(existsSync(stick)).toBe(false);
  renameSync(`${stick}-out`, stick);
  acknowledged.push(...(await registerSome(desk.page, 5)));
  expect(await backUp()).toContain('备份完成');
  const found = compare(acknowledged, await storedVisits(desk.page));
  expect(found).toEqual(WHOLE);
  shown('backup-gone', { seen, acknowledged: acknowledged.length, missing: found.missing });
});

it('offers the backup before one whose list was torn', async () => {
  const before = [...acknowledged];
  const later = await registerSome(desk.page, 3);
  expect(await backUp()).toContain('备份完成');
  const [list = ''] = sealed(/^backup-/).slice(-1);
  const whole = readFileSync(list);
  truncateSync(list, whole.length - 20);
  const other = await otherPc();
  await check(other);
  await other.page.locator('.restore [role=alert]').waitFor();
  const seen = [await words(other.page, '.restore [role=alert]')];
  expect(seen[0]).toContain('请换更早的一份');
  await other.page.getByLabel('备份时间').selectOption({ index: 1 });
  await other.page.getByRole('button', { name: '核对备份' }).click();
  await other.page.getByText('的备份完好').waitFor();
  // What the earlier backup was told to hold; numbers behind it stand in the torn one only.
  const found = compare(before, await restored(other));
  expect(found).toEqual(WHOLE);
  dropProfile(other.profile);
  writeFileSync(list, whole);
  acknowledged.push(...later);
  shown('backup-list-damaged', { seen, acknowledged: before.length, missing: found.missing });
});

it.runIf(clock)(
  'names a damaged file before anything is replaced, and seals it again within a week',
  async () => {
    acknowledged.push(...(await registerSome(desk.page, 5)));
    expect(await backUp()).toContain('备份完成');
    const [journal = ''] = sealed(/^journal_/).slice(-1);
    const bytes = readFileSync(journal);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(journal, bytes);
    await check(desk);
    await desk.page.locator('.restore [role=alert]').waitFor();
    const seen = [await words(desk.page, '.restore [role=alert]')];
    expect(seen[0]).toContain('损坏');
    expect(await desk.page.getByText('的备份完好').count()).toBe(0);
    // Nobody restores it; the desk goes on backing up, with nothing new to say.
    for (let day = 1; day <= 7; day += 1) {
      clock?.set(day * DAY_SECONDS);
      expect(await backUp()).toContain('备份完成');
    }
    clock?.set(0);
    const later = await otherPc();
    await check(later);
    await later.page.getByText('的备份完好').waitFor();
    expect(await later.page.locator('.restore [role=alert]').count()).toBe(0);
    const found = compare(acknowledged, await restored(later));
    expect(found).toEqual(WHOLE);
    dropProfile(later.profile);
    shown('backup-damaged', { seen, acknowledged: acknowledged.length, missing: found.missing });
  },
);

it('leaves the PC as it was when the app is killed while a restore is laid out, and restores it again', async () => {
  // Enough photos that laying them out takes a while.
  await desk.page.evaluate(async () => {
    for (let photo = 0; photo < 60; photo += 1)
      await window.host.call('blob.put', crypto.getRandomValues(new Uint8Array(65_536)));
  });
  expect(await backUp()).toContain('备份完成');
  const own = await demoProfile();
  let other = await startSignedIn(own, [`--save-to=${stick}`]);
  const here = await registerSome(other.page, 10);
  await goTo(other.page, '/backup');
  await check(other);
  await other.page.getByText('的备份完好').waitFor();
  await other.page.getByRole('button', { name: '恢复并重新打开' }).click();
  const stage = path.join(own, 'restore-stage');
  while (!existsSync(stage)) await new Promise((resolve) => setTimeout(resolve, 1));
  await other.kill();
  expect(existsSync(path.join(stage, 'ready.json'))).toBe(false);
  other = await startSignedIn(own, [`--save-to=${stick}`]);
  const found = compare(here, await storedVisits(other.page));
  expect(found).toEqual(WHOLE);
  expect(existsSync(stage)).toBe(false);
  const seen = await banners(other.page);
  let missing = found.missing;
  // The drill goes the way to its end.
  if (DRILL) {
    await goTo(other.page, '/backup');
    await check(other);
    await other.page.getByText('的备份完好').waitFor();
    const back = compare(acknowledged, await restored(other));
    expect(back).toEqual(WHOLE);
    missing += back.missing;
  } else await other.close();
  dropProfile(own);
  shown('restore-killed', { seen, acknowledged: here.length + (DRILL ? acknowledged.length : 0), missing });
});
