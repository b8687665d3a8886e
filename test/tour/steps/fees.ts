/** Fees and figures: a locker is paid for, its receipt in two parts, numbered stock, and what the lead sees of the month. */
import type { Page } from 'playwright-core';
import { dialog, givePin, moveNumbered, openFees, openTillHere, side } from '../../helpers/fees';
import { goTo } from '../../helpers/visits';
import { DEMO_PIN } from '../../helpers/app';
import { picture, savePrinted } from '../tour';

async function takeFee(page: Page): Promise<void> {
  await openTillHere(page);
  await openFees(page);
  await page.getByRole('grid').locator('[data-id]').first().waitFor();
  await picture(page, '收费');
  await page.keyboard.press('F2');
  const form = page.getByRole('form', { name: '登记收费' });
  await page.locator('form[aria-label=登记收费] input:focus').waitFor();
  await page.keyboard.press('3');
  await form.getByLabel('客户').fill('刘志远');
  await form.getByLabel('金额（元）').fill('300');
  await form.getByLabel('用新协议').check();
  for (const item of ['POS 机可用', '租用协议', '钥匙']) await form.getByLabel(item).check();
  await form.locator('[data-part=given]').fill('400');
  await picture(page, '登记收费');
  await page.keyboard.press('Control+Enter');
  await side(page).locator('.title', { hasText: '¥300.00' }).waitFor();
  await picture(page, '收费记录');
  await side(page).getByRole('button', { name: '打印收据' }).click();
  await savePrinted(page, '收费收据');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '收费登记表');
}

async function reverse(page: Page): Promise<void> {
  await side(page).getByRole('button', { name: '冲销' }).click();
  await dialog(page).getByLabel('原因').fill('柜号选错，重新办理');
  await dialog(page).getByLabel('随本笔发出的卡证票据已收回，未用').check();
  await dialog(page).getByRole('group', { name: '客服主管确认' }).getByRole('button').click();
  await givePin(page, '1002');
  await picture(page, '冲销收费');
  await dialog(page).getByRole('button', { name: '冲销' }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

async function numberedStock(page: Page): Promise<void> {
  await moveNumbered(page, 1, 1, 'HY000201', 'HY000300', '财务部领入');
  await picture(page, '卡证票据领入');
  await page.keyboard.press('Control+Enter');
  await side(page).locator('.title', { hasText: '领入' }).waitFor();
  await page.keyboard.press('Control+p');
  await savePrinted(page, '卡证票据领用月表');
}

/** Locks the desk and signs in as somebody else. */
async function become(page: Page, staffNo: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.locator('input[name=staffNo]').fill(staffNo);
  await page.locator('input[name=pin]').fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await page.locator('input[name=pin]').waitFor({ state: 'detached' });
}

async function figures(page: Page): Promise<void> {
  await become(page, '1002');
  await goTo(page, '/figures');
  await page.getByRole('region', { name: '概览' }).getByRole('table').waitFor();
  await page.getByRole('button', { name: '打印' }).and(page.locator(':enabled')).waitFor();
  await picture(page, '经营统计');
  await page.locator('main').getByRole('button', { name: '商品', exact: true }).click();
  await picture(page, '经营统计-商品');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '经营统计表');
  await become(page, '1001');
}

export const feeSteps: readonly (readonly [name: string, step: (page: Page) => Promise<void>])[] = [
  ['takes a fee and prints its receipt', takeFee],
  ['takes it back with the lead', reverse],
  ['receives numbered cards and prints the month', numberedStock],
  ['shows the lead the figures of the month', figures],
];
