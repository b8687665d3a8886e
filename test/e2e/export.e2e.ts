/** Exports of a whole month: large files are packed without the blob workers that the CSP forbids. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoDesk, dropProfile, type Desk } from '../helpers/app';
import { notice, openVisits } from '../helpers/visits';

let desk: Desk;
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));

beforeAll(async () => {
  desk = await demoDesk('1001', { args: ['--clock=2026-11-21T01:42:00Z', `--save-to=${files}`] });
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

it('writes every visit of the month', async () => {
  const { page } = desk;
  await openVisits(page);
  await page.getByLabel('期间').selectOption('thisMonth');
  await page.getByRole('button', { name: '导出' }).click();
  const said = await notice(page, /已导出 \d+ 条/).innerText();
  const count = Number(/\d+/.exec(said)?.[0]);
  expect(count).toBeGreaterThan(400);
  const [file = ''] = readdirSync(files);
  const sheet = await readSheet(path.join(files, file));
  // Two lines above the table and its head.
  expect(sheet.length - 3).toBe(count);
});

it('holds what was chosen, though the button is pressed before it is read', async () => {
  const { page } = desk;
  await openVisits(page);
  await page.getByLabel('期间').selectOption('today');
  await page.getByText(/^\d{1,2} 次来访/).waitFor();
  await page.getByRole('button', { name: '导出' }).evaluate(async (button: HTMLElement) => {
    const period = document.querySelector<HTMLSelectElement>('select[aria-label="期间"]');
    if (!period) throw new Error('no period');
    period.value = 'lastMonth';
    period.dispatchEvent(new Event('change', { bubbles: true }));
    // As between a person's two clicks: the page has asked for the month, which takes longer than this.
    await new Promise((resolve) => setTimeout(resolve));
    button.click();
  });
  await expect.poll(() => readdirSync(files).length, { timeout: 15_000 }).toBe(2);
  const counted = await page.getByText(/^\d+ 次来访/).innerText();
  const file = readdirSync(files).find((name) => name.includes('2026-10')) ?? '';
  const sheet = await readSheet(path.join(files, file));
  expect(sheet.length - 3).toBeGreaterThan(200);
  expect(sheet.length - 3).toBe(Number(/\d+/.exec(counted)?.[0]));
});

it('says so when the file cannot be written, and leaves nothing half-written', async () => {
  const { page } = desk;
  await openVisits(page);
  rmSync(files, { recursive: true });
  await page.getByRole('button', { name: '导出' }).click();
  await notice(page, '文件没有保存').waitFor();
  expect(existsSync(files)).toBe(false);
});
