/** The morning count by keyboard (DOMAIN §4): counted while selling, recounted, approved by a lead, posted; open and blind. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDesk, DEMO_PIN, dropProfile, signInAs, startDesk, type Desk } from '../helpers/app';
import { plainText } from '../helpers/pdf';
import { goTo, notice } from '../helpers/visits';

const SHOTS = process.env.DESKBOOK_PICTURES;
/** Before the early shift counts; the till is open. */
const MORNING = '2026-11-21T00:30:00.000Z';
/** A box of balls, first line of the first shelf. */
const BALLS = '6901234500011';

let desk: Desk;
let saved: string;
/** What is there after the open count, line by line. */
const counted: string[] = [];

beforeAll(async () => {
  saved = fs.mkdtempSync(path.join(os.tmpdir(), 'deskbook-counts-'));
  desk = await demoDesk('1001', { args: [`--clock=${MORNING}`, `--save-to=${saved}`] });
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  fs.rmSync(saved, { recursive: true, force: true });
});

async function shot(name: string): Promise<void> {
  if (SHOTS) await desk.page.screenshot({ path: path.join(SHOTS, `counts-${name}.png`) });
}

const field = (): Locator => desk.page.locator('.count-table input:focus');
const rowOf = (at: number): Locator => desk.page.locator('.count-table .line:not(.head)').nth(at);
const progress = (): Promise<string | null> => desk.page.locator('.count-bar strong').textContent();

/** The book in the line that has the focus. */
const bookHere = (): Promise<number> =>
  field().evaluate((input) => Number(input.closest('.line')?.querySelector('[data-book]')?.textContent));

async function sellBalls(): Promise<void> {
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
}

/** Fills the line that has the focus and goes on, as Enter does. */
async function typeLine(figure: number): Promise<void> {
  await desk.page.keyboard.type(String(figure));
  await desk.page.keyboard.press('Enter');
}

/** Counts everything that is left as the book says; what the book has below nought is not there. */
async function typeTheRest(): Promise<void> {
  for (;;) {
    const [done, total] = ((await progress()) ?? '').split('/').map((part) => parseInt(part, 10));
    if (done === total) return;
    // Enter goes on from a line that was counted before.
    if (await field().evaluate((input) => input.closest('.line')?.classList.contains('done'))) {
      await desk.page.keyboard.press('Enter');
      continue;
    }
    const before = done ?? 0;
    await typeLine(Math.max(0, await bookHere()));
    await expect.poll(async () => parseInt((await progress()) ?? '', 10)).toBeGreaterThan(before);
  }
}

async function pin(staffNo: string): Promise<void> {
  const dialog = desk.page.locator('dialog[open]').last();
  await dialog.getByRole('button', { name: '输入工号和密码' }).click();
  await desk.page.locator('input[name=staffNo]').fill(staffNo);
  await desk.page.locator('input[name=pin]').fill(DEMO_PIN);
  await desk.page.keyboard.press('Enter');
}

/** Recount and reason for every line that differs. */
async function explainAll(reason: string): Promise<void> {
  const { page } = desk;
  for (const place of ['展架', '库房']) {
    await page.getByRole('group', { name: '位置' }).getByRole('button', { name: place }).click();
    const open = page.locator('.line.off:has(.tag.due)');
    while ((await open.count()) > 0) {
      const left = await open.count();
      const row = open.first();
      const figure = await row
        .locator('input, .figure')
        .last()
        .evaluate((element) =>
          element instanceof HTMLInputElement ? element.value : (element.textContent ?? ''),
        );
      await row.getByRole('button', { name: '原因 / 复盘' }).click();
      await page.getByLabel('复盘数').fill(figure);
      await page.getByLabel('差异原因').fill(reason);
      await page.keyboard.press('Enter');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await expect.poll(() => open.count()).toBeLessThan(left);
    }
  }
}

describe('open', () => {
  it('is begun with Enter and stands at the first line', async () => {
    await goTo(desk.page, '/counts');
    await desk.page.getByText('今天还没有清点').waitFor();
    await shot('start');
    await desk.page.keyboard.press('F2');
    await field().waitFor();
    expect(await progress()).toMatch(/^0 \/ \d+ 行$/);
  });

  it('saves each line on Enter, refuses what cannot be there, and reckons with sales in the middle', async () => {
    const { page } = desk;
    const book = await bookHere();
    await page.keyboard.type('-1');
    await page.keyboard.press('Enter');
    await page.getByText('实盘数请填 0 或以上的整数').waitFor();
    await page.keyboard.press('Control+a');
    await typeLine(book);
    await expect.poll(progress).toMatch(/^1 \//);
    await typeLine(await bookHere());
    await expect.poll(progress).toMatch(/^2 \//);
    await sellBalls();
    await page.evaluate(() => {
      const seen: string[] = [];
      (window as unknown as { seen: string[] }).seen = seen;
      new MutationObserver(() => {
        const text = document.querySelector('.count-table .line:not(.head) [data-book]')?.textContent;
        if (text && text !== seen.at(-1)) seen.push(text);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await goTo(page, '/counts');
    await field().waitFor();
    // Counted before the sale: its book stays what it was, and never stands there otherwise, not for a moment.
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([String(book)]);
    expect(await rowOf(0).locator('[data-book]').textContent()).toBe(String(book));
    expect(await rowOf(0).locator('.difference').textContent()).toBe('');
    expect(await progress()).toMatch(/^2 \//);
  });

  it('jumps to the line that is scanned, also into the field, and counts by scanning', async () => {
    const { page } = desk;
    await page.keyboard.type(BALLS);
    await page.keyboard.press('Enter');
    await expect.poll(() => field().inputValue()).toBe(await rowOf(0).locator('input').inputValue());
    await page.getByRole('button', { name: '扫码跳到该行' }).click();
    await rowOf(3).locator('input').focus();
    const code = '6901234500042';
    for (const scans of [1, 2, 3]) {
      await page.keyboard.type(code);
      await page.keyboard.press('Enter');
      await expect.poll(() => rowOf(3).locator('input').inputValue()).toBe(String(scans));
    }
    // Nothing is saved while the scans add up.
    expect(await progress()).toMatch(/^2 \//);
    await page.keyboard.press('Enter');
    await expect.poll(progress).toMatch(/^3 \//);
    expect(await rowOf(3).getByText(/初盘/).count()).toBe(0);
    await page.getByRole('button', { name: '扫码计数 +1' }).click();
    await page.keyboard.press('Escape');
  });

  it('says which lines are not counted', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '提交清点' }).click();
    await page.getByText(/还有 \d+ 行没有清点/).waitFor();
    await shot('uncounted');
    await page.keyboard.press('Escape');
    await rowOf(2).locator('input').focus();
    await shot('counting');
  });

  it('wants a recount and a reason of what differs', async () => {
    const { page } = desk;
    await typeLine(Math.max(0, await bookHere()) + 1);
    await expect.poll(progress).toMatch(/^4 \//);
    await typeTheRest();
    // The last line leads to what ends the count.
    await page.locator('.page-head button:focus', { hasText: '提交清点' }).waitFor();
    await shot('counted');
    await page.getByRole('button', { name: '提交清点' }).click();
    await notice(page, /须先复盘/).waitFor();
    await page.getByRole('group', { name: '位置' }).getByRole('button', { name: '展架' }).click();
    await rowOf(2).getByRole('button', { name: '原因 / 复盘' }).click();
    await shot('explain');
    await page.keyboard.press('Escape');
    await explainAll('找不到');
    await page.getByRole('button', { name: '查看计算过程' }).click();
    await shot('how');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '提交清点' }).click();
    await notice(page, /已提交：QD-A-20261121-/).waitFor();
  });

  it('is approved by a lead, not by who counted, and the books follow', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '批准', exact: true }).click();
    await pin('1003');
    await page.locator('dialog[open]').getByRole('button', { name: '批准', exact: true }).click();
    await page.locator('dialog[open] [role=alert]').first().waitFor();
    await pin('1002');
    await shot('approve');
    await page.locator('dialog[open]').getByRole('button', { name: '批准', exact: true }).click();
    await notice(page, /账面已按实盘调整/).waitFor();
    await page.getByText(/周立 于 .* 批准/).waitFor();
    await shot('approved');
    for (const place of ['展架', '库房']) {
      await page.getByRole('group', { name: '位置' }).getByRole('button', { name: place }).click();
      counted.push(...(await page.locator('.line:not(.head) > [role=cell] > .figure').allTextContents()));
    }
    // Sold after its line was counted: tomorrow one less is there.
    counted[0] = String(Number(counted[0]) - 1);
  });

  it('prints the filled sheet with the check by group', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+p');
    await page.locator('.pdf-page canvas').first().waitFor();
    await page.getByRole('button', { name: '保存为 PDF' }).click();
    await page.getByText('已保存。').waitFor();
    const [file = ''] = fs.readdirSync(saved);
    expect(file).toMatch(/^早班清点表-QD-A-20261121-\d+\.pdf$/);
    const text = plainText(path.join(saved, file));
    expect(text).toContain('数量与金额核对');
    expect(text).toContain('找不到');
    expect(text).toContain('工号确认周立');
    if (SHOTS) fs.copyFileSync(path.join(saved, file), path.join(SHOTS, 'counts-filled.pdf'));
    await page.keyboard.press('Escape');
    await goTo(page, '/counts/history');
    await page.getByRole('grid').locator('[data-id]').first().waitFor();
    await shot('history');
    await page.keyboard.press('F2');
    await page.getByRole('heading', { name: '月底盘点' }).waitFor();
    await field().waitFor();
    expect(await page.getByText(/PD-A-20261121-/).count()).toBe(1);
    await shot('stocktake');
  });
});

describe('blind', () => {
  it('shows no book and nothing it follows from until submitted', async () => {
    const { page } = desk;
    await goTo(page, '/');
    await desk.close();
    const next = ['--clock=2026-11-22T01:30:00.000Z', `--save-to=${saved}`];
    desk = await startDesk({ profile: desk.profile, args: next });
    await signInAs(desk.page, '9001');
    await goTo(desk.page, '/settings/shop');
    await desk.page.getByLabel('清点盲盘：不显示账面数', { exact: false }).check();
    await desk.page.keyboard.press('Control+Enter');
    await notice(desk.page, /设置已保存/).waitFor();
    await goTo(desk.page, '/');
    await desk.page.getByText('早班清点还没有做').waitFor();
    await shot('today');
    await goTo(desk.page, '/counts');
    await desk.page.getByText('按设置盲盘').waitFor();
    await desk.page.keyboard.press('F2');
    await field().waitFor();
    await typeLine(Number(counted[0]) + 2);
    await expect.poll(progress).toMatch(/^1 \//);
    expect(await desk.page.locator('[data-book], .difference, .line.off').count()).toBe(0);
    expect(await desk.page.getByRole('button', { name: /有差异/ }).count()).toBe(0);
    expect(await desk.page.getByText('盲盘：提交后核对').count()).toBe(1);
    await shot('blind');
    await desk.page.keyboard.press('Control+p');
    await desk.page.locator('.pdf-page canvas').first().waitFor();
    await desk.page.getByRole('button', { name: '保存为 PDF' }).click();
    await desk.page.getByText('已保存。').waitFor();
    const file = fs.readdirSync(saved).find((name) => name.includes('20261122')) ?? '';
    if (SHOTS) fs.copyFileSync(path.join(saved, file), path.join(SHOTS, 'counts-blind.pdf'));
    const text = plainText(path.join(saved, file));
    expect(text).toContain('盲盘');
    expect(text).toContain('早班清点表');
    await desk.page.keyboard.press('Escape');
  });

  it('tells what differs once submitted; the counting lead does not approve it', async () => {
    const { page } = desk;
    await sellBalls();
    await goTo(page, '/counts');
    await field().waitFor();
    for (const [at, figure] of counted.entries()) {
      if (at === 0) continue;
      await typeLine(Number(figure));
      await expect.poll(progress).toMatch(new RegExp(`^${at + 1} /`));
    }
    await page.getByRole('button', { name: '提交清点' }).click();
    await notice(page, /已提交：QD-A-20261122-/).waitFor();
    await page.getByText('还有差异没有复盘或没有原因').waitFor();
    await page.getByRole('group', { name: '位置' }).getByRole('button', { name: '展架' }).click();
    // Counted before the sale: two too many, whatever was sold since.
    expect(await page.locator('.line.off').count()).toBe(1);
    expect(await rowOf(0).locator('.difference').textContent()).toBe('+2');
    await shot('revealed');
    await explainAll('多点两盒');
    await page.getByRole('button', { name: '批准', exact: true }).click();
    await pin('1002');
    await page.locator('dialog[open]').getByRole('button', { name: '批准', exact: true }).click();
    await notice(page, /账面已按实盘调整/).waitFor();
    await shot('blind-approved');
  });
});
