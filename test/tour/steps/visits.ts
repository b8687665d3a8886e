/** The visitor log: a visitor comes, is corrected, leaves; the register and the evacuation list on paper. */
import type { Page } from 'playwright-core';
import { beginVisit, goTo, notice, openVisits, rows, side, typeOn } from '../../helpers/visits';
import { picture, savePrinted } from '../tour';

async function register(page: Page): Promise<void> {
  await openVisits(page);
  await rows(page).first().waitFor();
  await picture(page, '来访登记');
  const form = await beginVisit(page);
  await picture(page, '登记来访-空表');
  await typeOn(page, '138 1234 5678', '欧阳𬭚', '', '青岛海湾设备有限公司');
  await form.locator('.chip', { hasText: '供应商' }).click();
  await form.getByLabel('车牌').fill('鲁B12345');
  await picture(page, '登记来访');
  await page.keyboard.press('Control+Enter');
  await side(page).getByRole('heading', { name: '欧阳𬭚' }).waitFor();
  await picture(page, '来访记录');
}

async function offer(page: Page): Promise<void> {
  await beginVisit(page);
  await typeOn(page, '13812345678');
  await side(page)
    .getByRole('button', { name: /1.*欧阳𬭚/ })
    .waitFor();
  await picture(page, '登记来访-曾来访');
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Control+Enter');
  await side(page).getByRole('heading', { name: '欧阳𬭚' }).waitFor();
}

async function faults(page: Page): Promise<void> {
  const form = await beginVisit(page);
  await form.getByLabel('电话').fill('1234567');
  await form.getByLabel('来访时间').fill('2026-11-21T11:00');
  await page.keyboard.press('Control+Enter');
  await form.getByText('电话号码不对').waitFor();
  await picture(page, '登记来访-提示');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '放弃', exact: true }).click();
}

async function correct(page: Page): Promise<void> {
  await rows(page).filter({ hasText: '欧阳𬭚' }).first().click();
  await side(page).getByRole('button', { name: '更正', exact: true }).click();
  await side(page).getByLabel('人数').fill('3');
  await side(page).getByLabel('更正原因').fill('少记一人');
  await picture(page, '更正');
  await page.keyboard.press('Control+Enter');
  await side(page)
    .getByText(/人数：\d → 3/)
    .waitFor();
  await picture(page, '更正后');
}

async function signOut(page: Page): Promise<void> {
  await rows(page).filter({ hasText: '欧阳𬭚' }).first().click();
  await page.keyboard.press('s');
  await notice(page, '欧阳𬭚 已离开').waitFor();
  await picture(page, '登记离开', { notices: true });
}

async function printRegister(page: Page): Promise<void> {
  await page.getByLabel('期间').selectOption('thisMonth');
  await picture(page, '来访登记-本月');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '客户来访登记表');
  await page.getByRole('button', { name: '导出' }).click();
  await notice(page, /已导出 \d+ 条/).waitFor();
  await page.getByLabel('期间').selectOption('today');
}

async function onSite(page: Page): Promise<void> {
  await goTo(page, '/visits/on-site');
  await page.getByRole('button', { name: '登记出发台人数' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('客人').fill('36');
  await dialog.getByLabel('球童').fill('12');
  await picture(page, '出发台人数');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await side(page).getByLabel('周立').check();
  await picture(page, '现场人员');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '在场人员名单');
}

async function sweep(page: Page): Promise<void> {
  await goTo(page, '/visits/sweep');
  await page.getByRole('dialog').waitFor();
  await picture(page, '闭店核对');
  await page.keyboard.press('Escape');
}

export const visitSteps = [
  ['a visitor is registered', register],
  ['a known phone offers earlier visits', offer],
  ['faults stand beside their fields', faults],
  ['a visit is corrected', correct],
  ['a visitor leaves', signOut],
  ['the month’s register is printed and exported', printRegister],
  ['who is on site is printed', onSite],
  ['the closing check', sweep],
] as const;
