/** Stock and orders in the real app, driven like a clerk. */
import type { Page } from 'playwright-core';

/** Goes to a path and waits until it stands. */
export async function openShop(page: Page, path: string, text: string): Promise<void> {
  // What was just saved still leads somewhere: its dialog or form is gone first.
  await page.waitForFunction(() => document.querySelector('dialog, button[data-submit]:disabled') === null);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await page.getByRole('heading', { name: text, exact: true }).first().waitFor();
}

/** A scanner: the code at once, then Enter; the quantity has the focus afterwards. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.locator('.product-field input').focus();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.locator('[data-part=quantity]:focus').waitFor();
}

/** On hand of a product as the list shows it: display, store, total. */
export async function shownStock(page: Page, sku: string): Promise<readonly number[]> {
  await openShop(page, '/stock', '库存');
  await page.locator('.filters .words').fill(sku);
  const row = page.locator('[data-register-rows] [data-id]').filter({ hasText: sku });
  await row.waitFor();
  const cells = await row.locator('.right').allInnerTexts();
  return cells.slice(0, 3).map(Number);
}
