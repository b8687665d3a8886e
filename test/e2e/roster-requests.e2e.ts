// Issue 7: swaps and leave from the request to the roster that follows them, in the real app.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDesk, dropProfile, signInAs, startDesk, type Desk } from '../helpers/app';
import { dialog, givePin } from '../helpers/lost-property';
import { plainText } from '../helpers/pdf';
import { openRoster, planIn, savePdf } from '../helpers/roster';

// Wednesday 09:42; by the demo club's turn 林晓彤 works early on the 21st, 孙倩 late on the 20th.
const CLOCK = '2026-11-18T01:42:00Z';
let desk: Desk;
let files: string;

beforeAll(async () => {
  files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));
  desk = await demoDesk('1001', { args: [`--clock=${CLOCK}`, `--save-to=${files}`] });
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

async function as(staffNo: string): Promise<void> {
  await desk.close();
  desk = await startDesk({ profile: desk.profile, args: [`--clock=${CLOCK}`, `--save-to=${files}`] });
  await signInAs(desk.page, staffNo);
}

const record = (page: Page) => page.locator('section.record');
const form = (page: Page, name: string) => page.getByRole('form', { name });

async function ask(page: Page, own: string, colleague: string, back: string, reason: string): Promise<void> {
  await openRoster(page, '/swaps/new');
  const panel = form(page, '申请调班');
  await panel.getByLabel('我的班').selectOption({ label: own });
  await panel.getByLabel('同事', { exact: false }).first().selectOption({ label: colleague });
  await panel.getByLabel('换同事的班').selectOption({ label: back });
  await panel.getByLabel('事由').fill(reason);
}

describe('a swap', () => {
  it('is asked by the applicant; nothing typed is lost when something is missing', async () => {
    const { page } = desk;
    await ask(page, '11-21 周六 早班', '孙倩', '11-20 周五 晚班', '');
    await page.getByRole('button', { name: '提交申请' }).click();
    await form(page, '申请调班').getByText('请填写').first().waitFor();
    await form(page, '申请调班').getByLabel('事由').fill('周六家里有事');
    await page.keyboard.press('Control+Enter');
    await record(page).getByText('待同事同意').first().waitFor();
    await record(page).getByText('11-21 孙倩：休 改为 早班').waitFor();
    await openRoster(page, '/2026-11-21');
    expect(await planIn(page, '林晓彤', '2026-11-21')).toBe('早班');
  });

  it('is agreed by the colleague’s own PIN, not the applicant’s', async () => {
    const { page } = desk;
    await openRoster(page, '/swaps');
    await page.locator('[data-register-rows] [data-id]').first().click();
    await record(page).getByRole('button', { name: '同事答复' }).click();
    await dialog(page).getByRole('button', { name: '确定', exact: true }).click();
    await dialog(page).getByText('须本人登录，或由本人输入工号和密码确认').waitFor();
    await dialog(page).getByRole('button', { name: '输入工号和密码' }).click();
    await givePin(page, '1004');
    await dialog(page).getByText('孙倩').first().waitFor();
    await dialog(page).getByRole('button', { name: '确定', exact: true }).click();
    await record(page).getByText('待主管批准').first().waitFor();
  });

  it('waits on the lead’s Today, shows what it brings, and changes the roster with the approval', async () => {
    await as('1002');
    const { page } = desk;
    const line = page.locator('.todo', { hasText: '林晓彤 申请调班' });
    await line.getByRole('link', { name: '去审批' }).click();
    await dialog(page).getByText('11-20 林晓彤：休 改为 晚班').waitFor();
    await dialog(page).getByText('11-21 早班 1 人在岗（至少 1 人）').waitFor();
    await dialog(page).getByText('批准后没有重复排班或休息不够的情况。').waitFor();
    await dialog(page).getByRole('button', { name: '确定', exact: true }).click();
    await record(page).getByText('已批准').first().waitFor();
    await page.keyboard.press('Control+p');
    const text = plainText(await savePdf(page, files));
    for (const part of [
      '调班申请单',
      '11-21周六早班',
      '11-20周五晚班',
      '周六家里有事',
      '工号确认周立',
      '工号确认孙倩',
    ])
      expect(text).toContain(part);
    await openRoster(page, '/2026-11-21');
    expect(await planIn(page, '孙倩', '2026-11-21')).toBe('早班');
    expect(await planIn(page, '林晓彤', '2026-11-20')).toBe('晚班');
    expect(await planIn(page, '林晓彤', '2026-11-21')).toBe('休');
  });

  it('is refused with a reason and stays in the list; the roster does not change', async () => {
    await as('1001');
    const { page } = desk;
    await ask(page, '11-20 周五 晚班', '赵一鸣', '不换，请同事代班', '临时有约');
    await form(page, '申请调班').getByRole('button', { name: '输入工号和密码' }).click();
    await givePin(page, '1003');
    await page.getByRole('button', { name: '提交申请' }).click();
    await record(page).getByText('待主管批准').first().waitFor();
    await record(page).getByText('11-20 赵一鸣 同一天排了两个班').waitFor();
    await record(page).getByRole('button', { name: '批准' }).click();
    await dialog(page).getByLabel('主管意见').selectOption({ label: '退回' });
    await dialog(page).getByRole('button', { name: '输入工号和密码' }).click();
    await givePin(page, '1002');
    await dialog(page).getByRole('button', { name: '确定', exact: true }).click();
    await dialog(page).getByText('请填写').waitFor();
    await dialog(page).getByLabel('说明').fill('当天有比赛，一人不能连上两班');
    await dialog(page).getByRole('button', { name: '确定', exact: true }).click();
    await record(page).getByText('主管退回').first().waitFor();
    await openRoster(page, '/2026-11-20');
    expect(await planIn(page, '林晓彤', '2026-11-20')).toBe('晚班');
    await openRoster(page, '/swaps');
    await page.getByRole('button', { name: /^未成 1/ }).click();
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByText(/已导出/).waitFor();
    expect(readdirSync(files).some((name) => name.startsWith('调班申请单') && name.endsWith('.xlsx'))).toBe(
      true,
    );
  });
});

describe('leave', () => {
  it('is asked in advance, approved with the gap in sight, and frees the cell', async () => {
    const { page } = desk;
    await openRoster(page, '/leaves/new');
    const panel = form(page, '请假');
    await panel.getByLabel('类别').selectOption({ label: '年假' });
    await panel.getByLabel('开始日期').fill('2026-11-26');
    await panel.getByLabel('结束日期').fill('2026-11-25');
    await panel.getByLabel('事由').fill('陪父母体检');
    await page.keyboard.press('Control+Enter');
    await panel.getByText('结束日期不能早于开始日期').waitFor();
    await panel.getByLabel('结束日期').fill('2026-11-26');
    await page.keyboard.press('Control+Enter');
    await record(page).getByText('待批').first().waitFor();
    await record(page).getByText('11-26 晚班 缺 1 人（已排 0 人，至少 1 人）').waitFor();
    await record(page).getByRole('button', { name: '批准' }).click();
    await dialog(page).getByRole('button', { name: '输入工号和密码' }).click();
    await givePin(page, '3001');
    await dialog(page).getByRole('button', { name: '确定', exact: true }).click();
    await record(page).getByText('已批准').first().waitFor();
    await openRoster(page, '/2026-11-26');
    expect(await planIn(page, '林晓彤', '2026-11-26')).toContain('请假');
  });

  it('of an emergency is entered by a colleague with its clock, and printed', async () => {
    await as('1003');
    const { page } = desk;
    await openRoster(page, '/leaves/new');
    const panel = form(page, '请假');
    await panel.getByLabel('请假人').selectOption({ label: '周立' });
    await panel.getByLabel('类别').selectOption({ label: '病假' });
    await panel.getByLabel(/紧急请假/).check();
    // His early shift began at 08:00; he called at 09:20.
    await panel.getByLabel('报告时间').fill('2026-11-18T09:20');
    await panel.getByLabel('事由').fill('发烧去医院');
    await page.keyboard.press('Control+Enter');
    await record(page).getByText('报告超时 20 分钟').waitFor();
    await record(page).getByRole('button', { name: '打印请假单' }).click();
    const text = plainText(await savePdf(page, files));
    for (const part of ['请假单', '病假（紧急）', '（超时20分钟）', '发烧去医院'])
      expect(text).toContain(part);
  });
});
