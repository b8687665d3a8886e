/** Members' money and firms' debts by keyboard (DOMAIN §4). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoDesk, DEMO_PIN, type Desk } from '../helpers/app';
import { givePin } from '../helpers/fees';
import { goTo, notice, side } from '../helpers/visits';

let desk: Desk;

beforeAll(async () => {
  desk = await demoDesk('1002', { args: ['--clock=2026-11-21T02:40:00.000Z'] });
});
afterAll(() => desk.close());

it('opens a member account, refuses a doubled number, and keeps what was typed', async () => {
  const { page } = desk;
  await goTo(page, '/accounts');
  await page.getByRole('grid').locator('[data-id]').first().waitFor();
  await page.keyboard.press('F2');
  await page.getByLabel('会员卡号').fill('800037');
  await side(page).getByLabel('名称').fill('钱卫东');
  await side(page).getByLabel('电话').fill('13800001111');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/这个账号已是/).waitFor();
  await page.getByLabel('会员卡号').fill('899999');
  await page.keyboard.press('Control+Enter');
  await notice(page, '钱卫东 已保存').waitFor();
});

it('takes a top-up, which is a liability and shows at once in the balance', async () => {
  const { page } = desk;
  await side(page).getByRole('button', { name: '储值', exact: true }).click();
  await page.keyboard.type('500');
  await page.locator('.payment-line input[type=checkbox]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '收款储值 ¥500.00' }).click();
  await notice(page, /已储值 ¥500\.00/).waitFor();
  await side(page).getByText('¥500.00', { exact: true }).first().waitFor();
  await page.getByText(/属于客人，不计收入/).waitFor();
});

it('spends it at the counter, and not a fen more', async () => {
  const { page } = desk;
  await goTo(page, '/sales');
  await page.locator('.scan-line input:focus').waitFor();
  await page.keyboard.type('5*6901234500011');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+7');
  await page.keyboard.type('钱卫东');
  await page.locator('.account-picker [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.payment-line input[type=checkbox]').check();
  await page.keyboard.press('Control+Enter');
  await page.getByText('余额不足，可用 ¥500.00').waitFor();
  await page.getByLabel('数量').fill('4');
  await page.keyboard.press('Control+Enter');
  // At the member price.
  await page.getByText(/已收款 ¥432\.00/).waitFor();
});

it('settles what a firm signed for and prints its statement', async () => {
  const { page } = desk;
  await goTo(page, '/accounts/firms');
  await page.getByRole('grid').locator('[data-id]').filter({ hasText: 'QY-001' }).click();
  await side(page).getByRole('button', { name: '对账单' }).click();
  await page.getByText('打印预览').waitFor();
  await page.getByText(/共 \d+ 页/).waitFor();
  await page.keyboard.press('Escape');
  await side(page).getByRole('button', { name: '结算', exact: true }).click();
  await page.locator('.payment-line input[type=checkbox]').check();
  await page.keyboard.press('Control+Enter');
  await notice(page, /已结算/).waitFor();
  await side(page).getByText('¥0.00', { exact: true }).first().waitFor();
});

it('lets a clerk top up but open no account', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+l');
  await page.locator('input[name=staffNo]').fill('1001');
  await page.locator('input[name=pin]').fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await page.getByText('林晓彤').first().waitFor();
  await goTo(page, '/accounts');
  await page.getByRole('grid').locator('[data-id]').first().waitFor();
  expect(await page.getByRole('button', { name: /新会员账户/ }).count()).toBe(0);
});

it('takes a top-up back with a lead, and files the paper a member signed for the rest of the balance', async () => {
  const { page } = desk;
  await page.getByRole('grid').locator('[data-id]').filter({ hasText: '钱卫东' }).click();
  await side(page).getByRole('button', { name: '储值', exact: true }).click();
  await page.keyboard.type('100');
  await page.locator('.payment-line input[type=checkbox]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '收款储值 ¥100.00' }).click();
  await side(page).locator('b', { hasText: '¥168.00' }).waitFor();
  const dialog = page.locator('dialog[open]');
  await side(page).locator('tr', { hasText: '+¥100.00' }).getByRole('button', { name: '冲销' }).click();
  await dialog.getByLabel('冲销原因').fill('金额输错');
  await dialog.getByLabel('非现金部分已退给客户').check();
  await dialog.getByRole('group', { name: '客服主管确认' }).getByRole('button').click();
  await givePin(page, '1002');
  await dialog.getByRole('button', { name: '冲销' }).click();
  await dialog.waitFor({ state: 'detached' });
  await side(page).locator('b', { hasText: '¥68.00' }).waitFor();
  const row = side(page).locator('tr', { hasText: '+¥100.00' });
  await expect.poll(() => row.getByRole('button', { name: '冲销' }).count()).toBe(0);
  await side(page).getByRole('button', { name: '退余额' }).click();
  await side(page).getByLabel('原因').fill('退会');
  await side(page).getByRole('button', { name: '纸质签字' }).click();
  await side(page).getByRole('group', { name: '主管批准退余额' }).getByRole('button').click();
  await givePin(page, '1002');
  await page.getByRole('button', { name: '退款 ¥68.00' }).click();
  await side(page).locator('.tag', { hasText: '待签字' }).waitFor();
  await side(page).getByRole('button', { name: '补登归档号' }).click();
  await dialog.getByLabel('原件归档号').fill('DA-0118');
  await page.keyboard.press('Enter');
  await side(page).locator('.tag', { hasText: '待签字' }).waitFor({ state: 'detached' });
});
