// Work orders as the desk and a department's handler use them, in the real app (DOMAIN §3.5).
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropProfile, quietDesk, signInAs, startDesk, type Desk } from '../helpers/app';
import { givePin } from '../helpers/lost-property';
import { plainText } from '../helpers/pdf';
import { act, dialog, openPage, rows, side, takeOver } from '../helpers/service';
import { notice, openVisits, registerQuickly } from '../helpers/visits';

const CLOCK = '2026-11-26T01:42:00Z'; // 09:42 in Shanghai
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));
const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
let desk: Desk;

const button = (name: string | RegExp) =>
  side(desk.page).getByRole('button', { name, exact: typeof name === 'string' });
const partButton = (department: string, name: string) =>
  side(desk.page)
    .locator('.order-parts > li', { hasText: department })
    .getByRole('button', { name, exact: true });
const partIs = (department: string, state: string): Promise<void> =>
  side(desk.page)
    .locator('.order-parts > li', { hasText: department })
    .locator('.tag', { hasText: state })
    .first()
    .waitFor();
const stageIs = (stage: string): Promise<void> =>
  side(desk.page).locator('.title .tag', { hasText: stage }).waitFor();

beforeAll(async () => {
  desk = await quietDesk('1001', CLOCK);
  await desk.close();
  desk = await startDesk({ profile: desk.profile, args: [`--clock=${CLOCK}`, `--save-to=${files}`] });
  await signInAs(desk.page, '1001');
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

describe('dispatching', () => {
  it('says beside each field what is missing; what was typed comes back', async () => {
    const { page } = desk;
    await openPage(page, '/work-orders', '工作单');
    await page.keyboard.press('F2');
    await page.locator('form[aria-label=新工作单] input:focus').waitFor();
    await page.keyboard.type('13812340001');
    await page.keyboard.press('Enter');
    await page.keyboard.type('司徒静怡');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('没有保存，请看红字提示。').waitFor();
    expect(await side(page).getByText('请填写', { exact: true }).count()).toBe(3);
    await openPage(page, '/', '今日');
    await openPage(page, '/work-orders/new', '新工作单');
    await side(page).getByText('已恢复未保存的草稿').waitFor();
    expect(await side(page).getByLabel('姓名').inputValue()).toBe('司徒静怡');
  });

  it('gives a number, two departments their parts, and both clocks', async () => {
    const { page } = desk;
    const form = side(page);
    await form.getByLabel('事项', { exact: false }).first().fill('练习场 3 号打位灯不亮，教学区也暗');
    await form.getByRole('button', { name: '增加一个部门' }).click();
    await form.getByLabel('承办部门', { exact: false }).nth(0).selectOption({ label: '工程部' });
    await form.getByLabel('承办部门', { exact: false }).nth(1).selectOption({ label: '教练部' });
    await form.getByLabel('承办内容', { exact: false }).nth(1).fill('通知学员改到 5 号打位');
    await page.keyboard.press('Control+Enter');
    await stageIs('待接单');
    expect(await side(page).locator('.number').innerText()).toMatch(/GD-A-20261126-0001/);
    await side(page).getByText('11-27 09:42', { exact: false }).first().waitFor();
    await side(page).getByText('11-26 10:12 前接单').first().waitFor();
  });
});

describe('the departments', () => {
  it('tell the desk by telephone; the desk names who said so', async () => {
    const { page } = desk;
    await partButton('工程部', '接单').click();
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).getByText('请填写', { exact: true }).waitFor();
    await dialog(page).getByLabel('电话告知人').fill('吴工');
    await dialog(page).getByLabel('承办人').fill('吴工');
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).waitFor({ state: 'detached' });
    await partIs('工程部', '已接单');
    await side(page).getByText('电话告知：吴工').waitFor();
  });

  it('see only their own orders when they sign in, and move only their own part', async () => {
    const { page } = desk;
    await takeOver(page, '5001', '高教练');
    await openPage(page, '/work-orders', '工作单');
    await rows(page).first().waitFor();
    for (const text of await rows(page).allInnerTexts()) expect(text).toContain('教练部');
    await rows(page).filter({ hasText: '练习场 3 号打位' }).click();
    expect(await partButton('工程部', '完成').count()).toBe(0);
    expect(await button('更正').count()).toBe(0);
    await act(page, partButton('教练部', '拒绝承办'), { 原因: '学员由前台通知' });
    await partIs('教练部', '拒绝承办');
  });

  it('that refused are replaced by the desk, with a reason', async () => {
    const { page } = desk;
    await takeOver(page, '1001', '林晓彤');
    await openPage(page, '/', '今日');
    await page.getByText('教练部退回工作单：练习场 3 号打位').waitFor();
    await page
      .locator('.todo', { hasText: '教练部退回工作单：练习场 3 号打位' })
      .getByRole('link', { name: '改派' })
      .click();
    await dialog(page).getByLabel('承办部门').selectOption({ label: '教练部' });
    await dialog(page).getByLabel('原因').fill('前台人手不足，请教练部协助');
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).waitFor({ state: 'detached' });
    await partIs('教练部', '待接单');
    await takeOver(page, '5001', '高教练');
    await openPage(page, '/', '今日');
    await page.locator('.todo', { hasText: '教练部还没接单' }).first().waitFor();
    await openPage(page, '/work-orders', '工作单');
    await rows(page).filter({ hasText: '练习场 3 号打位' }).click();
    await act(page, partButton('教练部', '接单'));
    await act(page, partButton('教练部', '完成'), { 处理结果: '已逐个通知学员' });
    await partIs('教练部', '已完成');
  });

  it('get more time only from a lead', async () => {
    const { page } = desk;
    await takeOver(page, '1001', '林晓彤');
    await openPage(page, '/work-orders', '工作单');
    await rows(page).filter({ hasText: '练习场 3 号打位' }).click();
    await act(page, partButton('工程部', '申请延期'), {
      电话告知人: '吴工',
      延至: '2026-11-28T18:00',
      原因: '等灯管',
    });
    await button(/^审批延期/)
      .first()
      .click();
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).getByText('须由客服主管输入工号和密码确认').waitFor();
    await dialog(page).getByRole('button', { name: '输入工号和密码' }).click();
    await givePin(page, '1002');
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).waitFor({ state: 'detached' });
    await side(page).getByText('延期至 11-28 18:00 · 已同意').waitFor();
    await act(page, partButton('工程部', '完成'), { 电话告知人: '吴工', 处理结果: '已换灯管' });
    await stageIs('待客户确认');
  });
});

describe('the end', () => {
  it('is the first-asked person’s: a colleague is told why not', async () => {
    const { page } = desk;
    await takeOver(page, '1003', '赵一鸣');
    await openPage(page, '/work-orders', '工作单');
    await rows(page).filter({ hasText: '练习场 3 号打位' }).click();
    await side(page).getByText('由首问责任人 林晓彤 向客户确认').waitFor();
    expect(await button('客户确认').count()).toBe(0);
  });

  it('not satisfied: the department works again; satisfied: closed', async () => {
    const { page } = desk;
    await takeOver(page, '1001', '林晓彤');
    await openPage(page, '/work-orders', '工作单');
    await rows(page).filter({ hasText: '练习场 3 号打位' }).click();
    await button('客户确认').click();
    await dialog(page).getByText('13812340001').waitFor();
    await dialog(page).getByText('不满意').click();
    await dialog(page).getByLabel('教练部').uncheck();
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).getByText('请填写', { exact: true }).waitFor();
    await dialog(page).getByLabel('说明').fill('灯还在闪');
    await dialog(page).locator('button[type=submit]').click();
    await notice(page, '已退回部门重新处理').waitFor();
    await partIs('工程部', '处理中');
    await partIs('教练部', '已完成');
    await act(page, partButton('工程部', '完成'), { 电话告知人: '吴工', 处理结果: '已换镇流器' });
    await button('客户确认').click();
    await dialog(page)
      .locator('.chip', { hasText: /^\d满意$/ })
      .click();
    await dialog(page).locator('button[type=submit]').click();
    await stageIs('已办结');
    await side(page).getByText('客户满意 · 电话').waitFor();
  });

  it('prints the order with everything that happened, and the register; exports it', async () => {
    const { page } = desk;
    await button('打印工作单').click();
    await dialog(page).locator('canvas').first().waitFor();
    await dialog(page).getByRole('button', { name: '保存为 PDF' }).click();
    await dialog(page).getByText('已保存。').waitFor();
    const [file = ''] = readdirSync(files).filter((one) => one.endsWith('.pdf'));
    const text = plainText(path.join(files, file));
    if (SHOTS) copyFileSync(path.join(files, file), path.join(SHOTS, 'work-order.pdf'));
    for (const piece of [
      '工作单',
      'GD-A-20261126-0001',
      '工程部',
      '已换镇流器',
      '电话告知：吴工',
      '138****0001',
      '延期至',
      '满意',
    ])
      expect(text).toContain(piece);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '导出' }).click();
    await notice(page, '已导出').waitFor();
    const [sheet = ''] = readdirSync(files).filter((one) => one.endsWith('.xlsx'));
    const table = await readSheet(path.join(files, sheet));
    expect(table.flat().join(' ')).toContain('待客户确认');
  });
});

describe('a visitor’s matter', () => {
  it('handed to a department becomes an order with one click, which stops the transfer’s clock when accepted', async () => {
    const { page } = desk;
    await openVisits(page);
    await registerQuickly(page, '欧阳文渊', '13812340002');
    await button('更正').click();
    const form = side(page);
    await form.locator('.chip', { hasText: '转交部门' }).click();
    await form.getByLabel('转交部门').last().selectOption({ label: '教练部' });
    await form.getByLabel('更正原因').fill('转教练部答复');
    await form.getByLabel('事由说明').fill('询问少年班');
    await page.keyboard.press('Control+Enter');
    const waiting = side(page).getByText(/教练部应于 \d\d:\d\d 前答复/);
    const due = /\d\d:\d\d/.exec(await waiting.innerText())?.[0] ?? 'none';
    await side(page).getByRole('link', { name: '转为工作单' }).click();
    await page.getByRole('heading', { name: /派单（来自 LF-A-/ }).waitFor();
    expect(await side(page).getByLabel('姓名').inputValue()).toBe('欧阳文渊');
    await page.keyboard.press('Control+Enter');
    await stageIs('待接单');
    await side(page).getByText(`11-26 ${due} 前接单`).waitFor();
    await act(page, partButton('教练部', '接单'), { 电话告知人: '高教练' });
    await side(page)
      .getByRole('link', { name: /来访 LF-A-/ })
      .click();
    await side(page).getByText('已接单，见工作单 GD-A-20261126-0002').waitFor();
    await side(page)
      .getByRole('link', { name: /工作单 GD-A-20261126-0002/ })
      .waitFor();
  });
});
