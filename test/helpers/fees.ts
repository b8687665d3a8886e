/** Fees and numbered stock in the real app, driven like a clerk. */
import type { Locator, Page } from 'playwright-core';
import { DEMO_PIN } from './app';
import { goTo } from './visits';

/** The record or form beside the list. */
export const side = (page: Page): Locator => page.locator('.panel.record');
export const rows = (page: Page): Locator => page.getByRole('grid').locator('[data-id]');
export const dialog = (page: Page): Locator => page.locator('dialog').last();

/** Goes to a path below `#/fees` and waits for the page. */
export async function openFees(page: Page, path = ''): Promise<void> {
  // What was just saved still leads somewhere: its dialog or form is gone first.
  await page.waitForFunction(() => document.querySelector('dialog, button[data-submit]:disabled') === null);
  await goTo(page, `/fees${path}`);
  await page.getByRole('heading', { name: '收费', exact: true }).waitFor();
}

/** Opens this desk's till with five hundreds, unless it is open. */
export async function openTillHere(page: Page): Promise<void> {
  await goTo(page, '/tills');
  await page.getByRole('heading', { name: '钱箱与交接', exact: true }).waitFor();
  await page.locator('[role=status][aria-label]').first().waitFor({ state: 'detached' });
  const form = page.getByRole('form', { name: '开钱箱' });
  if ((await form.count()) === 0) return;
  await form.getByLabel('¥100', { exact: true }).fill('5');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
}

/** A second member of staff confirms in the dialog that is open. */
export async function givePin(page: Page, staffNo: string): Promise<void> {
  await dialog(page).locator('input[name=staffNo]').fill(staffNo);
  await dialog(page).locator('input[name=pin]').fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await dialog(page).locator('input[name=pin]').waitFor({ state: 'detached' });
}

/** Records a move of numbered stock by keyboard: digits choose kind and move. */
export async function moveNumbered(
  page: Page,
  stock: 1 | 2 | 3,
  move: 1 | 2 | 3 | 4 | 5,
  from: string,
  to: string,
  reason: string,
): Promise<void> {
  await openFees(page, '/numbered/new');
  await page.locator('form[aria-label=卡证票据登记] input:focus').waitFor();
  await page.keyboard.press(String(stock));
  await page.keyboard.press('Enter');
  await page.keyboard.press(String(move));
  for (const text of [from, to, reason]) {
    await page.keyboard.press('Enter');
    if (text !== '') await page.keyboard.type(text);
  }
}
