/** Goods and orders as a clerk works with them by scanner and keyboard, in the real app (DOMAIN §4). */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDesk, dropProfile, type Desk } from '../helpers/app';
import { dialog, givePin, side } from '../helpers/lost-property';
import { plainText } from '../helpers/pdf';
import { notice } from '../helpers/visits';
import { openShop, scan, shownStock } from '../helpers/stock';

const CLOCK = '2026-11-21T01:42:00Z';
const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));
let desk: Desk;

async function shot(name: string): Promise<void> {
  if (SHOTS) await desk.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}

beforeAll(async () => {
  desk = await demoDesk('1001', { args: [`--clock=${CLOCK}`, `--save-to=${files}`] });
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

const shownNumber = async (): Promise<string> =>
  (await side(desk.page).locator('.number').innerText()).trim();

/** Presses the print button of the record, saves what the preview shows and returns the paper's text. */
async function paper(button: string): Promise<string> {
  const { page } = desk;
  await side(page).getByRole('button', { name: button }).click();
  await dialog(page).getByRole('button', { name: '保存为 PDF' }).click();
  await dialog(page).getByText('已保存。').waitFor();
  await shot(`print-${button}`);
  const [file = ''] = readdirSync(files).filter((name) => name.endsWith('.pdf'));
  const text = plainText(path.join(files, file));
  rmSync(path.join(files, file));
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  return text;
}

/** Takes the selected entry back; the lead confirms by PIN. */
async function reverse(): Promise<void> {
  const { page } = desk;
  await side(page).getByRole('button', { name: '冲销', exact: true }).click();
  await dialog(page).getByLabel('冲销原因').fill('录错数量');
  await page.keyboard.press('Enter');
  await dialog(page).getByText('须由客服主管').first().waitFor();
  await dialog(page).getByRole('button', { name: '输入工号和密码' }).click();
  await givePin(page, '1002');
  await shot('reverse-dialog');
  await dialog(page).getByRole('button', { name: '冲销', exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await side(page).getByText('已冲销：录错数量').waitFor();
}

describe('stock', () => {
  let receipt = '';

  it('receives by scanner: a code, a quantity, the next code; wrong quantities are named', async () => {
    const { page } = desk;
    const [display = 0, store = 0] = await shownStock(page, 'SP0001');
    await page.locator('.filters .words').fill('');
    await shot('stock-list');
    await page.keyboard.press('F2');
    const form = page.getByRole('form', { name: '入库' });
    await form.waitFor();
    await form.getByLabel('供应商').selectOption({ index: 1 });
    await scan(page, 'SP0001');
    await page.keyboard.type('-2');
    await page.keyboard.press('Enter');
    await scan(page, 'SP0002');
    await page.keyboard.type('1.5');
    await page.keyboard.press('Control+Enter');
    await form.getByText('数量不能是负数').waitFor();
    await form.getByText('数量须为整数').waitFor();
    await shot('receive-refused');
    const quantity = form.locator('[data-part=quantity]');
    await quantity.nth(0).fill('10');
    await quantity.nth(1).fill('3');
    // Scanned again while the quantity has the focus: a scan, not a quantity.
    await quantity.nth(1).focus();
    await page.keyboard.type('SP0001');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-line="0"] [data-part=quantity]')?.value === '11',
    );
    expect(await quantity.nth(1).inputValue()).toBe('3');
    await shot('receive-form');
    await page.keyboard.press('Control+Enter');
    await side(page).getByRole('heading', { name: '进货', exact: true }).waitFor();
    receipt = await shownNumber();
    expect(receipt).toMatch(/^RK-A-20261121-\d{4}$/);
    await shot('entry-panel');
    const text = await paper('打印入库单');
    for (const part of ['入库单', receipt, 'SP0001', '合计（大写）', '经办', '主管'])
      expect(text.replace(/\s/g, '')).toContain(part.replace(/\s/g, ''));
    expect((await shownStock(page, 'SP0001')).slice(0, 2)).toEqual([display, store + 11]);
  });

  it('moves goods to the display and shows both lines in the product’s history', async () => {
    const { page } = desk;
    const [display = 0, store = 0, total = 0] = await shownStock(page, 'SP0001');
    await openShop(page, '/stock/transfer', '调拨');
    await scan(page, 'SP0001');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await shot('transfer-form');
    await page.keyboard.press('Control+Enter');
    await side(page).getByRole('heading', { name: '调拨', exact: true }).waitFor();
    expect(await shownStock(page, 'SP0001')).toEqual([display + 2, store - 2, total]);
    await page.locator('[data-register-rows] [data-id]').first().click();
    await side(page).getByText('收发记录').waitFor();
    await side(page).locator('.history tbody tr').nth(2).waitFor();
    await shot('product-history');
    const lines = await side(page).locator('.history tbody tr').allInnerTexts();
    expect(lines[0]).toContain(String(total));
    expect(lines.join('\n')).toContain('+2');
    await side(page)
      .getByRole('button', { name: new RegExp(receipt) })
      .click();
    await side(page).getByRole('heading', { name: '进货', exact: true }).waitFor();
    expect(await shownNumber()).toBe(receipt);
  });

  it('takes a receipt back with the lead’s PIN, and the stock is as before', async () => {
    const { page } = desk;
    const [, , total = 0] = await shownStock(page, 'SP0001');
    await openShop(page, '/stock/moves', '库存');
    await page.locator('[data-register-rows] [data-id]').filter({ hasText: receipt }).click();
    await reverse();
    await shot('moves-register');
    await page.getByRole('button', { name: '导出' }).click();
    await notice(page, '已导出').waitFor();
    const [file = ''] = readdirSync(files).filter((name) => name.endsWith('.xlsx'));
    const sheet = (await readSheet(path.join(files, file))).map((row) => row.join(' '));
    expect(file).toContain('出入库明细');
    expect(sheet.filter((row) => row.includes('SP0001') && row.includes('2026-11-21'))).not.toEqual([]);
    expect((await shownStock(page, 'SP0001'))[2]).toBe(total - 11);
  });

  it('asks another lead for what is scrapped', async () => {
    const { page } = desk;
    await openShop(page, '/stock/out', '出库');
    const form = page.getByRole('form', { name: '出库' });
    await form.locator('.chip', { hasText: '报损' }).click();
    await scan(page, 'SP0003');
    await page.keyboard.press('Control+Enter');
    await form.getByText('请填写').first().waitFor();
    await form.getByLabel('原因说明').fill('包装破损');
    await form.getByRole('group', { name: '客服主管确认' }).getByRole('button').click();
    await givePin(page, '1002');
    await shot('out-form');
    await page.keyboard.press('Control+Enter');
    await side(page).getByRole('heading', { name: '报损', exact: true }).waitFor();
    expect(await paper('打印出库单')).toContain('包装破损');
  });

  it('proves that the stock shown is the sum of the ledger', async () => {
    const { page } = desk;
    await openShop(page, '/stock', '库存');
    await page.getByRole('button', { name: '核对台账' }).click();
    await dialog(page).getByText('相符').waitFor();
    await shot('verify');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  });
});

describe('orders', () => {
  it('go to the supplier with a lead’s approval and come in two parts', async () => {
    const { page } = desk;
    await openShop(page, '/orders/suggest', '订货');
    await page.locator('.suggestion, .state').first().waitFor();
    await shot('suggestions');
    await openShop(page, '/orders/new', '采购订货单');
    const form = page.getByRole('form', { name: '采购订货单' });
    await form.getByLabel('供应商').selectOption({ index: 1 });
    await scan(page, 'SP0001');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await scan(page, 'SP0002');
    await page.keyboard.type('6');
    await shot('order-form');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('待审批').first().waitFor();
    const no = await shownNumber();
    expect(no).toMatch(/^CG-A-20261121-\d{4}$/);
    await side(page).getByRole('button', { name: '审批', exact: true }).click();
    await dialog(page).getByRole('button', { name: '输入工号和密码' }).click();
    await givePin(page, '1002');
    await dialog(page).getByRole('button', { name: '审批', exact: true }).click();
    await side(page).getByRole('button', { name: '已发给供应商' }).click();
    const text = await paper('打印订货单');
    for (const part of ['采购订货单', no, '合计（大写）', '工号确认周立'])
      expect(text.replace(/\s/g, '')).toContain(part.replace(/\s/g, ''));
    const order = page.url().split('#')[1] ?? '';

    await side(page).getByRole('button', { name: '到货入库' }).click();
    const delivery = page.getByRole('form', { name: /到货/ });
    await delivery.waitFor();
    await delivery.locator('[data-part=quantity]').nth(0).fill('20');
    await page.keyboard.press('Control+Enter');
    await delivery.getByText('只剩 12 未到').waitFor();
    await delivery.locator('[data-part=quantity]').nth(0).fill('5');
    await delivery.getByRole('button', { name: '去掉这一行' }).nth(1).click();
    await shot('delivery-form');
    await page.keyboard.press('Control+Enter');
    await side(page).getByRole('heading', { name: '进货', exact: true }).waitFor();
    await openShop(page, order, '订货');
    await side(page).getByText('部分到货').first().waitFor();
    await shot('order-partly');

    await side(page).getByRole('button', { name: '到货入库' }).click();
    await delivery.waitFor();
    expect(
      await delivery
        .locator('[data-part=quantity]')
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
    ).toEqual(['7', '6']);
    await page.keyboard.press('Control+Enter');
    await side(page).getByRole('heading', { name: '进货', exact: true }).waitFor();
    await openShop(page, order, '订货');
    await side(page).getByText('已到齐').first().waitFor();
    await shot('order-received');
  });

  it('are taken from customers, also for what the shop does not keep', async () => {
    const { page } = desk;
    await openShop(page, '/orders/customer', '订货');
    await page.locator('[data-register-rows] [data-id]').first().waitFor();
    await shot('customer-orders');
    await page.keyboard.press('F2');
    const form = page.getByRole('form', { name: '客户订货' });
    await form.waitFor();
    await page.keyboard.type('刘志远');
    await page.keyboard.press('Enter');
    await page.keyboard.type('13812346620');
    await page.locator('.product-field input').focus();
    await page.keyboard.type('左手推杆 34 寸');
    await page.locator('.product-field li', { hasText: '按“左手推杆 34 寸”登记' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-part=quantity]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('880');
    await shot('customer-form');
    await page.keyboard.press('Control+Enter');
    await side(page).getByRole('heading', { name: '刘志远' }).waitFor();
    expect(await shownNumber()).toMatch(/^DH-A-20261121-\d{4}$/);
    await shot('customer-order');
    expect(await paper('打印')).toContain('左手推杆');
    await side(page).getByRole('button', { name: '货到了' }).click();
    await side(page).getByRole('button', { name: '客户已取' }).click();
    await side(page).getByText('已取货').first().waitFor();
  });

  it('stand on Today with the displays that can be filled', async () => {
    const { page } = desk;
    await openShop(page, '/', '今日');
    await page
      .locator('main')
      .getByText(/客户订货|展架缺货|要补货/)
      .first()
      .waitFor();
    await shot('today');
    await openShop(page, '/stock', '库存');
    await page.getByRole('button', { name: /^补架/ }).click();
    await page
      .getByText(/展架少于最少数|展架不缺货/)
      .first()
      .waitFor();
    await shot('restock');
  });
});
