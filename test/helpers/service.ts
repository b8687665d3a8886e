/** Matters of the service side in the real app: who works, dialogs, the record beside the list. */
import type { Locator, Page } from 'playwright-core';
import { DEMO_PIN } from './app';

/** The record or form beside the list. */
export const side = (page: Page): Locator => page.locator('.panel.record');
export const rows = (page: Page): Locator => page.locator('[data-register-rows] [data-id]');
export const dialog = (page: Page): Locator => page.locator('dialog').last();

/** Goes to a page and waits for its title. */
export async function openPage(page: Page, path: string, title: string): Promise<void> {
  // What was just saved still leads somewhere: its dialog or form is gone first.
  await page.waitForFunction(() => document.querySelector('dialog, button[data-submit]:disabled') === null);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await page.getByRole('heading', { name: title, exact: true }).first().waitFor();
}

/** A colleague takes the desk over from the lock. */
export async function takeOver(page: Page, staffNo: string, name: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector('dialog, button[data-submit]:disabled') === null);
  await page.keyboard.press('Control+l');
  await page.locator('input[name=staffNo]').fill(staffNo);
  await page.locator('input[name=pin]').fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await page.locator('input[name=pin]').waitFor({ state: 'detached' });
  await page.locator('header').getByText(name).first().waitFor();
}

/** Presses a button of the record and fills the dialog it opens: labels to texts; then its primary button. */
export async function act(
  page: Page,
  button: Locator,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  await button.click();
  await dialog(page).waitFor();
  for (const [label, text] of Object.entries(fields)) await dialog(page).getByLabel(label).fill(text);
  await dialog(page).locator('button[type=submit]').click();
  await dialog(page).waitFor({ state: 'detached' });
}
