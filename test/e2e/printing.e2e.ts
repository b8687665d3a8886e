/**
 * 打印 through a real CUPS: the sheets of a month's end in order with the totals of the screen, stopped and gone on with;
 * a printer that is paused, out of paper or has other paper is named, and what did not come out is printed again.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDesk, dropProfile, unlockAs, type Desk } from '../helpers/app';
import { startCups, type Cups } from '../helpers/cups';
import { pagesOfText, plainText } from '../helpers/pdf';
import { goTo, notice } from '../helpers/visits';

/** The last evening of the demo month; it is not closed. */
const CLOCK = '2026-11-30T13:00:00.000Z';
const SHEETS = [
  '收费登记表',
  '卡证票据领用月表',
  '押金租借登记表',
  '代收小费登记表',
  '月度库存盘点表',
  '商品进销存月报',
  '经营统计表',
  '现金月报',
];
const pictures = process.env.DESKBOOK_PICTURES;

/** Amounts in a text, in order. */
const amounts = (text: string): readonly string[] => text.match(/-?[\d,]+\.\d{2}/g) ?? [];

describe('printing the month (issue 8, point 6)', () => {
  let cups: Cups;
  let desk: Desk;
  beforeAll(async () => {
    cups = await startCups(['Front_Desk', 'Office']);
    cups.addPrinter('Roll', ['X80MMY297MM']);
    process.env.CUPS_SERVER = cups.server;
    desk = await demoDesk('2001', { args: [`--clock=${CLOCK}`] });
  });
  afterAll(async () => {
    await desk.close();
    dropProfile(desk.profile);
    delete process.env.CUPS_SERVER;
    await cups.stop();
  });

  const picture = async (name: string): Promise<void> => {
    if (pictures) await desk.page.screenshot({ path: path.join(pictures, `printing-${name}.png`) });
  };
  const row = (title: string): Locator =>
    desk.page.locator('.printing-table tbody tr').filter({ hasText: title });
  const button = (name: string | RegExp): Locator =>
    desk.page.getByRole('button', { name, exact: typeof name === 'string' });
  const box = (title: string): Locator => desk.page.getByRole('checkbox', { name: title, exact: true });
  const tickOnly = async (...titles: readonly string[]): Promise<void> => {
    await button('全不选').click();
    for (const title of titles) await box(title).check();
  };

  it('lists finance’s sheets in order, each with what is still to be done', async () => {
    const { page } = desk;
    await goTo(page, '/month-end/2026-11');
    await button('打印本月全套').click();
    await page.getByRole('heading', { name: '打印', exact: true }).waitFor();
    await row('现金月报').waitFor();
    await expect.poll(() => page.getByText('正在查看…').count(), { timeout: 120_000 }).toBe(0);
    expect(await page.locator('.printing-table tbody td:nth-child(2)').allTextContents()).toEqual(SHEETS);
    expect(await row('商品进销存月报').textContent()).toContain('本月未结账，打印出来是草表');
    expect(await row('月度库存盘点表').textContent()).toContain('本月没有经批准的盘点');
    expect(await row('现金月报').textContent()).toMatch(/还有 \d+ 天没有与财务核对/);
    await page.getByText('2026-11 还没有过完').waitFor();
    expect(await box('商品进销存月报').isChecked()).toBe(false);
    expect(await box('收费登记表').isChecked()).toBe(true);
    await picture('month');
  });

  it('prints them one after the other, each numbered by itself, with the totals of the screen', async () => {
    const { page } = desk;
    const wanted = ['收费登记表', '押金租借登记表', '代收小费登记表', '商品进销存月报', '现金月报'];
    await tickOnly(...wanted);
    await button('打印选中的 5 张表').click();
    await page.getByText('5 张表都打印好了。').waitFor({ timeout: 120_000 });
    await picture('done');
    const files = (await cups.arrived(5)).map(({ file }) => file);
    expect(files.map((file) => wanted.find((title) => plainText(file).includes(title)))).toEqual(wanted);
    for (const file of files) {
      const pages = pagesOfText(file);
      pages.forEach((text, at) =>
        expect(text.replace(/\s/g, '')).toContain(`第${at + 1}页共${pages.length}页`),
      );
    }
    const archive = path.join(desk.profile, 'archive', '2026-11-30');
    for (const title of wanted)
      expect(fs.readdirSync(archive).filter((name) => name.startsWith(`${title}-`))).toHaveLength(1);

    const [fees = '', loans = '', tips = '', report = ''] = files.map((file) => plainText(file));
    const totalLine = (file: string): readonly string[] =>
      amounts(
        pagesOfText(file)
          .join('\n')
          .split('\n')
          .filter((line) => /^\s*合计/.test(line))
          .at(-1) ?? '',
      );
    const foot = async (): Promise<readonly string[]> => {
      const text = (await page.locator('.table-foot').textContent()) ?? '';
      expect(amounts(text).length, text).toBeGreaterThan(0);
      return amounts(text);
    };

    await goTo(page, '/fees');
    await page.locator('[data-register-rows] [data-id]').first().waitFor();
    for (const amount of await foot()) expect(fees).toContain(amount);
    await goTo(page, '/loans');
    await page
      .getByRole('group', { name: '状态' })
      .getByRole('button', { name: /^本期全部/ })
      .click();
    for (const amount of await foot()) expect(loans).toContain(amount);
    await goTo(page, '/loans/tips');
    await page
      .getByRole('group', { name: '状态' })
      .getByRole('button', { name: /^本期全部/ })
      .click();
    for (const amount of await foot()) expect(tips).toContain(amount);

    await goTo(page, '/month-end/2026-11');
    await page.locator('[data-register-rows] [data-id]').first().waitFor();
    await page.locator('[data-register-rows]').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    const total = page.locator('[data-register-rows] [data-id=total]');
    await total.waitFor();
    const shown = await total.locator('[role=gridcell]').allTextContents();
    expect(shown.flatMap(amounts).length).toBeGreaterThan(4);
    expect(totalLine(files[3] ?? '')).toEqual(shown.flatMap(amounts));
    expect(report).toContain('未结账（草表）');

    await goTo(page, '/deposits/month');
    await page.locator('.cash-month tfoot').waitFor();
    const sums = (texts: readonly string[]): readonly string[] => texts.filter((text) => text !== '0.00');
    const feet = await page.locator('.cash-month tfoot td').allTextContents();
    expect(sums(feet.flatMap(amounts)).length).toBeGreaterThan(5);
    expect(sums(totalLine(files[4] ?? ''))).toEqual(sums(feet.flatMap(amounts)));
  });

  it('stops after the sheet at hand and goes on with the others', async () => {
    const { page } = desk;
    await goTo(page, '/printing/month/2026-11');
    await tickOnly('收费登记表', '押金租借登记表', '代收小费登记表');
    // The first does not leave the printer before somebody has stopped the pile.
    cups.holdUp('Front_Desk', 'media-low-report');
    await button('打印选中的 3 张表').click();
    await row('收费登记表').getByText('正在打印').waitFor({ timeout: 120_000 });
    await button('停止').click();
    await button('打完这一张就停').waitFor();
    cups.mend('Front_Desk');
    await page.getByText('打印好 1 张，没有成功 0 张，还没有打印 2 张。').waitFor({ timeout: 60_000 });
    await button('继续打印其余 2 张').click();
    await page.getByText('3 张表都打印好了。').waitFor({ timeout: 60_000 });
    await cups.arrived(8);
  });

  it('names a paused printer and prints again only what did not succeed', async () => {
    const { page } = desk;
    cups.pause('Office');
    await tickOnly('收费登记表', '押金租借登记表');
    await page.getByLabel('打印机', { exact: true }).selectOption('Office');
    await button('打印选中的 2 张表').click();
    await row('收费登记表').getByText('打印机「Office」已暂停打印。').waitFor();
    await page.getByText('打印好 0 张，没有成功 1 张，还没有打印 1 张。').waitFor();
    await picture('paused');
    cups.resume('Office');
    await button('重新打印没有成功的 1 张').click();
    await page.getByText('打印好 1 张，没有成功 0 张，还没有打印 1 张。').waitFor({ timeout: 60_000 });
    const last = (await cups.arrived(9)).at(-1)?.file ?? '';
    expect(plainText(last)).toContain('收费登记表');
  });

  it('says that a printer is out of paper, and that the sheet came out once there was some', async () => {
    const { page } = desk;
    cups.holdUp('Office', 'media-empty-error');
    await tickOnly('现金月报');
    await button('打印选中的 1 张表').click();
    await row('现金月报').getByText('打印机「Office」缺纸。请装纸：A4 纸。').waitFor({ timeout: 60_000 });
    await notice(page, '《现金月报》还没有打出来。').waitFor();
    await button(/^没有打出的/).click();
    await row('现金月报').getByText('排队中').waitFor();
    await picture('troubles');
    cups.mend('Office');
    await page.getByText('没有未打出的单据。').waitFor({ timeout: 120_000 });
    await cups.arrived(10);
    await button(/^月末全套/).click();
    await row('现金月报').getByText('已打印').waitFor();
  });

  it('sends no A4 form to a roll: the form stays in the list and is printed elsewhere', async () => {
    const { page } = desk;
    await goTo(page, '/settings/printing');
    await button('打印测试页').click();
    await page.locator('.pdf-page canvas').first().waitFor({ timeout: 120_000 });
    await page.getByLabel('打印机', { exact: true }).selectOption('Roll');
    await button('打印').click();
    await page.getByRole('alert').getByText('打印机「Roll」没有这种纸：A4 纸。').waitFor();
    await picture('roll');
    await page.keyboard.press('Escape');
    // The next person on this PC sees that it waits and cannot print it.
    await page.keyboard.press('Control+l');
    await unlockAs(page, '1001');
    await goTo(page, '/printing/troubles');
    await row('打印测试页').getByText('请打印人、同岗位的同事或主管处理').waitFor();
    expect(await row('打印测试页').getByRole('button').count()).toBe(0);
    await picture('not-yours');
    await page.keyboard.press('Control+l');
    await unlockAs(page, '2001');
    await goTo(page, '/printing/troubles');
    await page.getByLabel('重新打印到').selectOption('Front_Desk');
    await row('打印测试页').getByRole('button', { name: '重新打印' }).click();
    await page.getByText('没有未打出的单据。').waitFor();
    expect(plainText((await cups.arrived(11)).at(-1)?.file ?? '')).toContain('打印测试页');
  });
});
