// DESIGN §3.2: a backup of one profile, restored in another, with numbers, photos and the directory equal.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { TestHook } from '../../renderer/app/test-hook';
import { formatRecoveryKey } from '@shared/backup/recovery-key';
import { demoDesk, dropProfile, newProfile, signInAs, startDesk } from '../helpers/app';
import { startSignedIn, storedVisits } from '../helpers/faults';
import { goTo } from '../helpers/visits';

const stick = mkdtempSync(path.join(tmpdir(), 'deskbook-stick-'));
const profiles: string[] = [];

afterAll(() => {
  rmSync(stick, { recursive: true, force: true });
  profiles.forEach(dropProfile);
});

/** Everything of lost property as one text. */
const storedThings = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { deskbookTest } = window as unknown as { deskbookTest: TestHook };
    const docs = await deskbookTest.all('lostItems');
    return JSON.stringify(docs.map(({ id, status, ver, body }) => ({ id, status, ver, body })));
  });

it('brings every record back on another PC under a new desk code, with the printed key only', async () => {
  const first = await demoDesk('9001', { args: [`--save-to=${stick}`] });
  profiles.push(first.profile);
  const { page } = first;
  // A photo on disk, put there as the photo dialog does.
  const sha = await page.evaluate(async () => {
    const { host } = window as unknown as {
      host: { call: (...args: unknown[]) => Promise<{ sha: string }> };
    };
    return (await host.call('blob.put', new Uint8Array(50_000).fill(7))).sha;
  });
  await goTo(page, '/backup');
  await page.getByRole('button', { name: '选择文件夹' }).click();
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText('备份完成').waitFor();
  // Two at once, as after a reload of the page, are one.
  const [one, same] = await page.evaluate(() => {
    const { host } = window as unknown as { host: { call: (...args: unknown[]) => Promise<unknown> } };
    return Promise.all([0, 1].map(() => host.call('backup.run', '青岛海湾高尔夫俱乐部', 'A', 30)));
  });
  expect(one).toMatchObject({ ok: true });
  expect(same).toEqual(one);
  await page.getByRole('button', { name: '查看并打印密钥' }).click();
  const key = await page.locator('output.key').innerText();
  expect(key).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  await first.close();
  const before = await startSignedIn(first.profile);
  const records = await storedVisits(before.page);
  const things = await storedThings(before.page);
  expect(records.length).toBeGreaterThan(500);
  expect(things).toContain('"mode":"paper"');
  await before.close();

  const other = await startDesk({ profile: newProfile(), args: [`--save-to=${stick}`] });
  profiles.push(other.profile);
  await other.page.getByRole('button', { name: '从备份恢复' }).click();
  await other.page.getByRole('button', { name: '选择备份所在文件夹' }).click();
  await other.page.getByLabel('恢复密钥').fill(formatRecoveryKey(new Uint8Array(16)));
  await other.page.getByRole('button', { name: '核对备份' }).click();
  await other.page.getByText('密钥与这份备份不符').waitFor();
  await other.page.getByLabel('恢复密钥').fill('1234');
  await other.page.getByRole('button', { name: '核对备份' }).click();
  await other.page.getByText('密钥有误').waitFor();
  await other.page.getByLabel('恢复密钥').fill(key.toLowerCase().replaceAll('-', ' '));
  await other.page.getByRole('button', { name: '核对备份' }).click();
  await other.page.getByText('的备份完好').waitFor();
  expect(await other.page.getByLabel('恢复后本台代码').inputValue()).toBe('B');
  const ended = new Promise((resolve) => other.app.process().once('exit', resolve));
  await other.page.getByRole('button', { name: '恢复并重新打开' }).click();
  await other.page.getByText('恢复完成').waitFor();
  await ended;

  // The app opens itself again; here the test opens it, so that it can look in.
  const again = await startDesk({ profile: other.profile });
  await again.page.getByText('已从日志恢复').waitFor();
  await signInAs(again.page, '9001');
  await again.page.getByText('B 台').first().waitFor();
  await again.close();
  const after = await startSignedIn(other.profile);
  expect(await storedVisits(after.page)).toEqual(records);
  // Found things, loss reports, signatures, custody and handovers, to the letter.
  expect(await storedThings(after.page)).toBe(things);
  expect(readFileSync(path.join(other.profile, 'blobs', sha.slice(0, 2), sha))).toEqual(
    Buffer.alloc(50_000, 7),
  );
  expect(readdirSync(other.profile).some((name) => name.startsWith('before-restore-'))).toBe(true);
  await after.page.locator('nav.side').getByRole('link', { name: '设置' }).click();
  await after.page.getByRole('button', { name: '接待台', exact: true }).click();
  await after.page.getByRole('row', { name: /^B / }).waitFor();
  await after.close();
});

it('says what is wrong with the folder', async () => {
  const desk = await demoDesk('9001', { args: [`--save-to=${path.join(stick, 'gone')}`] });
  profiles.push(desk.profile);
  await goTo(desk.page, '/backup');
  await desk.page.getByRole('button', { name: '选择文件夹' }).click();
  await desk.page.getByRole('button', { name: '立即备份' }).click();
  await desk.page.getByText('找不到备份文件夹').waitFor();
  await desk.close();
});
