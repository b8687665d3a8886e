// One complaint at two desks that are offline: what each did stands when they meet; two ends of it wait for a lead (DOMAIN §3.4, DESIGN §4).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk } from '../helpers/app';
import { dialog, openPage, rows, side } from '../helpers/service';
import { SOON } from '../helpers/sync';
import { startTwoDesks, type TwoDesks } from '../helpers/two-desks';

const MATTER = '练习球里混有开裂的旧球';
let club: TwoDesks;

async function openComplaint({ page }: Desk): Promise<void> {
  await openPage(page, '/complaints', '投诉受理');
  await rows(page).filter({ hasText: MATTER }).click(SOON);
}

const choose = (page: Page, name: string): Promise<void> =>
  side(page)
    .locator('label.chip')
    .filter({ hasText: new RegExp(`^\\d?${name}$`) })
    .click();

/** Begins an act of the record, by its button or under 更多. */
async function begin(page: Page, name: string): Promise<void> {
  const button = side(page).locator('.actions').getByRole('button', { name, exact: true });
  await side(page).getByLabel('更多').waitFor();
  if (await button.count()) await button.click();
  else await side(page).getByLabel('更多').selectOption({ label: name });
  await dialog(page).waitFor();
}

async function save(page: Page): Promise<void> {
  await dialog(page).locator('button[type=submit]').click();
  await dialog(page).waitFor({ state: 'detached' });
}

async function does(page: Page, name: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await begin(page, name);
  for (const [label, text] of Object.entries(fields)) await dialog(page).getByLabel(label).fill(text);
  await save(page);
}

const stateIs = (page: Page, name: string): Promise<void> =>
  side(page).locator('.title .tag', { hasText: name }).first().waitFor(SOON);

beforeAll(async () => {
  club = await startTwoDesks('2026-11-21T01:42:00.000Z');
});
afterAll(() => club.end());

it('keeps the handling of one desk and the notice and answer of the other, in the order of their times', async () => {
  const { a, b } = club;
  await openPage(a.page, '/complaints/new', '受理投诉');
  await side(a.page).getByLabel('姓名').fill('欧阳文');
  await choose(a.page, '会员');
  await choose(a.page, '电话');
  await side(a.page).getByLabel('投诉内容').fill(MATTER);
  await a.page.keyboard.press('Control+Enter');
  await stateIs(a.page, '待界定');
  await begin(a.page, '界定');
  await dialog(a.page).locator('label.chip').filter({ hasText: '无责任投诉' }).click();
  await dialog(a.page).getByLabel('核实情况与依据').fill('供应商批次问题');
  await save(a.page);
  await does(a.page, '交办', { 经办人: '周立' });
  await openComplaint(b);
  await stateIs(b.page, '办理中');

  await club.part();
  await does(a.page, '记录办理', { 内容: '已换下整框旧球' });
  await does(b.page, '告知进度', { 内容: '正在更换' });
  await does(b.page, '答复客户', { 内容: '旧球已全部换下' });

  await club.meet();
  for (const { page } of [a, b])
    for (const text of ['已换下整框旧球', '正在更换', '旧球已全部换下'])
      await side(page).getByText(text).first().waitFor(SOON);
  await openPage(b.page, '/sync', '多台同步');
  expect(await b.page.locator('.matters li').count()).toBe(0);
});

it('solved at both desks waits for a lead, and both words are shown', async () => {
  const { a, b } = club;
  await openComplaint(a);
  await openComplaint(b);
  await club.part();
  await does(a.page, '解决并答复', { 解决结果: '客户接受' });
  await does(b.page, '解决并答复', { 解决结果: '客户要求再送一筐球' });
  await stateIs(a.page, '待审查');
  await stateIs(b.page, '待审查');
  await club.meet();
  await openPage(a.page, '/sync', '多台同步');
  await a.page.locator('.matters li').first().waitFor(SOON);
  expect(await a.page.locator('.matters li').count()).toBe(1);
});
