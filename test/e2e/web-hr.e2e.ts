// Issue 7: HR works in the browser: decides on leave and corrects attendance; a desk pulls both.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, businessDay } from '@shared/core/time';
import type { Envelope } from '@shared/core/envelope';
import { isLeave, isMark } from '@shared/roster/schema';
import { dialog } from '../helpers/lost-property';
import { openRoster } from '../helpers/roster';
import { firstSignIn, startWebView, type WebView } from '../helpers/web-view';

let web: WebView;
let page: Page;

const record = () => page.locator('section.record');
const confirm = () => dialog(page).locator('button[type=submit]').click();

/** Every record of the roster as a desk pulls it. */
const pulled = (): Promise<readonly Envelope[]> => web.desk.pullAll('roster');

beforeAll(async () => {
  web = await startWebView('sqlite');
  page = await (await web.profile()).newPage();
  await firstSignIn(web, page, '3001');
});
afterAll(() => web.end());

describe('HR in the browser', () => {
  it('finds the leave that waits on Today, refuses it without a reason in vain, and approves it', async () => {
    const line = page.locator('.todo', { hasText: '孙倩' });
    await line.waitFor();
    await line.getByRole('link').click();
    // To take it back is the person's own, who gives their PIN at a desk.
    await record().locator('button', { hasText: '批准' }).waitFor();
    expect(await record().locator('button', { hasText: '撤回' }).count()).toBe(0);
    await dialog(page).getByLabel('审批', { exact: true }).selectOption({ label: '退回' });
    await confirm();
    await dialog(page).getByText('请填写').first().waitFor();
    await dialog(page).getByLabel('审批', { exact: true }).selectOption({ label: '批准' });
    await confirm();
    await record().getByText('已批准').first().waitFor();
    const leave = (await pulled()).filter(isLeave).find(({ body }) => body.reason === '参加婚礼');
    expect(leave).toMatchObject({ status: 'approved', body: { decision: { name: '李人事' } } });
  });

  it('takes an approved leave back with a reason', async () => {
    await record().getByRole('button', { name: '销假' }).click();
    await confirm();
    await dialog(page).getByText('请填写').first().waitFor();
    await dialog(page).getByLabel('事由').fill('婚礼改期');
    await confirm();
    await record().getByText('已销假').first().waitFor();
  });

  it('asks for leave and takes the own request back', async () => {
    await openRoster(page, '/leaves/new');
    const form = page.locator('.panel.record');
    await form.getByLabel('类别').selectOption({ label: '事假' });
    await form.getByLabel('事由').fill('家中有事');
    await form.getByRole('button', { name: '提交' }).click();
    await record().getByRole('button', { name: '撤回' }).click();
    await confirm();
    await record().getByText('已撤回').first().waitFor();
  });

  it('corrects a shift of the days before, and sees no button of what only a desk can do', async () => {
    const day = addDays(businessDay(new Date().toISOString(), 4), -2);
    await openRoster(page, `/attendance/${day}`);
    const row = page.locator('[data-register-rows] [data-id]').first();
    await row.waitFor();
    for (const name of ['签到', '签退', '补签'])
      expect(await page.locator('.row-actions').getByRole('button', { name, exact: true }).count()).toBe(0);
    await row.getByRole('button', { name: '更正' }).click();
    await dialog(page).getByLabel('改为').selectOption({ label: '脱岗' });
    await dialog(page).getByLabel('原因').fill('巡查时不在岗');
    await confirm();
    await row.getByText('巡查时不在岗', { exact: false }).waitFor();
    expect((await pulled()).filter(isMark).map(({ body }) => body.reason)).toContain('巡查时不在岗');
  });
});
