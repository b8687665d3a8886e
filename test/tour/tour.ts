/** What the steps of the tour share: the running app, its pictures and its printed forms in `out/tour/`. */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { chooseDemo, dropProfile, newProfile, startDesk, type Desk } from '../helpers/app';

export const FOLDER = path.resolve(import.meta.dirname, '../../out/tour');

/** The day of the tour: a Saturday morning, twenty to ten. */
const CLOCK = '2026-11-21T01:42:00.000Z';

let shots = 0;

/** Empties `out/tour/`. */
export function clearFolder(): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
}

/** Starts the app in a throwaway profile; it shows the first run. */
export async function startTour(): Promise<Desk> {
  const desk = await startDesk({ profile: newProfile(), args: [`--clock=${CLOCK}`, `--save-to=${FOLDER}`] });
  desk.page.on('pageerror', (error) => console.error(error));
  return desk;
}

/** The same with the demo club, before anybody has signed in. */
export async function startDemoTour(): Promise<Desk> {
  const desk = await startTour();
  await chooseDemo(desk.page);
  return desk;
}

/** Ends the app and its profile. */
export async function endTour(desk: Desk): Promise<void> {
  await desk.close();
  dropProfile(desk.profile);
}

/** A numbered picture of the window, after the notices of earlier steps have gone unless they are what it shows. */
export async function picture(page: Page, name: string, { notices = false } = {}): Promise<void> {
  shots += 1;
  if (!notices) await page.locator('.toast').first().waitFor({ state: 'detached' });
  // Fonts and charts settle.
  await page.waitForTimeout(250);
  await page.screenshot({ path: path.join(FOLDER, `${String(shots).padStart(2, '0')}-${name}.png`) });
}

/** Saves the form in the open preview as `<title>.pdf`, with a picture of the preview. */
export async function savePrinted(page: Page, title: string): Promise<void> {
  const preview = page.getByRole('dialog', { name: '打印预览' });
  await preview.locator('.pdf-page canvas').first().waitFor({ timeout: 60_000 });
  await picture(page, `打印预览-${title}`);
  await preview.getByRole('button', { name: '保存为 PDF' }).click();
  await preview.getByText('已保存。').waitFor();
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
  const saved = readdirSync(FOLDER).find((name) => name.startsWith(title) && name.endsWith('.pdf'));
  if (!saved) throw new Error(`${title} was not saved`);
  renameSync(path.join(FOLDER, saved), path.join(FOLDER, `${title}.pdf`));
}
