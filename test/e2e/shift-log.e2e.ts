// Issue 7.4: a shift is handed over with what is open, the next reads it by PIN; checklists, a task, a memo, the weekly sheet.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PIN, demoDesk, dropProfile, signInAs, startDesk, type Desk } from '../helpers/app';
import { goTo, notice, rows, side } from '../helpers/visits';

let desk: Desk;
let files: string;
const LATE = '/shift/A:2026-11-21:late';
const dialog = (page: Page): Locator => page.locator('dialog').last();
const todo = (page: Page, text: string): Locator => page.locator('.todo').filter({ hasText: text });

/** Ends the app and starts it again on the same profile at another time, as another person. */
async function later(clock: string, staffNo: string): Promise<void> {
  await desk.close();
  desk = await startDesk({ profile: desk.profile, args: [`--clock=${clock}`, `--save-to=${files}`] });
  await signInAs(desk.page, staffNo);
}

async function open(page: Page, to: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector('dialog') === null);
  await goTo(page, to);
  await page.getByRole('heading', { name: '交接班', exact: true }).waitFor();
}

async function givePin(page: Page, staffNo: string, pin = DEMO_PIN): Promise<void> {
  await dialog(page).locator('input[name=staffNo]').fill(staffNo);
  await dialog(page).locator('input[name=pin]').fill(pin);
  await page.keyboard.press('Enter');
}

beforeAll(async () => {
  files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));
  // 20:00, the late shift; the lead is at the desk.
  desk = await demoDesk('1002', { args: ['--clock=2026-11-21T12:00:00Z', `--save-to=${files}`] });
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

describe('the late shift', () => {
  it('gets a task from the lead, which says what is missing beside its field', async () => {
    const { page } = desk;
    await open(page, '/shift/tasks');
    await page.keyboard.press('F2');
    const form = page.getByRole('form', { name: '交办任务' });
    await form.getByLabel('事项').fill('更换饮料区价签');
    await page.keyboard.press('Control+Enter');
    await form.getByText('请填写').first().waitFor();
    await form.getByLabel('交给').selectOption({ label: '林晓彤' });
    await form.getByLabel('完成期限').fill('2026-11-22T09:00');
    await page.keyboard.press('Control+Enter');
    await side(page).getByRole('heading', { name: '更换饮料区价签' }).waitFor();
    expect(await side(page).locator('.number').innerText()).toMatch(/^JB-A-20261121-\d{4}/);
    await side(page).getByText('待接收').waitFor();
    // It is not the lead's to accept.
    expect(await side(page).getByRole('button', { name: '接收' }).count()).toBe(0);
  });

  it('is handed over by the clerk with its notes and open matters, one of them to a colleague', async () => {
    // 23:40.
    await later('2026-11-21T15:40:00Z', '1001');
    const { page } = desk;
    await todo(page, '交办：更换饮料区价签').getByRole('link').click();
    await side(page).getByRole('button', { name: '接收' }).click();
    await page.keyboard.press('Control+Enter');
    await dialog(page).getByRole('button', { name: '接收' }).click();
    await side(page).getByText('办理中').waitFor();

    await open(page, LATE);
    await page.keyboard.press('F2');
    const form = page.getByRole('form', { name: /记入晚班/ });
    await form.getByLabel('事项').fill('12 号柜客人明早来取雨伞');
    await form.getByLabel('需要处理').check();
    await form.getByLabel('最迟').fill('2026-11-22T09:30');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('12 号柜客人明早来取雨伞').waitFor();

    await side(page).getByRole('button', { name: '交班' }).click();
    const leaving = page.getByRole('form', { name: '交班' });
    await leaving.getByText('更换饮料区价签').waitFor();
    await leaving.getByText('库存与现金状态').waitFor();
    await leaving
      .locator('.shift-matter', { hasText: '更换饮料区价签' })
      .getByRole('combobox')
      .selectOption({ label: '赵一鸣' });
    await leaving.getByLabel('交班说明').fill('空调遥控器在抽屉里');
    await page.keyboard.press('Control+Enter');
    await side(page)
      .getByRole('heading', { name: /交班人 林晓彤/ })
      .waitFor();
    const log = await side(page).innerText();
    for (const text of ['空调遥控器在抽屉里', '更换饮料区价签', '赵一鸣', '还没有人阅收'])
      expect(log).toContain(text);
    // A second time is said to be one.
    await page.getByRole('button', { name: '交班', exact: true }).first().click();
    await page.keyboard.press('Control+Enter');
    await leaving.getByText('您已交过这一班。有遗漏请补记一条').waitFor();
  });

  it('prints its record', async () => {
    const { page } = desk;
    await open(page, LATE);
    await page.getByRole('button', { name: '打印', exact: true }).click();
    await dialog(page).getByRole('button', { name: '保存为 PDF' }).click();
    await expect.poll(() => readdirSync(files).some((name) => name.startsWith('交接班记录'))).toBe(true);
    await page.keyboard.press('Escape');
  });
});

describe('the next morning', () => {
  it('finds the log red on Today until the next clerk has read it and said so by PIN', async () => {
    // 08:20.
    await later('2026-11-22T00:20:00Z', '1003');
    const { page } = desk;
    const line = todo(page, '交接班记录未阅：11-21 晚班');
    await line.waitFor();
    expect(await line.getAttribute('class')).toContain('overdue');
    await line.getByRole('link').click();
    await side(page).getByText('空调遥控器在抽屉里').waitFor();
    await side(page).getByText('2 项未阅').waitFor();

    await side(page).getByRole('button', { name: '阅收' }).click();
    await givePin(page, '1003', '');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('请输入密码').waitFor();
    await givePin(page, '1003', '111222');
    await dialog(page)
      .getByText(/密码不对/)
      .waitFor();
    await givePin(page, '1001');
    await dialog(page).getByText('这是您自己交的班，须由接班人阅收').waitFor();
    await givePin(page, '1003');
    await notice(page, '赵一鸣 已阅收').waitFor();
    await side(page).getByText('2 项未阅').waitFor({ state: 'detached' });
    await side(page)
      .getByText(/赵一鸣 · 11-22 08:2/)
      .waitFor();

    await side(page).getByRole('button', { name: '阅收' }).click();
    await givePin(page, '1003');
    await dialog(page).getByText('您已阅收过这份记录').waitFor();
    await page.keyboard.press('Escape');
    await goTo(page, '/');
    await todo(page, '交接事项：12 号柜客人明早来取雨伞').waitFor();
    await line.waitFor({ state: 'detached' });
  });

  it('adds to a note instead of changing it, and says when it is done', async () => {
    const { page } = desk;
    await open(page, LATE);
    await side(page).getByRole('button', { name: '补充' }).first().click();
    await page.getByRole('form', { name: /^补充/ }).getByLabel('事项').fill('客人姓周');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('客人姓周').waitFor();
    await side(page).getByRole('button', { name: '办完' }).click();
    await dialog(page).getByLabel('办理结果').fill('已取走');
    await page.keyboard.press('Enter');
    await side(page)
      .getByText(/赵一鸣 办完/)
      .waitFor();
    expect(await side(page).innerText()).toContain('12 号柜客人明早来取雨伞');
    // Found by pinyin, in the list.
    await page.getByRole('searchbox').fill('quyusan');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByRole('searchbox').fill('');
  });

  it('has the task, handed over, in the colleague’s hands', async () => {
    const { page } = desk;
    await goTo(page, '/');
    await todo(page, '交办：更换饮料区价签').getByRole('link').click();
    await side(page).getByRole('button', { name: '办完' }).click();
    await dialog(page).getByRole('button', { name: '办完' }).click();
    await dialog(page).getByText('请填写').waitFor();
    await dialog(page).getByLabel('办理结果').fill('已全部更换');
    await dialog(page).getByRole('button', { name: '办完' }).click();
    await side(page).getByText('待确认').first().waitFor();
    expect(await side(page).getByRole('button', { name: '确认完成' }).count()).toBe(0);
  });

  it('keeps a memo from colleagues', async () => {
    const { page } = desk;
    await open(page, '/shift/memos/new');
    await page.getByRole('form', { name: '备忘' }).getByLabel('内容').fill('问孙倩换班');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('问孙倩换班').waitFor();
    await expect.poll(() => rows(page).count()).toBe(1);
  });
});

describe('a checklist', () => {
  it('that nobody signed is red after the set time, then wants words where the desk sees otherwise', async () => {
    // 08:40, ten minutes too late; the till is not open.
    await later('2026-11-22T00:40:00Z', '1003');
    const { page } = desk;
    const line = todo(page, '岗前检查表未签：早班');
    await line.waitFor();
    expect(await line.getAttribute('class')).toContain('overdue');
    await line.getByRole('link').click();
    const form = page.getByRole('form', { name: /^岗前检查表/ });
    await form.getByRole('group', { name: '备用金已清点，钱箱已开' }).getByText('系统显示：否').waitFor();
    await page.keyboard.press('Control+Enter');
    await form.getByText('请选正常或异常').first().waitFor();
    await form.getByRole('button', { name: '全部正常' }).click();
    await page.keyboard.press('Control+Enter');
    await form.getByText('请填写').first().waitFor();
    for (const item of ['备用金已清点，钱箱已开', '早班清点已提交'])
      await form.getByLabel(`说明 ${item}`).fill('正在办理');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('迟签').waitFor();
    expect(await side(page).innerText()).toContain('工号确认 赵一鸣');
    await goTo(page, '/');
    await line.waitFor({ state: 'detached' });
  });
});

describe('the lead', () => {
  it('confirms the task, sees no colleague’s memo, and keeps the weekly sheet', async () => {
    await later('2026-11-22T02:00:00Z', '1002');
    const { page } = desk;
    await todo(page, '待确认完成：更换饮料区价签').getByRole('link').click();
    await side(page).getByRole('button', { name: '退回' }).click();
    await dialog(page).getByLabel('退回原因').fill('冷柜里的还没换');
    await dialog(page).getByRole('button', { name: '退回' }).click();
    await side(page).getByText('办理中').first().waitFor();

    await open(page, '/shift/memos');
    await page.getByText('没有备忘').waitFor();

    await open(page, '/shift/meetings');
    await page.keyboard.press('F2');
    const form = page.getByRole('form', { name: '11-16 至 11-22' });
    const work = form.getByRole('group', { name: '林晓彤' }).getByLabel('本周工作');
    await expect.poll(() => work.inputValue()).toContain('接待来访');
    await form.getByRole('group', { name: '林晓彤' }).getByLabel('需改进').fill('交班记事写明时间');
    await form.getByLabel('会议传达').fill('下周起执行新价目');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('交班记事写明时间').waitFor();
    await side(page).getByRole('button', { name: '参会确认' }).click();
    await givePin(page, '1001');
    await notice(page, '林晓彤 已确认参会').waitFor();
    await side(page)
      .getByText(/^参会确认 · 林晓彤/)
      .waitFor();
  });
});
