/** The frame: search, keys, the lock and a colleague who takes over. */
import type { Page } from 'playwright-core';
import { DEMO_PIN } from '../../helpers/app';
import { goTo } from '../../helpers/visits';
import { picture } from '../tour';

async function search(page: Page): Promise<void> {
  await goTo(page, '/');
  await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('oy');
  await page.getByText('欧阳𬭚').first().waitFor();
  await picture(page, '搜索');
  await page.keyboard.press('Escape');
}

async function help(page: Page): Promise<void> {
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: '帮助与按键' }).waitFor();
  await picture(page, '帮助与按键');
  await page.keyboard.press('Escape');
}

async function takeOver(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByText('林晓彤 已锁定本台').waitFor();
  await picture(page, '已锁定');
  await page.locator('input[name=staffNo]').fill('9001');
  await page.locator('input[name=pin]').fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await page.locator('input[name=pin]').waitFor({ state: 'detached' });
  await picture(page, '同事接手');
}

export const frameSteps = [
  ['one box finds everything', search],
  ['the keys are listed', help],
  ['the desk is locked and a colleague takes over', takeOver],
] as const;
