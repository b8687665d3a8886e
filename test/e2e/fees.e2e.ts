// Fees and numbered stock as a clerk works with them, in the real app (DOMAIN §5).
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoProfile, dropProfile, signInAs, startDesk, type Desk } from '../helpers/app';
import { dialog, givePin, moveNumbered, openFees, openTillHere, rows, side } from '../helpers/fees';
import { plainText } from '../helpers/pdf';
import { goTo, notice } from '../helpers/visits';

/** Number of the agreement that went out with the first fee. */
let agreement = '';
const CLOCK = '2026-11-26T01:42:00Z';
const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
let desk: Desk;
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));

async function shot(name: string): Promise<void> {
  if (SHOTS) await desk.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}

beforeAll(async () => {
  // The demo club as its till was sealed two nights before.
  const profile = await demoProfile('2026-11-24T15:00:00Z');
  desk = await startDesk({ profile, args: [`--clock=${CLOCK}`, `--save-to=${files}`] });
  await signInAs(desk.page, '1001');
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

/** The number of the record that is shown. */
const shownNumber = async (): Promise<string> =>
  (await side(desk.page).locator('.number').innerText()).trim();

/** Saves what the preview shows and returns the paper's text. */
async function savedPaper(): Promise<string> {
  const { page } = desk;
  await dialog(page).getByRole('button', { name: '保存为 PDF' }).click();
  await dialog(page).getByText('已保存。').waitFor();
  const [file = ''] = readdirSync(files).filter((name) => name.endsWith('.pdf'));
  const text = plainText(path.join(files, file));
  rmSync(path.join(files, file));
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  return text;
}

describe('numbered stock', () => {
  it('comes in and goes out by keyboard; a number that is not there is refused beside its field', async () => {
    const { page } = desk;
    for (const [stock, from, to] of [
      [1, 'HY900101', 'HY900120'],
      [2, 'XY-9001', 'XY-9030'],
      [3, '9000101', '9000150'],
    ] as const) {
      await moveNumbered(page, stock, 1, from, to, '财务部领入');
      await page.keyboard.press('Control+Enter');
      await side(page).locator('.title', { hasText: '领入' }).waitFor();
      expect(await shownNumber()).toMatch(/^PZ-A-20261126-\d{4}$/);
    }
    await moveNumbered(page, 1, 1, 'HY900110', 'HY900130', '再领');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('HY900110–HY900120 已经领入过').waitFor();
    await shot('numbered-refused');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃', exact: true }).click();
    await page.getByRole('region', { name: '空白卡' }).getByText('HY900101–HY900120').waitFor();
    await shot('numbered');
  });

  it('is voided only with a lead', async () => {
    const { page } = desk;
    await moveNumbered(page, 1, 4, 'HY900103', '', '印刷不清');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('须由客服主管').waitFor();
    await shot('numbered-void');
    await side(page).getByRole('group', { name: '客服主管确认' }).getByRole('button').click();
    await givePin(page, '1002');
    await page.keyboard.press('Control+Enter');
    await side(page).locator('.title', { hasText: '作废' }).waitFor();
    await side(page).getByText('周立').first().waitFor();
  });
});

describe('a fee', () => {
  it('cannot be taken while the till is closed or the list is not ticked, and nothing typed is lost', async () => {
    const { page } = desk;
    await openFees(page);
    await page.keyboard.press('F2');
    await page.locator('form[aria-label=登记收费] input:focus').waitFor();
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    await page.keyboard.type('司徒静怡');
    await page.keyboard.press('Enter');
    await page.keyboard.type('300');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('收款前请核对：POS 机可用、租用协议、钥匙').waitFor();
    await side(page).getByText('本台钱箱还没有打开').waitFor();
    await shot('fee-refused');
    await openTillHere(page);
    await openFees(page, '/new');
    expect(await side(page).getByLabel('客户').inputValue()).toBe('司徒静怡');
    await side(page).getByText('已恢复未保存的草稿').waitFor();
  });

  it('is taken by keyboard with a new agreement, cash and change', async () => {
    const { page } = desk;
    const form = side(page);
    await form.getByLabel('金额（元）').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    agreement = await form.getByLabel('协议号').inputValue();
    expect(agreement).toMatch(/^XY-03\d\d$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    for (let item = 0; item < 3; item += 1) {
      await page.keyboard.press('Enter');
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('400');
    await form.getByText('¥100.00').waitFor();
    await shot('fee-form');
    await page.keyboard.press('Control+Enter');
    await form.locator('.title', { hasText: '¥300.00' }).waitFor();
    expect(await shownNumber()).toMatch(/^SF-A-20261126-\d{4}$/);
    const facts = await form.innerText();
    for (const fact of ['储物柜', '司徒静怡', `空白协议 ${agreement}`, '现金 ¥300.00'])
      expect(facts).toContain(fact);
    await shot('fee-panel');
  });

  it('prints its receipt in two parts; the second time it is marked', async () => {
    const { page } = desk;
    await side(page).getByRole('button', { name: '打印收据' }).click();
    const first = await savedPaper();
    for (const part of ['收费收据', '存根联', '客户联', '叁佰元整', '本收据不作发票使用'])
      expect(first).toContain(part);
    expect(first).not.toContain('补打');
    await side(page).getByRole('button', { name: '小票收据' }).click();
    await dialog(page).locator('canvas').first().waitFor();
    await shot('receipt-roll');
    const second = await savedPaper();
    expect(second).toContain('补打');
  });

  it('is one fee however often Enter is pressed, and its invoice waits on Today', async () => {
    const { page } = desk;
    await openFees(page, '/new');
    const form = side(page);
    await page.locator('form[aria-label=登记收费] input:focus').waitFor();
    await page.keyboard.press('5');
    await form.getByLabel('客户').fill('海湾公司');
    await form.getByLabel('金额（元）').fill('1,000');
    await page.keyboard.press('Alt+3');
    await form.getByRole('group', { name: '微信' }).getByRole('checkbox').check();
    await form.locator('.chip', { hasText: '待开票' }).click();
    await form.getByLabel('发票抬头').fill('青岛海湾有限公司');
    await shot('fee-form-invoice');
    await Promise.all([
      page.keyboard.press('Control+Enter'),
      page.keyboard.press('Control+Enter'),
      page.keyboard.press('Control+Enter'),
    ]);
    await form.locator('.title', { hasText: '¥1,000.00' }).waitFor();
    expect(await rows(page).filter({ hasText: '海湾公司' }).count()).toBe(1);
    await goTo(page, '/');
    await page.getByText('本月尚未盘点：空白卡、空白协议、收据').waitFor();
    await shot('today');
    // The oldest first; ours is in the list.
    await page.getByText(/待开票：\d+ 笔收费/).waitFor();
    await page.getByRole('link', { name: '去开票' }).click();
    await dialog(page).getByLabel('发票号码').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await rows(page).filter({ hasText: '海湾公司' }).click();
    await side(page).getByText('海湾公司').waitFor();
    await side(page).getByRole('button', { name: '开票' }).click();
    await dialog(page).getByLabel('发票号码').fill('24372000000012345678');
    await shot('invoice');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    await side(page).getByText('24372000000012345678').waitFor();
  });

  it('with an invoice is reversed after the red one, by a lead, and stays in the register', async () => {
    const { page } = desk;
    await side(page).getByRole('button', { name: '冲销' }).click();
    await dialog(page).getByLabel('原因').fill('客户退费');
    await dialog(page).getByLabel('非现金部分已退给客户').check();
    await dialog(page).getByRole('group', { name: '客服主管确认' }).getByRole('button').click();
    await givePin(page, '1002');
    await shot('reverse');
    await dialog(page).getByRole('button', { name: '冲销' }).click();
    await dialog(page).getByText('已开发票，请先登记红冲').waitFor();
    await page.keyboard.press('Escape');
    await side(page).getByRole('button', { name: '开票' }).click();
    await dialog(page).getByLabel('红字发票号码').fill('24372000000099999999');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    await side(page).getByRole('button', { name: '冲销' }).click();
    expect(await dialog(page).getByLabel('原因').inputValue()).toBe('客户退费');
    await dialog(page).getByRole('group', { name: '客服主管确认' }).getByRole('button').click();
    await givePin(page, '1002');
    await dialog(page).getByRole('button', { name: '冲销' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await side(page).getByText('冲销：客户退费').waitFor();
    await shot('reversed');
    await openFees(page);
    await page.locator('.row.void', { hasText: '海湾公司' }).waitFor();
  });
});

describe('the register', () => {
  it('finds by pinyin, prints with totals and exports', async () => {
    const { page } = desk;
    await openFees(page);
    await page.getByLabel('客户、编号、协议号、卡号，可用拼音').fill('situjingy');
    await page.waitForFunction(() => document.querySelectorAll('[role=grid] [data-id]').length === 1);
    await page.locator('.table-foot').getByText('储物柜 ¥300.00').waitFor();
    await shot('register');
    await page.keyboard.press('Control+p');
    const paper = await savedPaper();
    for (const part of ['收费登记表', '司徒静怡', '按项目：储物柜1笔¥300.00', '按方式：现金1笔¥300.00'])
      expect(paper).toContain(part);
    await page.getByRole('button', { name: '导出' }).click();
    await notice(page, '已导出 1 条').waitFor();
    const [file = ''] = readdirSync(files).filter((name) => name.endsWith('.xlsx'));
    const sheet = await readSheet(path.join(files, file));
    expect(sheet.at(-1)).toContain('司徒静怡');
    expect(sheet.at(-1)).toContain(300);
  });

  it('is found in the search box by the agreement’s number', async () => {
    const { page } = desk;
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type(agreement);
    await page.getByRole('option', { name: /司徒静怡.*SF-A-20261126/ }).waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('the count', () => {
  it('shows the difference as it is typed; a lead lets it be posted; the month sheet says all of it', async () => {
    const { page } = desk;
    await openFees(page, '/numbered/count');
    const form = side(page);
    await page.locator('form[aria-label=盘点卡证票据] input:focus').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    // Everything the book has but the last card.
    const there = (await page.getByRole('region', { name: '空白卡' }).locator('.ranges').innerText()).trim();
    expect(there.endsWith('HY900104–HY900120')).toBe(true);
    await page.keyboard.type(there.replace('HY900104–HY900120', 'HY900104–HY900119'));
    await form.getByText('缺：HY900120').waitFor();
    await form.getByLabel('差异原因').fill('遗失一张');
    await form.getByRole('group', { name: '客服主管确认' }).getByRole('button').click();
    await givePin(page, '1002');
    await shot('count');
    await page.keyboard.press('Control+Enter');
    await form.locator('.title', { hasText: '盘点' }).waitFor();
    await page
      .getByRole('region', { name: '空白卡' })
      .getByText('HY900101–HY900102、HY900104–HY900119')
      .waitFor();
    await shot('counted');
    await page.keyboard.press('Control+p');
    const paper = await savedPaper();
    for (const part of ['卡证票据领用月表', '（11-26）', '遗失一张（周立）', '随收费', 'HY900103'])
      expect(paper).toContain(part);
  });
});
