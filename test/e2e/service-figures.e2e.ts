/** Service figures: goals and formulas, the records behind a figure, and the reception report on paper (DOMAIN §7). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDesk, type Desk } from '../helpers/app';
import { goTo } from '../helpers/visits';

let desk: Desk;

beforeAll(async () => {
  desk = await demoDesk('1002');
  await goTo(desk.page, '/service-figures');
  await desk.page.getByRole('heading', { name: '客户服务统计', exact: true }).waitFor();
});

afterAll(() => desk.close());

describe('service figures', () => {
  it('show every figure with its formula and goal, and lead to the records behind it', async () => {
    const { page } = desk;
    const line = page.getByRole('row', { name: /咨询及时答复率/ });
    await line.getByText('时限内答复 ÷ 到期或已答复的咨询').waitFor();
    await line.getByText('不低于 100.0%').waitFor();
    const counted = await line.getByRole('cell').nth(2).innerText();
    const all = Number(counted.split('/')[1]);
    expect(all).toBeGreaterThan(0);
    await line.press('Enter');
    const dialog = page.getByRole('dialog', { name: `咨询及时答复率：${all} 件` });
    await dialog.waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(all);
    await dialog.getByRole('button', { name: /LD-/ }).first().click();
    await page.getByRole('heading', { name: '来电 / 在线受理', exact: true }).waitFor();
  });

  it('go from month to quarter and back in time, and never beyond today', async () => {
    const { page } = desk;
    await goTo(page, '/service-figures');
    expect(await page.getByRole('button', { name: '下一期' }).isDisabled()).toBe(true);
    const month = await page.locator('.span-name').innerText();
    await page.getByRole('button', { name: '上一期' }).click();
    await page.waitForFunction((now) => document.querySelector('.span-name')?.textContent !== now, month);
    await page.getByRole('button', { name: '下一期' }).click();
    await page.getByRole('button', { name: '按季' }).click();
    await page.getByText(/年第 [1-4] 季度/).waitFor();
  });

  it('print the figures and the weekly report', async () => {
    const { page } = desk;
    // Pressed before the month's figures are there: the key is not lost, and the sheet is the month's.
    await page.getByRole('button', { name: '按月' }).evaluate(async (button: HTMLElement) => {
      button.click();
      // As between a person's two keystrokes: the page has asked for the month, which takes longer than this.
      await new Promise((resolve) => setTimeout(resolve));
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true }));
    });
    await page.getByRole('dialog').getByText('月度客户服务统计表').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '按季' }).click();
    await page.keyboard.press('Control+p');
    await page.getByRole('dialog').getByText('季度客户服务统计表').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '接待情况' }).click();
    await page.getByRole('button', { name: '按周' }).click();
    await page.getByRole('heading', { name: '来访事由' }).waitFor();
    await page.keyboard.press('Control+p');
    await page.getByRole('dialog').getByText('客户接待周报').first().waitFor();
    await page.keyboard.press('Escape');
  });
});
