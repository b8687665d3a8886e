// Two leads approve clashing swaps at two desks that are offline; they meet in the conflict inbox, one click settles it,
// and no shift is lost or doubled (issue 7, DOMAIN §3.8).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../server/store/store';
import { demoDesk, dropProfile, signInAs, startDesk, type Desk } from '../helpers/app';
import { ENGINES, listen, type Endpoint } from '../helpers/endpoint';
import { dialog, givePin } from '../helpers/lost-property';
import { openRoster, planIn } from '../helpers/roster';
import { openPage, takeOver } from '../helpers/service';
import { joinBy, pill, SOON } from '../helpers/sync';

// Wednesday 09:42; by the demo club's turn 林晓彤 works early on the 21st.
const CLOCK = '--clock=2026-11-18T01:42:00.000Z';
const DAY = '2026-11-21';
let end: () => Promise<void>;
let store: Store;
let endpoint: Endpoint;
let a: Desk;
let b: Desk;

/** 林晓彤 gives the early shift away; the colleague agrees and the lead approves by PIN, all at one desk. */
async function giveAway(page: Page, colleague: string, pinOf: string): Promise<void> {
  await openRoster(page, '/swaps/new');
  const panel = page.getByRole('form', { name: '申请调班' });
  await panel.getByLabel('我的班').selectOption({ label: '11-21 周六 早班' });
  await panel.getByLabel('同事', { exact: false }).first().selectOption({ label: colleague });
  await panel.getByLabel('事由').fill('周六家里有事');
  await panel.getByRole('button', { name: '输入工号和密码' }).click();
  await givePin(page, pinOf);
  await page.getByRole('button', { name: '提交申请' }).click();
  const record = page.locator('section.record');
  await record.getByText('待主管批准').first().waitFor();
  await record.getByRole('button', { name: '批准' }).click();
  await dialog(page).getByRole('button', { name: '输入工号和密码' }).click();
  await givePin(page, '1002');
  await dialog(page).getByRole('button', { name: '确定', exact: true }).click();
  await record.getByText('已批准').first().waitFor();
}

/** Who works early that day, by a desk's grid. */
async function early(page: Page): Promise<readonly string[]> {
  await openRoster(page, `/${DAY}`);
  const names = ['林晓彤', '周立', '赵一鸣', '孙倩'];
  const plans: string[] = [];
  for (const name of names) plans.push(await planIn(page, name, DAY));
  return names.filter((_, at) => plans[at]?.includes('早班'));
}

beforeAll(async () => {
  const made = await ENGINES.sqlite();
  store = await made.open();
  endpoint = await listen(store);
  a = await demoDesk('9001', { args: [CLOCK] });
  b = await startDesk({ args: [CLOCK] });
  end = async () => {
    for (const desk of [a, b]) {
      await desk.close();
      dropProfile(desk.profile);
    }
    await endpoint.stop();
    await store.close();
    await made.end();
  };
  await openPage(a.page, '/sync', '多台同步');
  await a.page.getByLabel('端点地址').fill(new URL(endpoint.url).origin);
  await a.page.getByLabel('一次性代码').fill(await endpoint.newCode());
  await a.page.keyboard.press('Control+Enter');
  await pill(a.page, '已同步');
  await takeOver(a.page, '1001', '林晓彤');
  await b.page.getByRole('button', { name: '加入已有俱乐部' }).click();
  await joinBy(b.page, endpoint, '练习场前台');
  await b.page.locator('input[name=staffNo]').waitFor(SOON);
  await signInAs(b.page, '1001');
  await pill(b.page, '已同步');
});
afterAll(() => end());

it('meets in the conflict inbox; one click leaves every shift with one person at both desks', async () => {
  const before = await early(b.page);
  expect(before).toContain('林晓彤');
  const port = Number(new URL(endpoint.url).port);
  await endpoint.stop();
  await giveAway(a.page, '孙倩', '1004');
  await giveAway(b.page, '赵一鸣', '1003');
  endpoint = await listen(store, {}, port);
  await openPage(b.page, '/sync', '多台同步');
  await b.page.getByRole('button', { name: '立即同步' }).click();
  await openPage(a.page, '/sync', '多台同步');
  await a.page.getByRole('button', { name: '立即同步' }).click();
  for (const { page } of [a, b]) await page.locator('.matters li', { hasText: '值班' }).waitFor(SOON);

  await takeOver(a.page, '1002', '周立');
  await openPage(a.page, '/sync', '多台同步');
  const matter = a.page.locator('.matters li', { hasText: '值班' });
  await matter.getByRole('button', { name: '去处理' }).click();
  const sides = a.page.locator('dialog .sides');
  await sides.locator('tr.clash', { hasText: '调班申请' }).waitFor();
  if (process.env.DESKBOOK_PICTURES)
    await a.page.screenshot({ path: `${process.env.DESKBOOK_PICTURES}/swap-conflict.png` });
  await a.page.getByRole('button', { name: '改用另一份' }).click();
  await a.page.getByText('没有待处理的冲突').waitFor();
  await b.page.getByText('没有待处理的冲突').waitFor(SOON);

  const [atA, atB] = [await early(a.page), await early(b.page)];
  expect(atA).toEqual(atB);
  expect(atA).toHaveLength(before.length);
  expect(atA).not.toContain('林晓彤');
  await openRoster(a.page, '/swaps');
  await a.page.getByRole('button', { name: /^未成 1/ }).waitFor();
});
