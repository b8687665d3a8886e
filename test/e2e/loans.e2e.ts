// Deposits, things lent and tips as a clerk works with them, in the real app (DOMAIN §4).
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropProfile, quietDesk, signInAs, startDesk, type Desk } from '../helpers/app';
import { dialog, givePin, openTillHere, rows, side } from '../helpers/fees';
import { sign } from '../helpers/lost-property';
import { plainText } from '../helpers/pdf';
import { goTo, notice, typeOn } from '../helpers/visits';

const CLOCK = '2026-11-26T01:42:00Z';
/** An hour later: 10:42 in Shanghai. */
const LATER = '2026-11-26T02:42:00Z';
const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
let desk: Desk;
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));

async function shot(name: string): Promise<void> {
  if (SHOTS) await desk.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}

async function openLoans(at = ''): Promise<void> {
  const { page } = desk;
  await page.waitForFunction(() => document.querySelector('dialog, button[data-submit]:disabled') === null);
  await goTo(page, `/loans${at}`);
  await page.getByRole('heading', { name: '押金与代收', exact: true }).waitFor();
}

/** Saves what the preview shows and returns the paper's text. */
async function savedPaper(name: string): Promise<string> {
  const { page } = desk;
  await dialog(page).getByRole('button', { name: '保存为 PDF' }).click();
  await dialog(page).getByText('已保存。').waitFor();
  const [file = ''] = readdirSync(files).filter((one) => one.endsWith('.pdf'));
  const text = plainText(path.join(files, file));
  if (SHOTS) copyFileSync(path.join(files, file), path.join(SHOTS, `${name}.pdf`));
  rmSync(path.join(files, file));
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  return text;
}

/** F2 and the first fields of a loan by keyboard: kind by its digit, number, name, phone, deposit, rental. */
async function lend(kind: string, ...texts: readonly string[]): Promise<void> {
  const { page } = desk;
  await openLoans();
  await page.keyboard.press('F2');
  await page.locator('form[aria-label="收押金 / 租借"] input:focus').waitFor();
  await page.keyboard.press(kind);
  await page.keyboard.press('Enter');
  await typeOn(page, ...texts);
}

/** The same desk, its clock at another instant. */
async function startAt(clock: string): Promise<void> {
  desk = await startDesk({ profile: desk.profile, args: [`--clock=${clock}`, `--save-to=${files}`] });
  await signInAs(desk.page, '1001');
}

beforeAll(async () => {
  desk = await quietDesk('1001', CLOCK);
  await desk.close();
  await startAt(CLOCK);
  await openTillHere(desk.page);
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

describe('a thing lent', () => {
  it('is refused without a signature; nothing typed is lost', async () => {
    const { page } = desk;
    await lend('1', 'g-901', '司徒静怡', '13812345678', '500', '100');
    await side(page).getByRole('button', { name: '收款 ¥600.00 并保存' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('请先签字，或改用纸质签字').waitFor();
    await shot('loan-refused');
    await goTo(page, '/');
    await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
    await openLoans('/new');
    await side(page).getByText('已恢复未保存的草稿').waitFor();
    expect(await side(page).getByLabel('物品编号').inputValue()).toBe('g-901');
  });

  it('is saved with change, signed on the screen, and listed as out', async () => {
    const { page } = desk;
    const form = side(page);
    await form.getByLabel('实收现金').fill('700');
    await form.locator('.change').getByText('¥100.00').waitFor();
    await sign(page);
    await shot('loan-form');
    await page.keyboard.press('Control+Enter');
    await form.locator('.title', { hasText: '球杆 G-901' }).waitFor();
    expect((await form.locator('.number').innerText()).trim()).toMatch(/^YA-A-20261126-\d{4}$/);
    await page.locator('.row', { hasText: '球杆 G-901' }).waitFor();
    await shot('loan-panel');
  });

  it('prints its slip in two parts with the signature; the second time it is marked', async () => {
    const { page } = desk;
    await side(page).getByRole('button', { name: '打印押金单' }).click();
    await dialog(page).locator('canvas').first().waitFor();
    await shot('loan-slip');
    const first = await savedPaper('loan-slip');
    for (const part of ['押金单', '存根联', '客户联', 'G-901', '伍佰元整', '2026-11-2622:00', '不作发票'])
      expect(first).toContain(part);
    expect(first).not.toContain('补打');
    await side(page).getByRole('button', { name: '打印押金单' }).click();
    expect(await savedPaper('loan-slip-again')).toContain('补打');
  });

  it('cannot be lent again while it is out', async () => {
    const { page } = desk;
    await lend('1', 'Ｇ-901', '刘志远', '', '500', '');
    await sign(page);
    await page.keyboard.press('Control+Enter');
    await side(page)
      .getByText(/这件还在外：YA-A-20261126-\d{4} 司徒静怡/)
      .waitFor();
    await shot('loan-out');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃', exact: true }).click();
  });

  it('comes back with a part kept by a lead and a late fee, however often Enter is pressed', async () => {
    const { page } = desk;
    await openLoans();
    await rows(page).filter({ hasText: 'G-901' }).click();
    await side(page).getByRole('button', { name: '退还', exact: true }).click();
    const form = side(page);
    await page.locator('form input:focus').waitFor();
    await typeOn(page, '120');
    await page.keyboard.type('30');
    await form.getByRole('button', { name: '退还 ¥380.00' }).waitFor();
    await sign(page);
    await page.keyboard.press('Control+Enter');
    await form.getByText('须由客服主管').waitFor();
    await form.getByLabel('扣留原因').fill('球杆弯折');
    await form.getByRole('group', { name: '扣留由客服主管批准' }).getByRole('button').click();
    await givePin(page, '1002');
    await shot('return-form');
    await Promise.all([page.keyboard.press('Control+Enter'), page.keyboard.press('Control+Enter')]);
    await form.getByText('¥120.00：球杆弯折（周立 批准）').waitFor();
    await form.getByText('现金 ¥30.00').waitFor();
    await shot('returned');
    await form.getByRole('button', { name: '打印退还单' }).click();
    const paper = await savedPaper('return-slip');
    for (const part of ['退还单', '叁佰捌拾元整', '¥120.00球杆弯折', '¥30.00现金¥30.00', '周立'])
      expect(paper).toContain(part);
  });

  it('signed on paper waits on Today until it is filed; what is late stands there in red', async () => {
    let { page } = desk;
    await lend('3', '', '张伟', '', '', '');
    await side(page).getByLabel('物品说明').fill('长柄伞');
    await side(page).getByRole('button', { name: '纸质签字' }).click();
    await side(page).getByLabel('应还时间').fill('2026-11-26T10:20');
    await page.keyboard.press('Control+Enter');
    await side(page).locator('.title', { hasText: '雨伞 长柄伞' }).waitFor();
    await side(page).locator('.tag', { hasText: '待签字' }).waitFor();
    await shot('loan-free');
    await goTo(page, '/');
    await page.getByText('将到归还时间：雨伞 长柄伞').waitFor();
    await page.getByText(/待签字：\d+ 张押金单/).waitFor();
    await desk.close();
    await startAt(LATER);
    ({ page } = desk);
    await page.getByText('逾期未还：雨伞 长柄伞').waitFor();
    await shot('today');
    await openLoans();
    await page.getByRole('button', { name: /^待签字 \d/ }).click();
    await rows(page).filter({ hasText: '长柄伞' }).filter({ hasText: '张伟' }).click();
    await side(page).getByRole('button', { name: '补登归档号' }).click();
    await dialog(page).getByLabel('原件归档号').fill('DA-0117');
    await shot('paper');
    await page.keyboard.press('Enter');
    await notice(page, '签字已归档').waitFor();
    await dialog(page).waitFor({ state: 'detached' });
    await side(page).locator('.tag', { hasText: '待签字' }).waitFor({ state: 'detached' });
  });

  it('is found by pinyin, printed as a register and exported', async () => {
    const { page } = desk;
    await openLoans();
    await page.getByRole('button', { name: /^本期全部 \d/ }).click();
    await shot('loan-register');
    await page.getByLabel('客户、编号、物品、电话，可用拼音').fill('situjing');
    await page.waitForFunction(() => document.querySelectorAll('[role=grid] [data-id]').length === 1);
    await page.keyboard.press('Control+p');
    const paper = await savedPaper('loan-register-one');
    for (const part of ['押金租借登记表', 'G-901', '在管押金¥0.00', '租金及逾期费¥130.00'])
      expect(paper).toContain(part);
    await page.getByRole('button', { name: '导出' }).click();
    await notice(page, '已导出 1 条').waitFor();
    const [file = ''] = readdirSync(files).filter((name) => name.endsWith('.xlsx'));
    const last = (await readSheet(path.join(files, file))).at(-1);
    for (const cell of ['司徒静怡', 500, 380, 120, 30]) expect(last).toContain(cell);
    rmSync(path.join(files, file));
    await page.getByLabel('客户、编号、物品、电话，可用拼音').fill('');
    await page.keyboard.press('Control+p');
    await dialog(page).locator('canvas').first().waitFor();
    await savedPaper('loan-register');
  });
});

describe('tips', () => {
  it('are taken by keyboard and paid out in cash, signed', async () => {
    const { page } = desk;
    for (const amount of ['100', '60']) {
      await openLoans('/tips');
      await page.keyboard.press('F2');
      await page.locator('form[aria-label=代收小费] input:focus').waitFor();
      await typeOn(page, '球童 91 田小雨', amount);
      await page.keyboard.press('Alt+3');
      await side(page).getByRole('group', { name: '微信' }).getByRole('checkbox').check();
      await shot('tip-form');
      await page.keyboard.press('Control+Enter');
      await side(page).locator('.title', { hasText: '球童 91 田小雨' }).waitFor();
    }
    await shot('tip-panel');
    await side(page).getByRole('button', { name: '付出' }).click();
    await side(page).getByRole('button', { name: '付现金 ¥160.00' }).waitFor();
    await page.locator('form input:focus').waitFor();
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('请先签字，或改用纸质签字').waitFor();
    await sign(page);
    await shot('tip-pay');
    await page.keyboard.press('Control+Enter');
    await notice(page, '已付 球童 91 田小雨 ¥160.00').waitFor();
    await side(page)
      .getByText(/付出现金 ¥160\.00（XF-A-20261126-\d{4}）/)
      .waitFor();
  });

  it('are listed by receiver with the signature', async () => {
    const { page } = desk;
    await openLoans('/tips');
    await page.getByRole('button', { name: /^本期全部 \d/ }).click();
    await shot('tip-register');
    await page.getByLabel('收款人', { exact: true }).selectOption('球童 91 田小雨');
    await page.waitForFunction(() => document.querySelectorAll('[role=grid] [data-id]').length === 2);
    await page.locator('.table-foot').getByText('2 笔，合计 ¥160.00，未付 ¥0.00').waitFor();
    await page.getByLabel('收款人', { exact: true }).selectOption('');
    await page.keyboard.press('Control+p');
    await dialog(page).locator('canvas').first().waitFor();
    const paper = await savedPaper('tip-register');
    expect(paper).toContain('球童91田小雨：2笔¥160.00，未付¥0.00');
    await goTo(page, '/');
    await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('tianxiaoyu');
    await page
      .getByRole('option', { name: /田小雨.*XF-A-20261126/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });
});
