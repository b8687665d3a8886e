/**
 * A clerk's whole day by keyboard alone, as docs/access.md promises: no step needs a mouse, no dialog and no change
 * of page loses the focus, and every stop of the keyboard can be seen. Signing is done on paper or by PIN: only a
 * drawn signature needs a pen.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PIN, dropProfile, startDesk, type Desk } from '../helpers/app';
import {
  chooseIn,
  here,
  openBySideBar,
  press,
  tabTo,
  typeInto,
  watched,
  watchFocus,
} from '../helpers/keyboard';
import { notice, side, typeOn } from '../helpers/visits';

/** 8:30 in the morning; the demo club's till is open, nobody has counted. */
const CLOCK = '2026-11-21T00:30:00.000Z';
/** A box of balls at ¥120. */
const BALLS = '6901234500011';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await startDesk({ args: [`--clock=${CLOCK}`] });
  ({ page } = desk);
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
});

const key = (...keys: readonly string[]): Promise<void> =>
  keys.reduce((before, one) => before.then(() => page.keyboard.press(one)), Promise.resolve());

/** The region that has the focus, once something has it. */
const region = async (): Promise<string> => (await here(page)).region;

/** A field or button with the focus, once it has it. */
const focused = (selector: string): Promise<void> => page.locator(`${selector}:focus`).waitFor();

/** What stood open is gone, and the focus is on the page again, not lost with it. */
async function backOnPage(): Promise<void> {
  await page.locator('dialog').waitFor({ state: 'detached' });
  await expect.poll(region).toBe('main');
}

/** F2: the form stands and its first field has the focus. */
async function begin(): Promise<void> {
  await key('F2');
  await focused('.panel.record :is(input, select, textarea)');
}

/** Ctrl+Enter; the record of that title stands beside the list, which has the focus. */
async function save(title: string): Promise<void> {
  await key('Control+Enter');
  await side(page).locator('.title', { hasText: title }).waitFor();
  await expect.poll(region).toBe('main');
}

/** Number and PIN of somebody, in the fields that have the focus. */
async function givePin(staffNo: string): Promise<void> {
  await focused('input[name=staffNo]');
  await key('Control+a');
  await typeOn(page, staffNo, DEMO_PIN);
}

describe('a day without a mouse', () => {
  it('begins with signing in', async () => {
    await page.getByRole('button', { name: '用演示数据试用' }).waitFor();
    await press(page, '用演示数据试用');
    await page.locator('input[name=staffNo]:focus').waitFor({ timeout: 60_000 });
    await watchFocus(page);
    await givePin('1001');
    await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
    await expect.poll(region).toBe('main');
  });

  it('counts the shelves', async () => {
    await openBySideBar(page, '清点与盘点');
    await press(page, '开始清点');
    for (const at of [1, 2, 3]) {
      await focused('.count-table input');
      const book = await page.evaluate(
        () => document.activeElement?.closest('.line')?.querySelector('[data-book]')?.textContent ?? '',
      );
      await typeOn(page, String(Math.max(0, Number(book))));
      await page.locator('.count-bar', { hasText: `${at} / ` }).waitFor();
    }
    // From the middle of many lines F6 leads out of them; the rest is let pass by the lead.
    await key('F6', 'F6');
    await press(page, '提交清点');
    await page.getByText(/还有 \d+ 行没有清点/).waitFor();
    await typeInto(page, /原因/, '开门前只来得及清点一部分');
    await press(page, '输入工号和密码');
    await givePin('1002');
    await page.getByText('周立 已确认').waitFor();
    await press(page, '提交清点');
    await notice(page, /已(完成|提交)：/).waitFor();
    await backOnPage();
  });

  it('signs the opening checklist', async () => {
    await openBySideBar(page, '交接班');
    await tabTo(page, '检查表', { key: 'Shift+Tab' });
    await key('Enter');
    await page.getByText('岗前检查表').first().waitFor();
    await begin();
    await press(page, '全部正常');
    await key('Control+Enter');
    await notice(page, '岗前检查表').waitFor();
    await expect.poll(region).toBe('main');
  });

  it('registers a visitor and signs the visitor out', async () => {
    await openBySideBar(page, '来访登记');
    await begin();
    await typeOn(page, '', '王建国', '2', '海湾设备');
    await key('7');
    await save('王建国');
    await key('s');
    await notice(page, '王建国 已离开').waitFor();
    // The notice can be answered: F6 leads to it, and back to where one was.
    await key('F6');
    expect(await here(page)).toMatchObject({ region: 'toasts', name: '撤销' });
    await key('Shift+F6');
    expect(await region()).toBe('main');
  });

  it('takes an enquiry', async () => {
    await openBySideBar(page, '来电受理');
    await begin();
    await typeInto(page, '姓名', '上官清');
    await key('Tab', '2');
    await tabTo(page, /^1咨询/);
    await key('1');
    await typeInto(page, '客户所述', '会员卡丢了怎么补办');
    await typeInto(page, '答复内容', '带身份证件到前台补办');
    await save('上官清');
  });

  it('takes in what was lost and gives it back, signed on paper', async () => {
    await openBySideBar(page, '失物招领');
    await begin();
    await typeInto(page, '物品名称', '黑色雨伞');
    await typeInto(page, '拾获地点', '大堂');
    await save('黑色雨伞');
    await key('c');
    await page.getByRole('form', { name: /^认领/ }).waitFor();
    await tabTo(page, '已与认领人当面点清');
    await key('Space');
    await chooseIn(page, '身份核对方式', '核对身份证件');
    await typeInto(page, /^认领人\*/, '刘志远');
    await typeInto(page, '电话', '13912345678');
    await typeInto(page, '证件后四位', '123X');
    await press(page, '纸质签字');
    await key('Control+Enter');
    await side(page)
      .getByText('刘志远 1 件')
      .or(notice(page, /刘志远/))
      .first()
      .waitFor();
    await expect.poll(region).toBe('main');
  });

  it('sells, takes money and looks at the slip', async () => {
    await openBySideBar(page, '销售');
    await focused('.scan-line input');
    await typeOn(page, BALLS, '');
    await page.keyboard.type('200');
    await key('Control+Enter');
    await page
      .locator('.last-sale')
      .getByText(/找零 ¥80\.00/)
      .waitFor();
    await focused('.scan-line input');
    await key('Control+p');
    await page.locator('dialog .pdf-page canvas').first().waitFor({ timeout: 60_000 });
    expect(await region()).toBe('dialog');
    await key('Escape');
    await backOnPage();
    await focused('.scan-line input');
  });

  it('lends clubs and takes them back', async () => {
    await openBySideBar(page, '押金与代收');
    await begin();
    await key('1', 'Enter');
    await typeOn(page, 'G-901', '司徒静怡', '', '500', '');
    await press(page, '纸质签字');
    await save('球杆 G-901');
    await tabTo(page, /^退还$/);
    await key('Enter');
    await page.getByRole('form', { name: /^退还/ }).waitFor();
    await press(page, '纸质签字');
    await key('Control+Enter');
    await notice(page, '已退还').waitFor();
    await expect.poll(region).toBe('main');
  });

  it('takes a tip', async () => {
    await tabTo(page, '代收小费', { key: 'Shift+Tab' });
    await key('Enter');
    await page.getByRole('button', { name: '代收小费', pressed: true }).waitFor();
    await begin();
    await typeOn(page, '球童 91 田小雨', '100');
    await save('球童 91 田小雨');
  });

  it('takes a complaint', async () => {
    await openBySideBar(page, '投诉受理');
    await begin();
    await typeInto(page, '姓名', '沈青');
    await key('Tab', '1');
    await tabTo(page, /^1当面/);
    await key('1');
    await typeInto(page, '投诉内容', '练习场打位的垫子破了');
    await chooseIn(page, '涉及部门', '球场部');
    await save('沈青');
  });

  it('counts the till and hands it over', async () => {
    await openBySideBar(page, '钱箱与交接');
    await tabTo(page, /^交接$/, { key: 'Shift+Tab' });
    await key('Enter');
    await focused('table.pieces input');
    const cash = await page.locator('.till-sums dd').first().innerText();
    const fen = Math.round(Number(cash.replace(/[^\d.]/g, '')) * 100);
    let left = fen;
    for (const piece of [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10]) {
      await typeOn(page, String(Math.floor(left / piece)));
      left %= piece;
    }
    // Of the other ways to pay, what the slips say.
    const others = await page
      .locator('table.tenders tbody tr')
      .evaluateAll((rows) =>
        rows
          .map((row) => [
            row.querySelector('th')?.textContent ?? '',
            row.querySelector('td')?.textContent ?? '',
          ])
          .filter(([, due = '']) => /[1-9]/.test(due)),
      );
    for (const [tender = '', due = ''] of others)
      await typeInto(page, `${tender} 实收`, due.replace(/[^\d.]/g, ''));
    await press(page, '输入工号和密码');
    await givePin('1003');
    await page.locator('dialog').waitFor({ state: 'detached' });
    // Back where it was asked from.
    expect((await here(page)).name).toContain('输入工号和密码');
    await key('Control+Enter');
    await notice(page, /赵一鸣/).waitFor();
    await expect.poll(region).toBe('main');
  });

  it('hands the shift over', async () => {
    await openBySideBar(page, '交接班');
    await tabTo(page, /^交班$/, { key: 'Shift+Tab' });
    await key('Enter');
    await page.getByRole('form', { name: '交班' }).waitFor();
    await typeInto(page, '交班说明', '空调遥控器在抽屉里');
    await key('Control+Enter');
    await side(page).getByText('空调遥控器在抽屉里').waitFor();
    await expect.poll(region).toBe('main');
  });

  it('is locked, and a colleague acknowledges', async () => {
    await key('Control+l');
    await page.getByRole('heading', { name: '已锁定' }).waitFor();
    expect(await region()).toBe('gate');
    await tabTo(page, /工号/, { key: 'Shift+Tab' });
    await givePin('1003');
    await page.locator('input[name=pin]').waitFor({ state: 'detached' });
    expect(await region()).toBe('main');
    await tabTo(page, '阅收');
    await key('Enter');
    await givePin('1003');
    await notice(page, '赵一鸣 已阅收').waitFor();
    await backOnPage();
  });

  it('finds anything, and Esc leads back', async () => {
    const before = (await here(page)).name;
    await key('/');
    expect(await region()).toBe('header');
    await page.keyboard.type('sq');
    await page.getByRole('option', { name: /沈青/ }).first().waitFor();
    await key('Escape');
    expect((await here(page)).name).toBe(before);
    await key('/');
    await page.keyboard.type('sq');
    await page.getByRole('option', { name: /沈青/ }).first().waitFor();
    await key('Enter');
    await side(page).getByRole('heading', { name: '沈青' }).waitFor();
    await expect.poll(region).toBe('main');
  });

  it('is helped by F1, and left by the own menu', async () => {
    await key('F1');
    await page.getByRole('dialog', { name: '帮助与按键' }).waitFor();
    expect(await region()).toBe('dialog');
    await key('Escape');
    await backOnPage();
    await key('F6', 'F6');
    await tabTo(page, '赵一鸣');
    await key('Enter');
    await focused('[role=menuitem]');
    await tabTo(page, '帮助与按键', { key: 'ArrowDown' });
    await key('Enter');
    await page.getByRole('dialog', { name: '帮助与按键' }).waitFor();
    await key('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect((await here(page)).name).toContain('赵一鸣');
    await key('Enter');
    await tabTo(page, '锁定', { key: 'ArrowDown' });
    await key('Enter');
    await page.getByRole('heading', { name: '已锁定' }).waitFor();
    await focused('input[name=pin]');
  });

  it('showed every stop of the keyboard', async () => {
    const { stops, dim } = await watched(page);
    expect(stops).toBeGreaterThan(200);
    expect([...new Set(dim)]).toEqual([]);
  });
});
