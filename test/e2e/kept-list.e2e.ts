// The evacuation list in the archive folder by schedule (issue 7, DOMAIN §3.11): usable when the app is not.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDesk, dropProfile, type Desk } from '../helpers/app';
import { plainText } from '../helpers/pdf';
import { openPage, side } from '../helpers/service';

const CLOCK = '2026-11-26T01:42:00Z'; // 09:42 in Shanghai
let desk: Desk;
let folder = '';

const issues = () =>
  (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.pdf')).sort();

beforeAll(async () => {
  desk = await demoDesk('1001', { args: [`--clock=${CLOCK}`] });
  folder = path.join(desk.profile, 'archive', '在场人员名单');
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
});

describe('the evacuation list', () => {
  it('is made without anybody asking, names who is here, and masks phones', async () => {
    await expect.poll(() => issues().length, { timeout: 60_000 }).toBe(1);
    const text = plainText(path.join(folder, issues()[0] ?? ''));
    for (const piece of ['在场人员名单', '截至2026-11-2609:4', '自动存档', '林晓彤'])
      expect(text).toContain(piece);
    expect(text).not.toMatch(/1[3-9]\d{9}/);
  });

  it('says on its page when and where, and is made at once on demand', async () => {
    const { page } = desk;
    await openPage(page, '/visits/on-site', '现场人员');
    await side(page)
      .getByText(/最近一份 09:4/)
      .waitFor();
    await side(page).getByText(folder).waitFor();
    await side(page).getByRole('button', { name: '立即存档' }).click();
    await expect.poll(() => issues().length).toBe(2);
  });

  it('that cannot be kept is said on its page and on Today', async () => {
    const { page } = desk;
    const aside = `${folder}-aside`;
    renameSync(folder, aside);
    writeFileSync(folder, '');
    await side(page).getByRole('button', { name: '立即存档' }).click();
    await side(page).getByText('名单没有存进存档文件夹', { exact: false }).waitFor();
    await openPage(page, '/', '今日');
    const line = page.locator('.todo', { hasText: '在场人员名单未能自动存档' });
    await line.waitFor({ timeout: 40_000 });
    rmSync(folder);
    mkdirSync(folder);
    await line.getByRole('link', { name: '查看' }).click();
    await side(page).getByRole('button', { name: '立即存档' }).click();
    await side(page).getByText('名单没有存进存档文件夹', { exact: false }).waitFor({ state: 'detached' });
    await openPage(page, '/', '今日');
    await line.waitFor({ state: 'detached', timeout: 40_000 });
    expect(issues().length).toBe(1);
  });
});
