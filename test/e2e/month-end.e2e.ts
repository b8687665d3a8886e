/** The month's end by finance (DOMAIN §4): close, late record, reopen with the manager; both sheets on paper and as files. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PIN, demoDesk, dropProfile, signInAs, startDesk, type Desk } from '../helpers/app';
import { plainText } from '../helpers/pdf';
import { goTo, notice, rows, side } from '../helpers/visits';

const FIRST_OF_DECEMBER = '2026-12-01T02:40:00.000Z';
/** A day of November again: the clock was set back, or a desk was long offline. */
const BACK_IN_NOVEMBER = '2026-11-30T04:00:00.000Z';
/** The demo shop's box of balls. */
const BALLS = '6901234500011';

let desk: Desk;
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-month-'));
const args = (clock: string): readonly string[] => [`--clock=${clock}`, `--save-to=${files}`];

beforeAll(async () => {
  desk = await demoDesk('2001', { args: args(FIRST_OF_DECEMBER) });
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

async function openMonth(page: Page, month: string): Promise<void> {
  await goTo(page, `/month-end/${month}`);
  await page.getByRole('heading', { name: '月末结账', exact: true }).waitFor();
  await expect.poll(() => page.getByLabel('月份').inputValue()).toBe(month);
}

/** Signs in as another on the same profile at another time. */
async function startAgain(staffNo: string, clock: string): Promise<void> {
  await desk.close();
  desk = await startDesk({ profile: desk.profile, args: args(clock) });
  await signInAs(desk.page, staffNo);
}

/** The cells of a line of the report. */
const cellsOf = (page: Page, name: string): Promise<readonly string[]> =>
  rows(page).filter({ hasText: name }).first().locator('[role=gridcell]').allTextContents();

async function byPin(page: Page, staffNo: string): Promise<void> {
  await page.getByRole('button', { name: '输入工号和密码' }).click();
  const dialog = page.locator('dialog[open]').last();
  await dialog.locator('input[name=staffNo]').fill(staffNo);
  await dialog.locator('input[type=password]').fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await dialog.locator('input[type=password]').waitFor({ state: 'detached' });
}

let closedLine: readonly string[] = [];

describe('closing November', () => {
  it('is on Today for finance', async () => {
    const { page } = desk;
    await page.getByText('2026-11 还没有结账').waitFor();
    await page
      .getByRole('button', { name: '去结账' })
      .or(page.getByRole('link', { name: '去结账' }))
      .click();
    await page.getByRole('heading', { name: '月末结账', exact: true }).waitFor();
    await rows(page).first().waitFor();
  });

  it('shows behind a line every entry that moved it', async () => {
    const { page } = desk;
    await rows(page).filter({ hasText: '高尔夫球 三层' }).first().click();
    await side(page)
      .getByRole('heading', { name: /高尔夫球 三层/ })
      .waitFor();
    expect(await side(page).locator('.month-moves tbody tr').count()).toBeGreaterThan(3);
    await page.keyboard.press('Escape');
  });

  it('asks for a reason without a stocktake, then freezes the month', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '结账', exact: true }).click();
    await side(page).getByText('本月班次都已交接或封存').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('没有已批准的月末盘点，请写明原因').waitFor();
    await side(page).getByLabel(/^说明/).fill('启用首月，未盘点');
    await page.keyboard.press('Control+Enter');
    await notice(page, '2026-11 已结账').waitFor();
    await page.getByText(/已结账（第 1 次）/).waitFor();
    expect(await page.getByRole('button', { name: '结账', exact: true }).count()).toBe(0);
    closedLine = await cellsOf(page, '高尔夫球 三层');
  });

  it('refuses the month that is not over', async () => {
    const { page } = desk;
    await openMonth(page, '2026-12');
    await page.getByRole('button', { name: '结账', exact: true }).click();
    await side(page)
      .getByText(/本月还没有结束/)
      .waitFor();
    await side(page).getByLabel(/^说明/).fill('太早');
    await page.keyboard.press('Control+Enter');
    await page.getByText('这个月还没有结束，不能结账').waitFor();
    await side(page).getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '放弃' }).click();
  });

  it('prints both sheets', async () => {
    const { page } = desk;
    await openMonth(page, '2026-11');
    // The month before stands until this one is loaded.
    await page.getByText(/^已结账（第 1 次）/).waitFor();
    for (const [tab, title] of [
      ['进销存月报', '商品进销存月报'],
      ['库存盘点表', '月度库存盘点表'],
    ] as const) {
      await page.getByRole('button', { name: tab }).click();
      await rows(page).first().waitFor();
      await page.keyboard.press('Control+p');
      await page.locator('dialog canvas').first().waitFor();
      await page.getByRole('button', { name: '保存为 PDF' }).first().click();
      const pdfs = (): readonly string[] =>
        readdirSync(files).filter((name) => name.startsWith(title) && name.endsWith('.pdf'));
      await expect.poll(() => pdfs().length).toBe(1);
      const text = plainText(path.join(files, pdfs()[0] ?? ''));
      expect(text).toContain(title);
      expect(text).toContain('工号确认王会计');
      expect(text).toContain('启用首月，未盘点');
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
    }
  });

  it('exports both as Excel files', async () => {
    const { page } = desk;
    for (const [tab, title] of [
      ['进销存月报', '商品进销存月报'],
      ['库存盘点表', '月度库存盘点表'],
    ] as const) {
      await page.getByRole('button', { name: tab }).click();
      await page.getByRole('button', { name: '导出' }).click();
      await notice(page, /已导出 \d+ 行/).waitFor();
      const file = `${title} 2026-11.xlsx`;
      await expect.poll(() => readdirSync(files).includes(file)).toBe(true);
      const sheet = await readSheet(path.join(files, file));
      expect(sheet.length).toBeGreaterThan(20);
      expect(sheet[2]).toContain('品名');
    }
  });

  it('is right by the raw entries', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '核对全部月份' }).click();
    await page.getByText(/^相符：/).waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('a record that comes late', () => {
  it('leaves the closed sheet alone and counts in December', async () => {
    await startAgain('1001', BACK_IN_NOVEMBER);
    await goTo(desk.page, '/sales');
    await desk.page.locator('.scan-line input:focus').waitFor();
    await desk.page.keyboard.type(BALLS);
    await desk.page.keyboard.press('Enter');
    await desk.page.locator('.sale-lines tbody tr').first().waitFor();
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('Control+Enter');
    await desk.page
      .getByText(/已收款 ¥120\.00/)
      .first()
      .waitFor();

    await startAgain('2001', FIRST_OF_DECEMBER);
    const { page } = desk;
    await openMonth(page, '2026-11');
    await page.getByText(/已结账（第 1 次）/).waitFor();
    expect(await cellsOf(page, '高尔夫球 三层')).toEqual(closedLine);
    await openMonth(page, '2026-12');
    await page.getByRole('button', { name: '补记 1' }).click();
    await rows(page).filter({ hasText: '2026-11-30' }).waitFor();
    await page.getByRole('button', { name: '进销存月报' }).click();
  });
});

describe('reopening November', () => {
  it('takes the manager', async () => {
    const { page } = desk;
    await openMonth(page, '2026-11');
    await page.getByRole('button', { name: '重开本月' }).click();
    const dialog = page.locator('dialog[open]').first();
    await dialog.getByLabel(/原因/).fill('补入 30 日的销售');
    await byPin(page, '1002');
    await dialog.getByRole('button', { name: '重开本月' }).click();
    await page.getByText('须由总经理用自己的工号和密码确认').waitFor();
    await byPin(page, '4001');
    await dialog.getByRole('button', { name: '重开本月' }).click();
    await notice(page, '2026-11 已重开').waitFor();
    await page.getByText('未结账', { exact: true }).waitFor();
  });

  it('brings the late record home; the second round holds it', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '补记 0' }).waitFor();
    await expect.poll(() => cellsOf(page, '高尔夫球 三层')).not.toEqual(closedLine);
    await page.getByRole('button', { name: '结账', exact: true }).click();
    await side(page)
      .getByText(/第 1 次结账已重开：王会计 .*总经理 陈总，补入 30 日的销售/)
      .waitFor();
    await side(page).getByLabel(/^说明/).fill('第二次结账，未盘点');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/已结账（第 2 次）/).waitFor();
    await openMonth(page, '2026-12');
    await page.getByRole('button', { name: '补记 0' }).waitFor();
    await page.getByRole('button', { name: '核对全部月份' }).click();
    await page.getByText(/^相符：/).waitFor();
  });
});
