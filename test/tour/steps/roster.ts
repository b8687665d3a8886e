/** Roster and attendance as a clerk sees them: what is published, the own shifts, a swap, leave, the month sheet. */
import type { Page } from 'playwright-core';
import { grid, openRoster } from '../../helpers/roster';
import { rows, side } from '../../helpers/fees';
import { picture, savePrinted } from '../tour';

async function roster(page: Page): Promise<void> {
  await openRoster(page);
  await grid(page).waitFor();
  await picture(page, '值班表');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '值班表');
  await openRoster(page, '/mine');
  await page.locator('.roster-mine li').first().waitFor();
  await picture(page, '我的班次');
}

async function requests(page: Page): Promise<void> {
  await openRoster(page, '/swaps');
  await page.getByLabel('期间').selectOption('custom');
  await page.getByLabel('从', { exact: true }).fill('2026-01-01');
  await rows(page).first().click();
  await side(page).getByRole('button', { name: '打印申请单' }).waitFor();
  await picture(page, '调班申请');
  await side(page).getByRole('button', { name: '打印申请单' }).click();
  await savePrinted(page, '调班申请单');
  await openRoster(page, '/leaves/new');
  const form = page.getByRole('form', { name: '请假' });
  await form.getByLabel('类别').selectOption({ label: '年假' });
  await form.getByLabel('事由').fill('陪家人体检');
  await picture(page, '请假');
  await page.keyboard.press('Control+Enter');
  await side(page).getByRole('button', { name: '打印请假单' }).click();
  await savePrinted(page, '请假单');
  // The rest of the day needs everybody.
  await side(page).getByRole('button', { name: '撤回' }).click();
  await page.locator('dialog').getByRole('button', { name: '撤回' }).click();
  await side(page).getByText('已撤回').first().waitFor();
}

async function attendance(page: Page): Promise<void> {
  await openRoster(page, '/attendance');
  await rows(page).first().waitFor();
  await picture(page, '签到');
  await openRoster(page, '/month');
  await page.locator('.attendance-sheet tbody tr').first().waitFor();
  await picture(page, '考勤月表');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '考勤月表');
}

export const rosterSteps: readonly (readonly [name: string, step: (page: Page) => Promise<void>])[] = [
  ['looks at the roster and the own shifts', roster],
  ['finds a swap, asks for leave and takes it back', requests],
  ['sees attendance and the month sheet', attendance],
];
