/** The shop: the morning count, stock and orders, the till, the month. */
import type { Page } from 'playwright-core';
import { goTo } from '../../helpers/visits';
import { picture, savePrinted } from '../tour';

const grid = (page: Page): ReturnType<Page['locator']> => page.getByRole('grid').locator('[data-id]');

async function open(page: Page, path: string): Promise<void> {
  await goTo(page, path);
  await grid(page).first().waitFor();
}

async function count(page: Page): Promise<void> {
  await goTo(page, '/counts');
  await page.getByRole('button', { name: '空白清点表' }).click();
  await savePrinted(page, '早班清点表');
  await page.getByRole('button', { name: /开始清点/ }).click();
  await page.locator('input[inputmode=numeric]:focus').waitFor();
  for (const quantity of ['6', '6', '2', '2', '4', '5', '8', '8'])
    await page.keyboard.type(`${quantity}\n`, { delay: 40 });
  await page.waitForTimeout(600);
  await picture(page, '早班清点');
}

async function stock(page: Page): Promise<void> {
  await open(page, '/stock');
  await grid(page).first().click();
  await page.locator('.panel.record').waitFor();
  await picture(page, '库存');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '库存表');
  await open(page, '/products');
  await grid(page).nth(1).click();
  await picture(page, '商品资料');
  await goTo(page, '/orders/suggest');
  await page.waitForTimeout(600);
  await picture(page, '补货建议');
}

async function till(page: Page): Promise<void> {
  await open(page, '/tills');
  await picture(page, '钱箱');
  await goTo(page, '/tills/handover');
  await page.locator('.pieces input').first().fill('5');
  await page.locator('.pieces input').nth(1).fill('3');
  await picture(page, '交接');
  await open(page, '/tills/history');
  await grid(page).nth(1).click();
  await page.locator('.panel.record .actions button.primary').click();
  await savePrinted(page, '交接班现金交接单');
}

async function month(page: Page): Promise<void> {
  await open(page, '/month-end');
  await picture(page, '商品进销存月报');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '商品进销存月报');
  await page.getByRole('button', { name: '库存盘点表' }).click();
  await page.keyboard.press('Control+p');
  await savePrinted(page, '月度库存盘点表');
}

async function accounts(page: Page): Promise<void> {
  await open(page, '/accounts/firms');
  await grid(page).first().click();
  await page.getByRole('button', { name: '对账单' }).click();
  await savePrinted(page, '挂账明细及结算单');
  await picture(page, '签单挂账');
}

export const shopSteps: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['counts the shelves in the morning', count],
  ['looks at stock, products and what to order', stock],
  ['counts the till', till],
  ['looks at the month', month],
  ['prints what a firm owes', accounts],
];
