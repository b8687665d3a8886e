// Two departments answer one order at two desks that are offline; when they meet, both stand (DOMAIN §3.5, DESIGN §4).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk } from '../helpers/app';
import { act, openPage, rows, side } from '../helpers/service';
import { SOON } from '../helpers/sync';
import { startTwoDesks, type TwoDesks } from '../helpers/two-desks';

const MATTER = '更衣室空调不冷，东侧打位也漏水';
let club: TwoDesks;

const partOf = (page: Page, department: string) =>
  side(page).locator('.order-parts > li', { hasText: department });

async function openOrder({ page }: Desk): Promise<void> {
  await openPage(page, '/work-orders', '工作单');
  await rows(page).filter({ hasText: MATTER }).click(SOON);
}

/** What the department told this desk by telephone: accepted, then done. */
async function answer({ page }: Desk, department: string, who: string, result: string): Promise<void> {
  const button = (name: string) => partOf(page, department).getByRole('button', { name, exact: true });
  await act(page, button('接单'), { 电话告知人: who });
  await act(page, button('完成'), { 电话告知人: who, 处理结果: result });
  await partOf(page, department).locator('.tag', { hasText: '已完成' }).waitFor();
}

beforeAll(async () => {
  club = await startTwoDesks('2026-11-21T01:42:00.000Z');
});
afterAll(() => club.end());

it('keeps what both departments answered, and the order waits for the customer at both desks', async () => {
  const { a, b } = club;
  await openPage(a.page, '/work-orders/new', '新工作单');
  const form = side(a.page);
  await form.getByLabel('姓名').fill('司徒静怡');
  await form.getByLabel('事项').first().fill(MATTER);
  await form.getByRole('button', { name: '增加一个部门' }).click();
  await form.getByLabel('承办部门').nth(0).selectOption({ label: '工程部' });
  await form.getByLabel('承办部门').nth(1).selectOption({ label: '球场部' });
  await a.page.keyboard.press('Control+Enter');
  await side(a.page).locator('.title .tag', { hasText: '待接单' }).waitFor();
  await openOrder(b);

  await club.part();
  await openOrder(a);
  await answer(a, '工程部', '吴工', '已加制冷剂');
  await answer(b, '球场部', '梁师傅', '已补防水');
  // Each desk knows of its own department only.
  await partOf(a.page, '球场部').locator('.tag', { hasText: '待接单' }).waitFor();
  await partOf(b.page, '工程部').locator('.tag', { hasText: '待接单' }).waitFor();

  await club.meet();
  for (const desk of [a, b]) {
    await side(desk.page).locator('.title .tag', { hasText: '待客户确认' }).waitFor(SOON);
    await side(desk.page).getByText('已加制冷剂').waitFor();
    await side(desk.page).getByText('已补防水').waitFor();
  }
  await openPage(b.page, '/sync', '多台同步');
  expect(await b.page.locator('.matters li').count()).toBe(0);
});
