// DOMAIN §3.1: what a day leaves behind at closing time, what a crash leaves, and what only a lead may do.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropProfile, quietDesk, signInAs, startDesk, type Desk } from '../helpers/app';
import { beginVisit, goTo, notice, openVisits, registerQuickly, rows, side, typeOn } from '../helpers/visits';

let desk: Desk;

/** Starts the same profile again at another time of the club's day. */
async function startAt(clock: string, staffNo: string): Promise<void> {
  desk = await startDesk({ profile: desk.profile, args: [`--clock=${clock}`] });
  await signInAs(desk.page, staffNo);
}

beforeAll(async () => {
  desk = await quietDesk('1001', '2026-11-21T10:00:00.000Z'); // 18:00
  await openVisits(desk.page);
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
});

it('keeps what was typed over a lock with take-over, a reload and a kill, and saves it once', async () => {
  const { page } = desk;
  await beginVisit(page);
  await typeOn(page, '13900001111', '半张表');
  await page.keyboard.press('Control+l');
  await page.locator('input[name=staffNo]').fill('1003');
  await page.locator('input[name=pin]').fill('246810');
  await page.keyboard.press('Enter');
  await side(page).getByLabel('姓名').waitFor();
  expect(await side(page).getByLabel('姓名').inputValue()).toBe('半张表');
  await side(page)
    .getByText(/林晓彤 填写到一半的内容/)
    .waitFor();
  await page.reload();
  await side(page)
    .getByText(/林晓彤 填写到一半的内容/)
    .waitFor();
  expect(await side(page).getByLabel('电话').inputValue()).toBe('13900001111');

  await desk.kill();
  await startAt('2026-11-21T10:05:00Z', '1001');
  await desk.page.getByText('有未保存的来访登记').waitFor();
  await desk.page.getByRole('link', { name: '继续填写' }).click();
  await side(desk.page)
    .getByText(/已恢复未保存的草稿/)
    .waitFor();
  await side(desk.page).locator('.chip', { hasText: '咨询' }).click();
  await desk.page.keyboard.press('Control+Enter');
  await side(desk.page).getByRole('heading', { name: '半张表' }).waitFor();
  expect(await rows(desk.page).count()).toBe(1);
  await goTo(desk.page, '/');
  await desk.page.getByText('有未保存的来访登记').waitFor({ state: 'detached' });
});

it('asks about open visits after closing time, many in one act', async () => {
  const { page } = desk;
  await openVisits(page);
  for (const name of ['走了的', '还在的', '不知道的']) await registerQuickly(page, name);
  const form = await beginVisit(page);
  await typeOn(page, '', '等回话的', '', '');
  await page.keyboard.press('2');
  await form.locator('.chip', { hasText: '转交部门' }).click();
  await form.getByLabel('转交部门', { exact: false }).last().selectOption({ label: '工程部' });
  await page.keyboard.press('Control+Enter');
  await side(page)
    .getByText(/工程部应于/)
    .waitFor();
  await desk.close();

  await startAt('2026-11-21T14:10:00Z', '1001'); // 22:10
  const { page: evening } = desk;
  await evening.locator('.todo.overdue', { hasText: '工程部待答复' }).waitFor();
  await evening
    .locator('.todo.due', { hasText: '闭店后仍未登记离开' })
    .getByText(/\d+ 次来访/)
    .waitFor();
  await evening.getByRole('link', { name: '核对' }).click();
  const dialog = evening.getByRole('dialog');
  const answer = async (name: string, choice: string): Promise<void> =>
    dialog.getByRole('group', { name }).locator('.chip', { hasText: choice }).first().click();
  await answer('走了的', '已离开');
  await dialog.getByRole('group', { name: '走了的' }).getByLabel('离开时间').fill('2026-11-21T17:00');
  await answer('还在的', '仍在场');
  await dialog.getByRole('button', { name: '未登记离开' }).first().click();
  const save = dialog.getByRole('button', { name: /保存 \d+ 条结果/ });
  await save.click();
  await dialog.getByText('离开时间不能早于来访时间').waitFor();
  await dialog.getByRole('group', { name: '走了的' }).getByLabel('离开时间').fill('2026-11-21T19:30');
  await save.click();
  await notice(evening, /已核对 \d+ 位/).waitFor();
  await rows(evening).filter({ hasText: '走了的' }).filter({ hasText: '19:30' }).waitFor();
  await rows(evening).filter({ hasText: '还在的' }).filter({ hasText: '在场' }).waitFor();
  expect(await rows(evening).filter({ hasText: '未登记离开' }).count()).toBe(3);
  await goTo(evening, '/');
  await evening.getByText('闭店后仍未登记离开').waitFor({ state: 'detached' });

  await openVisits(evening);
  await rows(evening).filter({ hasText: '不知道的' }).click();
  await side(evening).getByRole('button', { name: '补登离开时间' }).click();
  await evening.getByRole('dialog').getByLabel('离开时间').fill('2026-11-21T20:15');
  await evening.keyboard.press('Enter');
  await rows(evening).filter({ hasText: '不知道的' }).filter({ hasText: '20:15' }).waitFor();
});

it('lets a lead mark a customer; the desk sees it in the list and while typing the phone', async () => {
  await desk.close();
  await startAt('2026-11-21T14:20:00Z', '1002');
  const { page } = desk;
  await openVisits(page);
  await rows(page).filter({ hasText: '半张表' }).click();
  await side(page).getByRole('button', { name: '客户提示' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('VIP 客户').check();
  await dialog.getByLabel('重点关注').check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('请填写').waitFor();
  await dialog.getByLabel('原因').fill('上月投诉两次');
  await page.keyboard.press('Enter');
  await notice(page, '客户提示已保存').waitFor();
  const row = rows(page).filter({ hasText: '半张表' });
  await row.getByRole('img', { name: 'VIP' }).waitFor();
  await row.getByRole('img', { name: '关注' }).waitFor();
  const form = await beginVisit(page);
  await page.keyboard.type('13900001111');
  await form.getByText('半张表 为重点关注：上月投诉两次').waitFor();
  await form.getByText('半张表 是 VIP 客户').waitFor();
});

it('lets a lead void a visit of somebody else alone, but not one they registered', async () => {
  const { page } = desk;
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '放弃', exact: true }).click();
  await page.locator('form[aria-label=登记来访]').waitFor({ state: 'detached' });
  await registerQuickly(page, '主管登记的');
  await side(page).getByRole('button', { name: '作废', exact: true }).click();
  await page.getByLabel('作废原因').fill('误登');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '由客服主管确认' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('自己登记的来访，须由另一位客服主管确认作废').waitFor();
  await page.keyboard.press('Escape');
  await rows(page).filter({ hasText: '还在的' }).click();
  await side(page).getByRole('button', { name: '作废', exact: true }).click();
  await page.getByLabel('作废原因').fill('误登');
  await page.keyboard.press('Enter');
  await side(page).getByText('核准人：周立').waitFor();
});

it('shows a manager the log to read, with nothing to change', async () => {
  await desk.close();
  await startAt('2026-11-21T14:30:00Z', '4001');
  const { page } = desk;
  await openVisits(page);
  await rows(page).filter({ hasText: '走了的' }).click();
  await side(page).getByText('19:30').waitFor();
  for (const name of ['更正', '作废', '登记离开', '登记来访'])
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
  await page.keyboard.press('F2');
  expect(await page.locator('form[aria-label=登记来访]').count()).toBe(0);
});

it('is closed to roles that have no part in it', async () => {
  await desk.close();
  await startAt('2026-11-21T14:40:00Z', '2001');
  await goTo(desk.page, '/visits');
  await desk.page.getByText('您的岗位没有这一页的权限').waitFor();
  expect(await desk.page.getByRole('link', { name: '来访登记' }).count()).toBe(0);
});
