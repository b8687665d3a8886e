// Issue 7: signing in and off at the desk, what it comes to, and the month sheet, in the real app.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoProfile, dropProfile, signInAs, startDesk, type Desk } from '../helpers/app';
import { dialog, givePin } from '../helpers/lost-property';
import { plainText } from '../helpers/pdf';
import { openRoster, savePdf } from '../helpers/roster';

let desk: Desk;
let files: string;

beforeAll(async () => {
  files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));
  // The demo ends on Tuesday evening; on Wednesday 孙倩 is planned early, 周立 late.
  const profile = await demoProfile('2026-11-17T15:00:00Z');
  desk = await at('2026-11-18T00:12:00Z', '1004', profile);
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

async function at(clock: string, staffNo: string, profile: string): Promise<Desk> {
  const next = await startDesk({ profile, args: [`--clock=${clock}`, `--save-to=${files}`] });
  await signInAs(next.page, staffNo);
  return next;
}

/** Ends the app and starts it again at another time, as another person. */
async function later(clock: string, staffNo: string): Promise<void> {
  await desk.close();
  desk = await at(clock, staffNo, desk.profile);
}

const row = (page: Page, name: string) => page.locator('[data-register-rows] [data-id]', { hasText: name });

describe('a shift', () => {
  it('is offered when its person signs in at the desk; twelve minutes late is late', async () => {
    const { page } = desk;
    await page.locator('.todo.overdue', { hasText: '早班还没有签到' }).waitFor();
    const offer = page.locator('.toast', { hasText: '您今天早班 08:00–16:00，还没有签到' });
    await offer.getByRole('button', { name: '签到' }).click();
    await page.getByText('孙倩 已签到 08:12').waitFor();
    await page.locator('.todo', { hasText: '早班还没有签到' }).waitFor({ state: 'detached' });
    await openRoster(page, '/attendance');
    await row(page, '孙倩').getByText('迟到 12 分钟').waitFor();
    await row(page, '孙倩').getByText('在岗').waitFor();
  });

  it('is signed off by the own PIN where a colleague is signed in', async () => {
    await later('2026-11-18T08:02:00Z', '1002');
    const { page } = desk;
    await openRoster(page, '/attendance');
    await row(page, '孙倩').getByRole('button', { name: '签退' }).click();
    await givePin(page, '1004');
    await page.getByText('孙倩 已签退 16:02').waitFor();
    await row(page, '周立').getByRole('button', { name: '签到' }).click();
    await page.getByText('周立 已签到 16:02').waitFor();
  });

  it('whose sign-off was forgotten is explained by the person and approved by HR', async () => {
    await later('2026-11-19T01:00:00Z', '1002');
    const { page } = desk;
    await openRoster(page, '/attendance/2026-11-18');
    await row(page, '周立').getByText('缺签').waitFor();
    await row(page, '周立').getByRole('button', { name: '补签' }).click();
    expect(await dialog(page).getByLabel('实际时间').inputValue()).toBe('2026-11-19T00:00');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await dialog(page).getByText('请填写').waitFor();
    await dialog(page).getByLabel('说明').fill('关灯锁门后忘了签退');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await row(page, '周立').getByText('补签待批').waitFor();
    await later('2026-11-19T01:10:00Z', '3001');
    const hr = desk.page;
    const line = hr.locator('.todo', { hasText: '周立 的补签待批' });
    await line.getByRole('link', { name: '去审批' }).click();
    await row(hr, '周立').getByRole('button', { name: '去审批' }).click();
    await dialog(hr).getByText('签退 00:00，说明：关灯锁门后忘了签退').waitFor();
    await dialog(hr).getByRole('button', { name: '确定' }).click();
    await row(hr, '周立').getByText('补签', { exact: true }).waitFor();
  });

  it('that nobody signed in to is red for HR, and corrected with a reason', async () => {
    const { page } = desk;
    // On the 19th 赵一鸣 is planned early; it is 09:10.
    await openRoster(page, '/attendance');
    await row(page, '赵一鸣').getByText('脱岗').waitFor();
    await row(page, '赵一鸣').getByRole('button', { name: '更正' }).click();
    await dialog(page).getByRole('button', { name: '更正', exact: true }).click();
    await dialog(page).getByText('请填写').waitFor();
    await dialog(page).getByLabel('原因').fill('上午去总部培训');
    await dialog(page).getByRole('button', { name: '更正', exact: true }).click();
    await row(page, '赵一鸣').getByText('已更正：上午去总部培训').waitFor();
    await row(page, '赵一鸣').getByText('出勤').waitFor();
  });
});

describe('the month sheet', () => {
  it('shows everybody to HR, prints and exports', async () => {
    const { page } = desk;
    await openRoster(page, '/month');
    const sheet = page.locator('.attendance-sheet');
    await sheet.locator('tbody tr', { hasText: '周立' }).waitFor();
    expect(await sheet.locator('tbody tr').count()).toBe(4);
    await page.keyboard.press('Control+p');
    const text = plainText(await savePdf(page, files));
    for (const part of ['考勤月表', '2026-11', '林晓彤', '符号：出出勤', '编制', '审批'])
      expect(text).toContain(part);
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByText(/已导出/).waitFor();
    expect(readdirSync(files).some((name) => name.startsWith('考勤月表') && name.endsWith('.xlsx'))).toBe(
      true,
    );
  });

  it('shows a clerk the own line alone', async () => {
    await later('2026-11-19T01:20:00Z', '1001');
    const { page } = desk;
    await openRoster(page, '/month');
    const lines = page.locator('.attendance-sheet tbody tr');
    await lines.first().waitFor();
    expect(await lines.count()).toBe(1);
    expect(await lines.first().innerText()).toContain('林晓彤');
  });
});

describe('the evacuation list', () => {
  it('has those on duty ticked by roster and attendance', async () => {
    const { page } = desk;
    await page.evaluate(() => {
      window.location.hash = '/visits/on-site';
    });
    const duty = page.locator('fieldset.duty');
    // 赵一鸣 works early by the roster; 林晓彤 is the one who looks; 孙倩 has the day off.
    await duty.getByLabel('赵一鸣').and(page.locator(':checked')).waitFor();
    expect(await duty.getByLabel('林晓彤').isChecked()).toBe(true);
    expect(await duty.getByLabel('孙倩').isChecked()).toBe(false);
    await duty.getByLabel('赵一鸣').uncheck();
    await duty.getByLabel('高教练').check();
    expect(await duty.getByLabel('赵一鸣').isChecked()).toBe(false);
    expect(await duty.getByLabel('高教练').isChecked()).toBe(true);
  });
});
