// Business figures in the real app (DOMAIN §7): the demo month, its records behind each figure, paper and Excel.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoDesk, dropProfile, type Desk } from '../helpers/app';
import { dialog } from '../helpers/fees';
import { plainText } from '../helpers/pdf';
import { goTo, notice } from '../helpers/visits';

const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));
let desk: Desk;

beforeAll(async () => {
  desk = await demoDesk('1002', { args: ['--clock=2026-11-21T09:42:00Z', `--save-to=${files}`] });
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

async function shot(name: string): Promise<void> {
  if (SHOTS) await desk.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}

/** Fen of `¥1,234.50`. */
const fen = (text: string): number => Math.round(Number(text.replace(/[¥,\s]/gu, '')) * 100);

async function openTable(name: string): Promise<Locator> {
  await desk.page.getByRole('group', { name: '经营统计' }).getByRole('button', { name, exact: true }).click();
  const region = desk.page.getByRole('region', { name, exact: true });
  await region.getByRole('table').waitFor();
  return region;
}

const totalOf = async (region: Locator, column: number): Promise<number> =>
  fen(await region.locator('tfoot td').nth(column).innerText());

it('shows one turnover by day, by clerk and in the overview, with the month before beside it', async () => {
  const { page } = desk;
  await goTo(page, '/figures');
  const overview = await openTable('概览');
  await page.locator('canvas').first().waitFor();
  const turnover = fen(await overview.locator('tbody tr').first().locator('td').nth(1).innerText());
  expect(turnover).toBeGreaterThan(1_000_000);
  expect(fen(await overview.locator('tbody tr').first().locator('td').nth(2).innerText())).toBeGreaterThan(0);
  await shot('figures-overview');
  expect(await totalOf(await openTable('每日营业额'), 1)).toBe(turnover);
  await shot('figures-days');
  expect(await totalOf(await openTable('员工'), 7)).toBe(turnover);
  await shot('figures-clerks');
  const tenders = await openTable('收款方式');
  await shot('figures-tenders');
  expect(await totalOf(tenders, 1)).toBeGreaterThan(0);
});

it('finds behind a product the sales that make its figure, and leads to one', async () => {
  const { page } = desk;
  const products = await openTable('商品');
  const first = products.locator('tbody tr').first();
  const revenue = fen(await first.locator('td').nth(3).innerText());
  await shot('figures-products');
  await first.click();
  await dialog(page).getByRole('table').waitFor();
  expect(fen(await dialog(page).locator('tfoot td').last().innerText())).toBe(revenue);
  await shot('figures-drill');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  const fees = await openTable('收费项目');
  await shot('figures-fees');
  await fees.locator('tbody tr').first().press('Enter');
  const link = dialog(page)
    .getByRole('button', { name: /^SF-A-/ })
    .first();
  const no = await link.innerText();
  await link.click();
  await page.locator('.panel.record').getByText(no).waitFor();
  await goTo(page, '/figures');
  await openTable('钱箱差异');
  await shot('figures-shifts');
  await openTable('清点差异');
  await shot('figures-counts');
});

it('prints the month and exports a table', async () => {
  const { page } = desk;
  const products = await openTable('商品');
  const revenue = await totalOf(products, 3);
  const count = await products.locator('tbody tr').count();
  await page.keyboard.press('Control+p');
  await dialog(page).locator('canvas').first().waitFor();
  await shot('figures-print');
  await dialog(page).getByRole('button', { name: '保存为 PDF' }).click();
  await dialog(page).getByText('已保存。').waitFor();
  await page.keyboard.press('Escape');
  const [pdf = ''] = readdirSync(files).filter((name) => name.endsWith('.pdf'));
  const text = plainText(path.join(files, pdf));
  for (const part of ['经营统计表', '2026-11', '近12个月营业额', '收款方式', '代收及往来', '钱箱差异'])
    expect(text).toContain(part);
  await page.getByRole('button', { name: '导出' }).click();
  await notice(page, `已导出 ${count} 条`).waitFor();
  const [xlsx = ''] = readdirSync(files).filter((name) => name.endsWith('.xlsx'));
  const sheet = await readSheet(path.join(files, xlsx));
  expect(Math.round(Number(sheet.at(-1)?.[3]) * 100)).toBe(revenue);
});

it('says so for a month without records', async () => {
  const { page } = desk;
  await page.getByLabel('月份').fill('2020-01');
  await page.getByText('这个月没有营业记录').waitFor();
});
