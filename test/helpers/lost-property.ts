/** Lost property in the real app, driven like a clerk. */
import type { Locator, Page } from 'playwright-core';
import { DEMO_PIN } from './app';

/** The record or form beside the list. */
export const side = (page: Page): Locator => page.locator('.register > .record, .register .handover-side');
export const rows = (page: Page): Locator => page.locator('[data-register-rows] [data-id]');
export const dialog = (page: Page): Locator => page.locator('dialog').last();

/** Goes to a path below `#/lost-property` and waits for the page. */
export async function openLost(page: Page, path = ''): Promise<void> {
  // What was just saved still leads somewhere: its dialog or form is gone first.
  await page.waitForFunction(() => document.querySelector('dialog, button[data-submit]:disabled') === null);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/lost-property${path}`);
  await page.getByRole('heading', { name: '失物招领', exact: true }).waitFor();
}

/** A second member of staff confirms in the dialog that is open. */
export async function givePin(page: Page, staffNo: string): Promise<void> {
  await dialog(page).locator('input[name=staffNo]').fill(staffNo);
  await dialog(page).locator('input[name=pin]').fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await dialog(page).locator('input[name=pin]').waitFor({ state: 'detached' });
}

/** Signs in the pad with the mouse. */
export async function sign(page: Page): Promise<void> {
  const pad = page.locator('.signature-pad canvas').last();
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no signature pad');
  const at = (x: number, y: number): readonly [number, number] => [
    box.x + box.width * x,
    box.y + box.height * y,
  ];
  await page.mouse.move(...at(0.15, 0.5));
  await page.mouse.down();
  for (let step = 0; step <= 30; step += 1)
    await page.mouse.move(...at(0.15 + step * 0.02, 0.5 + 0.3 * Math.sin(step)));
  await page.mouse.up();
  await page.getByRole('button', { name: '重签' }).waitFor();
}

/** Registers something ordinary: a name, a place, Ctrl+Enter. Returns its number. */
export async function takeIn(page: Page, name: string, place: string): Promise<string> {
  await openLost(page, '/new');
  const form = page.getByRole('form', { name: '登记拾获物' });
  await form.getByLabel('物品名称').fill(name);
  await form.getByLabel('拾获地点').fill(place);
  await page.keyboard.press('Control+Enter');
  return savedNumber(page, name);
}

/** Number of the record that is shown once it was saved. */
export async function savedNumber(page: Page, title: string): Promise<string> {
  await page.locator('section.record .title', { hasText: title }).first().waitFor();
  return (await page.locator('section.record .number').innerText()).trim();
}
