/** The visitor log as a clerk uses it, by keyboard where a clerk would. */
import type { Locator, Page } from 'playwright-core';

/** Goes to a page of the app, as a link there would. */
export async function goTo(page: Page, path: string): Promise<void> {
  // What was just saved still leads somewhere: its form is gone first.
  await page.waitForFunction(() => document.querySelector('button[data-submit]:disabled') === null);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
}

/** Opens the visitor log and waits for its list. */
export async function openVisits(page: Page): Promise<void> {
  await goTo(page, '/visits');
  await page.getByRole('heading', { name: '来访登记', exact: true }).waitFor();
}

/** Rows of the list, newest first. */
export const rows = (page: Page): Locator => page.getByRole('grid').locator('[data-id]');

/** The record or form beside the list. */
export const side = (page: Page): Locator => page.locator('.panel.record');

/** Notices at the foot of the window that carry a text. */
export const notice = (page: Page, text: string | RegExp): Locator =>
  page.locator('.toasts').getByText(text).last();

/** Types into the field that has the focus and goes on to the next, as Enter does. */
export async function typeOn(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

/** F2, and the form has the focus in its first field. */
export async function beginVisit(page: Page): Promise<Locator> {
  await page.keyboard.press('F2');
  await page.locator('form[aria-label=登记来访] input:focus').waitFor();
  return side(page);
}

/** A visitor with a name and the first purpose, by keyboard; waits until it stands in the list. */
export async function registerQuickly(page: Page, name: string, phone = ''): Promise<void> {
  await beginVisit(page);
  await typeOn(page, phone, name, '', '');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await side(page).getByRole('heading', { name, exact: true }).waitFor();
}
