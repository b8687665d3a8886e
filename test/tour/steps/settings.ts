/** The settings, each page, as the administrator sees them; the printer's test page. */
import type { Page } from 'playwright-core';
import { goTo } from '../../helpers/visits';
import { picture, savePrinted } from '../tour';

const PAGES = [
  ['club', '俱乐部'],
  ['staff', '员工'],
  ['departments', '部门'],
  ['desks', '接待台'],
  ['numbers', '编号'],
  ['about', '版本与更新'],
  ['printing', '打印'],
] as const;

async function settings(page: Page): Promise<void> {
  for (const [path, name] of PAGES) {
    await goTo(page, `/settings/${path}`);
    await page.getByRole('heading', { name: '设置', exact: true }).waitFor();
    await picture(page, `设置-${name}`);
  }
  await page.getByRole('button', { name: '打印测试页' }).click();
  await savePrinted(page, '打印测试页');
  await goTo(page, '/backup');
  await page.getByRole('heading', { name: '备份与恢复' }).first().waitFor();
  await picture(page, '备份与恢复');
}

export const settingsSteps = [['the settings are shown', settings]] as const;
