/** The counter: three things are sold for cash, one of them comes back. */
import type { Page } from 'playwright-core';
import { givePin, openTillHere } from '../../helpers/fees';
import { goTo } from '../../helpers/visits';
import { picture, savePrinted } from '../tour';

const BALLS = '6901234500011';

async function sell(page: Page): Promise<void> {
  await openTillHere(page);
  await goTo(page, '/sales');
  await page.locator('.scan-line input:focus').waitFor();
  await page.keyboard.type(`2*${BALLS}`);
  await page.keyboard.press('Enter');
  await page.keyboard.type('kqs');
  await page.locator('.scan-line [role=option]').first().waitFor();
  await picture(page, '销售-拼音选商品');
  await page.keyboard.press('Enter');
  await page.locator('.sale-lines tbody tr').nth(1).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('300');
  await picture(page, '销售-收款找零');
  await page.keyboard.press('Control+Enter');
  await page.locator('.last-sale').waitFor();
  await picture(page, '销售-已收款');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '销售小票');
}

async function giveBack(page: Page): Promise<void> {
  await goTo(page, '/sales/list');
  await page.getByRole('grid').locator('[data-id]').first().waitFor();
  await picture(page, '销售记录');
  await page.getByRole('grid').locator('[data-id]').first().click();
  const side = page.locator('.panel.record');
  await side.locator('.actions').getByRole('button', { name: '退货', exact: true }).click();
  await page.getByLabel('退几件 高尔夫球 三层').fill('1');
  await page.getByLabel('退货原因').fill('买多了');
  await page.getByRole('button', { name: '输入工号和密码' }).click();
  await givePin(page, '1002');
  await picture(page, '退货');
  await page.keyboard.press('Control+Enter');
  const note = side.locator('.refund-note');
  await note.getByRole('button', { name: '打印小票' }).click();
  await savePrinted(page, '退货小票');
  await picture(page, '销售-部分退货');
}

export const saleSteps: readonly (readonly [name: string, step: (page: Page) => Promise<void>])[] = [
  ['sells by scanner and keyboard and prints the receipt', sell],
  ['takes one of them back with the lead', giveBack],
];
