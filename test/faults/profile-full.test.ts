// The whole disk of the profile is full, as on a PC nobody tidies: refused in words, and nothing is lost over a restart.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoProfile, dropProfile, type Desk } from '../helpers/app';
import {
  compare,
  registerSome,
  startSignedIn,
  storedVisits,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { dialog } from '../helpers/lost-property';
import { banners, shown, words } from '../helpers/shown';
import { canMount, smallDisk, type SmallDisk } from '../helpers/small-disk';
import { beginVisit, goTo, openVisits, typeOn } from '../helpers/visits';

describe.runIf(canMount)('a full disk under the profile', () => {
  let disk: SmallDisk;
  let stick: string;
  let desk: Desk;
  const acknowledged: Acknowledged[] = [];

  const start = async (): Promise<void> => {
    desk = await startSignedIn(disk.folder, [`--save-to=${stick}`]);
  };

  beforeAll(async () => {
    disk = smallDisk('600m');
    stick = mkdtempSync(path.join(tmpdir(), 'deskbook-stick-'));
    const filled = await demoProfile();
    cpSync(filled, disk.folder, { recursive: true });
    dropProfile(filled);
    await start();
    acknowledged.push(...(await registerSome(desk.page, 10)));
  });

  afterAll(async () => {
    await desk.close();
    disk.remove();
    rmSync(stick, { recursive: true, force: true });
  });

  it('a restore says so and leaves the PC as it was', async () => {
    const { page } = desk;
    await goTo(page, '/backup');
    await page.getByRole('button', { name: '选择文件夹' }).click();
    await page.getByRole('button', { name: '立即备份' }).click();
    await page.getByText('备份完成').waitFor();
    await page.getByRole('button', { name: '查看并打印密钥' }).click();
    const key = await page.locator('output.key').innerText();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '选择备份所在文件夹' }).click();
    await page.getByLabel('恢复密钥').fill(key);
    await page.getByRole('button', { name: '核对备份' }).click();
    await page.getByText('的备份完好').waitFor();
    disk.fill();
    await page.getByRole('button', { name: '恢复并重新打开' }).click();
    await page.locator('.restore [role=alert]').waitFor();
    const seen = [await words(page, '.restore [role=alert]')];
    expect(seen[0]).toContain('本机磁盘空间不足');
    disk.empty();
    acknowledged.push(...(await registerSome(page, 2)));
    const found = compare(acknowledged, await storedVisits(page));
    expect(found).toEqual(WHOLE);
    shown('full-restore', { seen, acknowledged: acknowledged.length, missing: found.missing });
  });

  it('saving, printing, closing and starting again', async () => {
    await openVisits(desk.page);
    const form = await beginVisit(desk.page);
    disk.fill();
    acknowledged.push(...(await registerSome(desk.page, 100)));
    await typeOn(desk.page, '', '整盘已满时的客人', '', '');
    await desk.page.keyboard.press('1');
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.locator('form.record [role=alert]').first().waitFor();
    const seen = [await words(desk.page, 'form.record [role=alert]')];
    expect(await form.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('整盘已满时的客人');
    await desk.page.keyboard.press('Control+p');
    await dialog(desk.page).locator('[role=alert]').first().waitFor();
    seen.push(await words(desk.page, 'dialog .print-paper [role=alert] strong'));
    await desk.page.keyboard.press('Escape');
    await desk.close();

    await start();
    await desk.page.locator('.banner').first().waitFor();
    seen.push(...(await banners(desk.page)));
    expect(seen.join()).toContain('磁盘空间只剩');
    expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
    await desk.close();

    disk.empty();
    await start();
    acknowledged.push(...(await registerSome(desk.page, 2)));
    const found = compare(acknowledged, await storedVisits(desk.page));
    expect(found).toEqual(WHOLE);
    shown('full-profile', { seen, acknowledged: acknowledged.length, missing: found.missing });
  });
});
