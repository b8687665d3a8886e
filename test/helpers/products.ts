/** Products in the real app, driven like a lead and the clerks. */
import type { Page } from 'playwright-core';
import { DEMO_PIN } from './app';
import { goTo } from './visits';

/** Goes to a path below `#/products` and waits for its page. */
export async function openProducts(page: Page, path = '', heading = '商品资料'): Promise<void> {
  await page.waitForFunction(() => document.querySelector('dialog, button[data-submit]:disabled') === null);
  await goTo(page, `/products${path}`);
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
}

/** A colleague takes the desk over through the lock. */
export async function takeOver(page: Page, staffNo: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.locator('input[name=staffNo]').fill(staffNo);
  await page.locator('input[name=pin]').fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await page.locator('input[name=pin]').waitFor({ state: 'detached' });
}

/** Gives a file to the import page. */
export async function chooseFile(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  await openProducts(page, '/import', '导入商品');
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
  await page.locator('input[type=file]').setInputFiles(file);
}
