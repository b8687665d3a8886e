/** Locking by hand and by itself, taking over, and what stays: the page, the draft, and whose it was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDesk, type Desk, dropProfile, unlockAs } from '../helpers/app';

let desk: Desk;

beforeAll(async () => {
  desk = await demoDesk('1001', { args: ['--clock=2026-11-21T01:42:00.000Z'] });
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
});

const unlock = (staffNo: string): Promise<void> => unlockAs(desk.page, staffNo);
const isLocked = (): Promise<boolean> => desk.page.getByRole('heading', { name: '已锁定' }).isVisible();

describe('the lock', () => {
  it('hides the page, ignores its keys, and gives focus and text back', async () => {
    const { page } = desk;
    await page.goto('app://deskbook/#/visits');
    await page.getByRole('heading', { name: '来访登记' }).waitFor();
    await page.keyboard.press('F2');
    const name = page.getByRole('textbox', { name: '姓名' });
    await name.fill('王建国');
    await page.keyboard.press('Control+l');
    await page.getByText('林晓彤 已锁定本台').waitFor();
    expect(await page.getByText('王建国').count()).toBe(0);
    expect(await name.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('pin');
    await page.keyboard.press('F1');
    await unlock('1001');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await name.inputValue()).toBe('王建国');
    expect(await name.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('lets a colleague go on, who sees whose typing it was and whose name the record gets', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+l');
    await unlock('1002');
    await page.getByText(/林晓彤 填写到一半的内容.*由您保存即记为您登记/).waitFor();
    await page.locator('label.chip', { hasText: '咨询' }).click();
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/已保存|LF-A-20261121-0001/)
      .first()
      .waitFor();
    await page.getByRole('gridcell', { name: '王建国' }).click();
    await page.locator('.log').getByText('周立').waitFor();
  });

  it('stands over an open dialog, which is there again afterwards', async () => {
    const { page } = desk;
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: '帮助与按键' }).waitFor();
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: '已锁定' }).waitFor();
    await unlock('1002');
    await page.getByRole('dialog', { name: '帮助与按键' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('stays locked over a reload', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: '已锁定' }).waitFor();
    await page.reload();
    await page.locator('input[name=staffNo]').waitFor();
    expect(await page.getByRole('heading', { name: '今日', exact: true }).count()).toBe(0);
    await unlock('1001');
  });

  it('comes by itself after the set minutes without a person’s input; made-up events do not count', async () => {
    const { page } = desk;
    await page.clock.install();
    await page.keyboard.press('Control+l');
    await unlock('1001');
    await page.clock.fastForward('04:00');
    expect(await isLocked()).toBe(false);
    // A real key: the shell saw it.
    await page.evaluate(() =>
      window.host.on('input.seen', () => document.body.setAttribute('data-input-seen', '')),
    );
    const pressed = async (): Promise<number> => {
      await page.keyboard.press('Shift');
      return page.locator('body[data-input-seen]').count();
    };
    // The shell tells of input at most every few seconds.
    await expect.poll(pressed, { timeout: 15_000, interval: 500 }).toBe(1);
    await page.clock.fastForward('04:00');
    expect(await isLocked()).toBe(false);
    await page.evaluate(() => document.body.dispatchEvent(new MouseEvent('mousemove', { bubbles: true })));
    await page.clock.fastForward('01:05');
    await page.getByRole('heading', { name: '已锁定' }).waitFor();
  });
});
