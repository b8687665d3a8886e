/** Deposits and tips: clubs are lent and come back with a part kept, a caddie's tips are paid out. */
import type { Page } from 'playwright-core';
import { givePin, openTillHere, rows, side } from '../../helpers/fees';
import { sign } from '../../helpers/lost-property';
import { goTo, typeOn } from '../../helpers/visits';
import { picture, savePrinted } from '../tour';

async function lend(page: Page): Promise<void> {
  await openTillHere(page);
  await goTo(page, '/loans');
  await page.getByRole('heading', { name: '押金与代收', exact: true }).waitFor();
  await page.keyboard.press('F2');
  await page.locator('form[aria-label="收押金 / 租借"] input:focus').waitFor();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await typeOn(page, 'G-901', '司徒静怡', '13812345678', '500', '100');
  await sign(page);
  await picture(page, '收押金');
  await page.keyboard.press('Control+Enter');
  await side(page).locator('.title', { hasText: '球杆 G-901' }).waitFor();
  await side(page).getByRole('button', { name: '打印押金单' }).click();
  await savePrinted(page, '押金单');
}

async function giveBack(page: Page): Promise<void> {
  const form = side(page);
  await form.getByRole('button', { name: '退还', exact: true }).click();
  await form.getByLabel('扣留（元）').fill('120');
  await form.getByLabel('扣留原因').fill('球杆弯折，按价目赔偿');
  await form.getByRole('group', { name: '扣留由客服主管批准' }).getByRole('button').click();
  await givePin(page, '1002');
  await sign(page);
  await picture(page, '退还押金');
  await page.keyboard.press('Control+Enter');
  await form.getByRole('button', { name: '打印退还单' }).click();
  await savePrinted(page, '退还单');
  await page.getByRole('button', { name: /^本期全部 \d/ }).click();
  await page.keyboard.press('Control+p');
  await savePrinted(page, '押金租借登记表');
  await picture(page, '押金租借');
}

async function tips(page: Page): Promise<void> {
  await goTo(page, '/loans/tips/new');
  await page.locator('form[aria-label=代收小费] input:focus').waitFor();
  await typeOn(page, '球童 91 田小雨', '100');
  await page.keyboard.press('Control+Enter');
  await side(page).locator('.title', { hasText: '球童 91 田小雨' }).waitFor();
  await side(page).getByRole('button', { name: '付出' }).click();
  await side(page).getByRole('button', { name: '付现金 ¥100.00' }).waitFor();
  await sign(page);
  await picture(page, '付出小费');
  await page.keyboard.press('Control+Enter');
  await side(page).getByText('付出现金 ¥100.00').waitFor();
  await page.getByRole('button', { name: /^本期全部 \d/ }).click();
  await rows(page).first().waitFor();
  await picture(page, '代收小费');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '代收小费登记表');
}

export const loanSteps: readonly (readonly [name: string, step: (page: Page) => Promise<void>])[] = [
  ['lends clubs for a deposit and prints the slip', lend],
  ['takes them back, keeping a part with the lead', giveBack],
  ['takes a tip and pays it out', tips],
];
