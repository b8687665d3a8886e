/** The search box over the registers: what a clerk types to find an earlier visit again. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { demoDesk, dropProfile, type Desk } from '../helpers/app';
import { beginVisit, openVisits, registerQuickly, side } from '../helpers/visits';

let desk: Desk;

beforeAll(async () => {
  desk = await demoDesk('1001');
  const { page } = desk;
  await openVisits(page);
  await registerQuickly(page, '曾繁𬭚', '13800007731');
  await registerQuickly(page, '欧阳春晓', '13900004482');
  await registerQuickly(page, '欧阳春晓', '13900004483');
  const form = await beginVisit(page);
  await form.getByLabel('姓名').fill('贺兰山');
  await form.getByLabel('车牌').fill('鲁B9Z7X2');
  await form.locator('.chip', { hasText: '咨询' }).click();
  await page.keyboard.press('Control+Enter');
  await side(page).getByRole('heading', { name: '贺兰山', exact: true }).waitFor();
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
});

/** Types into the box from anywhere; returns the titles of the hits once there is an answer to this query. */
async function hitsOf(page: Page, query: string): Promise<readonly string[]> {
  await page.keyboard.press('/');
  await page.keyboard.insertText(query);
  await page.locator('#search-hits [role=option], #search-hits .small').first().waitFor();
  const titles = await page.locator('#search-hits [role=option] span:first-child').allInnerTexts();
  await page.keyboard.press('Escape');
  await page.locator('#search-hits').waitFor({ state: 'detached' });
  return titles;
}

it.each([
  ['the last digits of a phone', '7731'],
  ['pinyin initials', 'zfc'],
  ['pinyin, as a surname is read', 'zengfan'],
  ['characters', '曾繁'],
  ['a rare character', '𬭚'],
  ['a name and digits of the phone', '曾 0007731'],
])('finds a visit by %s', async (_, query) => {
  expect((await hitsOf(desk.page, query)).filter((title) => title.includes('曾繁𬭚'))).toHaveLength(1);
});

it('finds at once what was registered since the last answer, and nothing from within a syllable', async () => {
  const { page } = desk;
  expect(await hitsOf(page, '拓跋')).toEqual([]);
  await openVisits(page);
  await registerQuickly(page, '拓跋雪', '13900004499');
  expect(await hitsOf(page, '拓跋')).toEqual([expect.stringContaining('拓跋雪')]);
  expect(await hitsOf(page, 'tuobaxue')).toEqual([expect.stringContaining('拓跋雪')]);
  expect(await hitsOf(page, 'uobaxue')).toEqual([]);
});

it('shows the newest first', async () => {
  const titles = await hitsOf(desk.page, 'oycx');
  expect(titles.every((title) => title.includes('欧阳春晓'))).toBe(true);
  const numbers = titles.map((title) => /LF-A-\d{8}-\d{4}/.exec(title)?.[0] ?? '');
  expect(numbers.length).toBeGreaterThanOrEqual(2);
  expect(numbers).toEqual([...numbers].sort().reverse());
});

it('finds a plate with and without its province, and a number, and opens it with Enter', async () => {
  const { page } = desk;
  for (const query of ['鲁B9Z7', 'b9z7x', '9z7x2'])
    expect(await hitsOf(page, query), query).toEqual([expect.stringContaining('贺兰山')]);
  const [title = ''] = await hitsOf(page, '曾繁');
  const number = /LF-A-\d{8}-\d{4}/.exec(title)?.[0] ?? '';
  await page.keyboard.press('/');
  await page.keyboard.type(number);
  await page.locator('#search-hits [role=option]').filter({ hasText: number }).waitFor();
  await page.keyboard.press('Enter');
  await side(page).getByRole('heading', { name: '曾繁𬭚', exact: true }).waitFor();
});

it('says that nothing was found and how else to look', async () => {
  const { page } = desk;
  await page.keyboard.press('/');
  await page.keyboard.type('查无此人');
  await page.getByText('没有找到“查无此人”').waitFor();
  await page.getByText('可用拼音首字母、电话后四位、车牌或编号').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.locator('#search-hits').count()).toBe(0);
});
