/** Lost property: a watch comes in, its owner is found and signs; the due things go to HR; every form on paper. */
import type { Page } from 'playwright-core';
import { givePin, openLost, rows, savedNumber, side, sign } from '../../helpers/lost-property';
import { picture, savePrinted } from '../tour';

async function takeInWatch(page: Page): Promise<void> {
  await openLost(page);
  await rows(page).first().waitFor();
  await picture(page, '失物招领');
  await page.keyboard.press('F2');
  const form = page.getByRole('form', { name: '登记拾获物' });
  await form.getByLabel('物品名称').fill('男士腕表');
  await form.getByLabel('拾获地点').fill('更衣室 12 号柜');
  await form.locator('.chip', { hasText: '贵重' }).click();
  await form.locator('.chip', { hasText: '客人' }).click();
  await form.getByLabel('拾获人姓名').fill('王秀兰');
  await form.getByLabel('拾获人电话').fill('13812346620');
  await form.getByLabel('存放处').selectOption('保险柜');
  await form.getByLabel('封袋号').fill('0247');
  for (const [at, text] of ['银色表带', '背面刻 LX 2019'].entries()) {
    await form.getByRole('button', { name: '添加特征' }).click();
    await form.locator('.feature-row input.input').nth(at).fill(text);
  }
  await form.locator('.feature-row input[type=checkbox]').nth(1).check();
  await form.getByRole('group', { name: '见证人' }).getByRole('button').click();
  await givePin(page, '1002');
  await sign(page);
  await picture(page, '登记拾获物');
  await page.keyboard.press('Control+Enter');
  await savedNumber(page, '男士腕表');
  await picture(page, '拾获物记录');
  await side(page).getByRole('button', { name: '标签', exact: true }).click();
  await savePrinted(page, '标签');
}

async function reportLoss(page: Page): Promise<void> {
  await openLost(page, '/reports/new');
  const form = page.getByRole('form', { name: '报失登记' });
  await form.getByLabel('物品名称').fill('男士银表');
  await form.getByLabel('丢失地点').fill('更衣室');
  await form.getByLabel('失主姓名').fill('刘志远');
  await form.getByLabel('失主电话').fill('13912345678');
  await page.keyboard.press('Control+Enter');
  await savedNumber(page, '男士银表');
  const proposal = side(page).locator('.proposal', { hasText: '男士腕表' });
  await proposal.waitFor();
  await picture(page, '报失与匹配');
  await proposal.getByRole('button', { name: '对上了' }).click();
  await side(page).getByText('已对上', { exact: false }).first().waitFor();
  await page.keyboard.press('Control+p');
  await savePrinted(page, '报失登记表');
}

async function claim(page: Page): Promise<void> {
  await openLost(page);
  await rows(page).filter({ hasText: '男士腕表' }).first().click();
  await side(page).getByRole('button', { name: '办理认领' }).click();
  const form = page.getByRole('form', { name: /^认领/ });
  await form.getByLabel('证件后四位').fill('123X');
  for (const tick of ['银色表带', '背面刻 LX 2019', '已与认领人当面点清'])
    await form.getByLabel(tick).check();
  await form.getByLabel('身份核对方式').selectOption('核对身份证件');
  await form.getByRole('group', { name: '见证人' }).getByRole('button').click();
  await givePin(page, '1003');
  await sign(page);
  await picture(page, '办理认领');
  await page.keyboard.press('Control+Enter');
  await side(page).getByText('领取人 1 件').waitFor();
  await page.locator('.toast').getByRole('button', { name: '打印认领单' }).click();
  await savePrinted(page, '认领单');
  await picture(page, '认领后');
}

async function registers(page: Page): Promise<void> {
  await openLost(page);
  await page.getByLabel('期间').selectOption('thisMonth');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '遗留物品登记表');
  await page.getByRole('button', { name: '招领启事' }).click();
  await savePrinted(page, '招领启事');
}

async function handOver(page: Page): Promise<void> {
  await openLost(page, '/handover');
  await page.getByRole('button', { name: /^移交 \d+ 项$/ }).waitFor();
  if (await page.getByRole('button', { name: '移交 0 项' }).isVisible()) {
    await page.getByLabel('只看到期的').uncheck();
    await rows(page).first().getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: '输入工号和密码' }).click();
  await givePin(page, '3001');
  await picture(page, '移交');
  await page.getByRole('button', { name: /^移交 \d+ 项$/ }).click();
  await page.locator('.toast').getByRole('button', { name: '打印' }).click();
  await savePrinted(page, '遗留物品移交单');
}

async function figures(page: Page): Promise<void> {
  await openLost(page, '/figures');
  await page.locator('.figures-grid canvas').waitFor();
  await picture(page, '失物统计');
  await openLost(page, '/hr');
  await picture(page, '人事行政处理');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '遗留物品处理记录');
}

export const lostSteps = [
  ['a watch is taken in with a witness and a signature', takeInWatch],
  ['a loss report finds it', reportLoss],
  ['its owner gets it back and signs', claim],
  ['register and notice of lost property are printed', registers],
  ['what is due goes to HR', handOver],
  ['the figures of lost property', figures],
] as const;
