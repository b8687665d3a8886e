// Issue 6, point 6: a call list from closed matters, calls by keyboard, plan, figures with drill-down, a paper and its task.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropProfile, quietDesk, type Desk } from '../helpers/app';
import { printedText } from '../helpers/prints';
import { dialog, openPage, rows, side } from '../helpers/service';
import { notice } from '../helpers/visits';

const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));
const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
let desk: Desk;

const open = (at = ''): Promise<void> => openPage(desk.page, `/follow-up${at}`, '回访');

/** What the page prints, as text. */
async function printed(title: string): Promise<string> {
  const target = path.join(files, `${title}.pdf`);
  const text = await printedText(desk, target);
  if (SHOTS) copyFileSync(target, path.join(SHOTS, `${title}.pdf`));
  return text;
}

beforeAll(async () => {
  desk = await quietDesk('1002', '2026-11-21T01:42:00.000Z');
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

describe('follow-up', () => {
  it('puts ticked customers of closed matters on the list', async () => {
    const { page } = desk;
    await open();
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: '生成名单' }).click();
    await dialog(page).locator('.candidate').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog(page).getByRole('button', { name: '列入名单' }).click();
    await dialog(page).getByText('请至少选一位客户').waitFor();
    for (const at of [0, 1]) await dialog(page).locator('.candidate input').nth(at).check();
    await dialog(page).getByText('已选 2 个').waitFor();
    await dialog(page).getByRole('button', { name: '列入名单' }).click();
    await notice(page, '已列入 2 个回访').waitFor();
  });

  it('records a call by keyboard; a dissatisfied customer says why', async () => {
    const { page } = desk;
    await open();
    await rows(page).first().click();
    await side(page).getByRole('button', { name: '记录回访' }).waitFor();
    await page.locator('[data-register-rows]').focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('想请您对我们的服务做个评价').waitFor();
    const result = dialog(page).getByRole('group', { name: '结果' });
    await result.locator('input').first().focus();
    await page.keyboard.press('1');
    await dialog(page).getByRole('group', { name: '满意度' }).locator('input').first().focus();
    await page.keyboard.press('3');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await dialog(page).locator('[role=alert]').first().waitFor();
    await dialog(page).getByLabel('客户意见').fill('热水忽冷忽热');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await notice(page, '已记录回访结果').waitFor();
    await side(page).getByText('已回访 · 不满意').first().waitFor();
    await side(page).getByText('热水忽冷忽热').waitFor();
  });

  it('starts a work order from what the customer said', async () => {
    const { page } = desk;
    await side(page).getByRole('link', { name: '转工作单' }).click();
    await side(page).getByLabel('姓名').waitFor();
    expect(await side(page).getByLabel('事项').first().inputValue()).toBe('热水忽冷忽热');
    await page.keyboard.press('Escape');
  });

  it('prints the register', async () => {
    await open();
    await rows(desk.page).first().waitFor();
    const text = await printed('售后服务及回访记录表');
    for (const piece of ['售后服务及回访记录表', '热水忽冷忽热', '不满意', '回访人'])
      expect(text).toContain(piece);
  });

  it('keeps the plan and prints it', async () => {
    const { page } = desk;
    await open('/plan');
    const cell = page.getByLabel(/ 12 月$/).first();
    await cell.fill('x');
    await page.getByRole('button', { name: '保存计划' }).click();
    await page.locator('.rates.plan [role=alert]').waitFor();
    await cell.fill('19');
    await page.getByRole('button', { name: '保存计划' }).click();
    await notice(page, '已保存 2026 年回访计划').waitFor();
    const text = await printed('部门年度回访计划书');
    for (const piece of ['部门年度回访计划书', '19', '第4季度', '审批']) expect(text).toContain(piece);
  });

  it('shows the month’s figures with the year as bars, down to the calls', async () => {
    const { page } = desk;
    await open('/figures');
    await page.locator('.rates-page canvas').waitFor();
    const total = page.locator('.rates').first().locator('tfoot button').last();
    const count = Number(await total.innerText());
    await total.click();
    expect(await dialog(page).locator('tbody tr').count()).toBe(count);
    await page.keyboard.press('Escape');
    const text = await printed('月回访统计表');
    for (const piece of ['月回访统计表', '完成率', '满意率', '合计', '投诉审查后的回访'])
      expect(text).toContain(piece);
  });

  it('counts the calls of complaints and leads to them', async () => {
    const { page } = desk;
    await page.locator('.rates').first().locator('tfoot button').first().click();
    const number = dialog(page).getByRole('button', { name: /^TS-/ }).first();
    const no = await number.innerText();
    await number.click();
    await side(page).locator('.number', { hasText: no }).waitFor();
  });

  it('fills a notice with the figures and sets its measure as a task', async () => {
    const { page } = desk;
    await open('/papers');
    await page.keyboard.press('F2');
    await side(page).getByLabel('文书').selectOption({ label: '回访结果执行方案通知' });
    await page.getByRole('button', { name: '填入数字并编辑' }).click();
    await side(page).getByLabel('基本情况').waitFor();
    expect(await side(page).getByLabel('基本情况').inputValue()).toContain('完成率');
    await side(page).getByRole('button', { name: '增加一项措施' }).click();
    await side(page).getByLabel('措施 1').fill('检修更衣室热水');
    await side(page).getByLabel('负责人 1').selectOption({ label: '林晓彤' });
    await side(page).getByLabel('完成期限 1').fill('2026-11-28T18:00');
    await side(page).getByRole('button', { name: '保存' }).click();
    await side(page).getByRole('button', { name: '下达任务' }).click();
    await side(page).getByText('已下达任务').waitFor();
    const text = await printed('回访结果执行方案通知');
    for (const piece of ['回访结果执行方案通知', '检修更衣室热水', '林晓彤', '2026-11-28'])
      expect(text).toContain(piece);
  });
});
