/** The first run: a club of its own. */
import type { Page } from 'playwright-core';
import { picture, savePrinted } from '../tour';

const PIN = '730915';

export async function setUpClub(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '欢迎使用前台台账' }).waitFor();
  await picture(page, '首次使用');
  const field = (name: string) => page.getByLabel(name, { exact: false }).first();
  await field('管理员密码').fill('123456');
  await page.keyboard.press('Control+Enter');
  await page.locator('.field .error:visible').first().waitFor();
  await picture(page, '首次使用-提示');
  await field('俱乐部名称').fill('青岛海湾高尔夫俱乐部');
  await field('本台名称').fill('会所前台');
  await field('管理员姓名').fill('孙倩');
  await field('管理员工号').fill('9001');
  await field('管理员密码').fill(PIN);
  await field('再输一次密码').fill(PIN);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '请保管好恢复密钥' }).waitFor();
  await picture(page, '恢复密钥');
  await page.getByRole('button', { name: '打印密钥' }).click();
  await savePrinted(page, '备份恢复密钥');
  await page.getByLabel('已打印或抄写，并妥善保管').check();
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
  await page.getByText('还没有添加员工').waitFor();
  await picture(page, '新俱乐部的今日');
}
