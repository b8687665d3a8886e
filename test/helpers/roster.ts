/** Roster, swaps and attendance in the real app, driven like a clerk. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Goes to a path below `#/roster` and waits for the page. */
export async function openRoster(page: Page, below = ''): Promise<void> {
  // What was just saved still leads somewhere: its dialog or form is gone first.
  await page.waitForFunction(() => document.querySelector('dialog, button[data-submit]:disabled') === null);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/roster${below}`);
  await page.getByRole('heading', { name: '值班考勤', exact: true }).waitFor();
}

export const grid = (page: Page): Locator => page.getByRole('grid');

/** A cell of the grid by what stands before and on its day, e.g. `林晓彤`, `2026-12-07`. */
export const cell = (page: Page, row: string, day: string): Locator =>
  page.locator(`td[role=gridcell][aria-label^="${row}，${day}，"]`);

/** What a cell says is planned. */
export async function planIn(page: Page, row: string, day: string): Promise<string> {
  const label = (await cell(page, row, day).getAttribute('aria-label')) ?? '';
  return label.split('，').slice(2).join('，');
}

/** Saves the form in the preview and returns the file's path. */
export async function savePdf(page: Page, folder: string): Promise<string> {
  const before = new Set(readdirSync(folder));
  await page.getByRole('button', { name: '保存为 PDF' }).first().click();
  const fresh = (): string | undefined =>
    readdirSync(folder).find((name) => name.endsWith('.pdf') && !before.has(name));
  for (let tries = 0; tries < 100 && fresh() === undefined; tries += 1) await page.waitForTimeout(100);
  await page.keyboard.press('Escape');
  return path.join(folder, fresh() ?? '');
}
