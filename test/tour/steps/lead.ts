/** The lead's desk work: the month's figures, what came in a week, the year's plan of calls and the papers that follow from them. */
import type { Page } from 'playwright-core';
import { goTo, side } from '../../helpers/visits';
import { picture, savePrinted } from '../tour';

async function figures(page: Page): Promise<void> {
  await goTo(page, '/service-figures');
  await page.getByRole('heading', { name: '客户服务统计', exact: true }).waitFor();
  await page.locator('.service-figures canvas').first().waitFor();
  await picture(page, '客户服务统计');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '月度客户服务统计表');
  await page.getByRole('button', { name: '接待情况' }).click();
  await page.getByRole('button', { name: '按周' }).click();
  await page.getByRole('heading', { name: '来访事由' }).waitFor();
  await picture(page, '接待情况');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '客户接待周报');
}

async function papers(page: Page): Promise<void> {
  await goTo(page, '/follow-up/plan');
  await page.locator('.rates.plan').waitFor();
  await picture(page, '回访计划');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '部门年度回访计划书');
  await goTo(page, '/follow-up/papers');
  await page.keyboard.press('F2');
  await side(page).getByLabel('文书').selectOption({ label: '回访意见书' });
  await page.getByRole('button', { name: '填入数字并编辑' }).click();
  await side(page).getByLabel('基本情况').waitFor();
  await picture(page, '回访文书');
  await side(page).getByRole('button', { name: '保存' }).click();
  await side(page).getByText('编辑', { exact: true }).waitFor();
  await page.keyboard.press('Control+p');
  await savePrinted(page, '月度回访意见书');
}

export const leadSteps = [
  ['the lead reads the month’s figures and the week’s report', figures],
  ['the lead plans the year’s calls and writes an opinion', papers],
] as const;
