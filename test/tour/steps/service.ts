/** Service matters: an order dispatched, a talk signed, what somebody answers for. */
import type { Page } from 'playwright-core';
import { sign } from '../../helpers/lost-property';
import { openPage, rows, side } from '../../helpers/service';
import { picture, savePrinted } from '../tour';

async function workOrder(page: Page): Promise<void> {
  await openPage(page, '/work-orders', '工作单');
  await picture(page, '工作单');
  await page.keyboard.press('F2');
  const form = side(page);
  await form.getByLabel('联系电话').fill('13812340011');
  await form.getByLabel('姓名').fill('司徒静怡');
  await form.getByLabel('事项').first().fill('练习场 3 号打位灯不亮');
  await form.getByLabel('承办部门').selectOption({ label: '工程部' });
  await picture(page, '派单');
  await page.keyboard.press('Control+Enter');
  await side(page).getByRole('button', { name: '打印工作单' }).click();
  await savePrinted(page, '工作单');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '工作单登记表');
}

async function talk(page: Page): Promise<void> {
  await openPage(page, '/talks', '接待洽谈');
  await picture(page, '接待洽谈');
  await page.keyboard.press('F2');
  const form = side(page);
  await form.getByLabel('联系电话').fill('13812340012');
  await form.getByLabel('姓名').fill('欧阳文渊');
  await form.locator('.chip', { hasText: '涉及赔偿' }).click();
  await form.getByLabel('洽谈地点').fill('会员接待室');
  await form.getByLabel('洽谈事项').fill('球车刮伤球包');
  await form.getByLabel('客户要求').fill('赔偿 800 元');
  await form.getByLabel('我方意见').fill('先行检测，三日内答复');
  await form.getByLabel('约定时间').fill('2099-01-01T15:00');
  await form.getByLabel('经办人').fill('周立');
  await sign(page);
  await picture(page, '洽谈记录');
  await page.keyboard.press('Control+Enter');
  await side(page).getByRole('button', { name: '打印记录' }).click();
  await savePrinted(page, '客户接待洽谈记录');
}

async function complaint(page: Page): Promise<void> {
  await openPage(page, '/complaints', '投诉受理');
  await rows(page).first().waitFor();
  await picture(page, '投诉受理');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '投诉登记表');
  await page.getByRole('button', { name: '归档清单' }).click();
  await savePrinted(page, '投诉归档清单');
  await rows(page).filter({ hasText: '湿滑' }).first().click();
  await picture(page, '投诉记录');
  await side(page).getByLabel('更多').selectOption({ label: '打印处理单' });
  await savePrinted(page, '客户投诉处理单');
  await rows(page).filter({ hasText: '开球等候时间太长' }).first().click();
  await side(page).getByRole('button', { name: '对照查看' }).click();
  await picture(page, '群体投诉对照');
  await page.keyboard.press('Escape');
}

async function mine(page: Page): Promise<void> {
  await openPage(page, '/my-matters', '我的事项');
  await rows(page).first().waitFor();
  await picture(page, '我的事项');
}

async function enquiry(page: Page): Promise<void> {
  await openPage(page, '/enquiries', '来电 / 在线受理');
  await picture(page, '来电受理');
  await page.keyboard.press('F2');
  const form = page.locator('.enquiry-form');
  await form.getByLabel('联系电话').fill('13812340010');
  await form.getByLabel('姓名').fill('上官清');
  await form.locator('.chip', { hasText: '访客' }).click();
  await form.locator('.chip', { hasText: '咨询' }).click();
  await form.getByLabel('客户所述').fill('会员卡丢了怎么补办');
  await form.getByLabel('答复内容').focus();
  await page.keyboard.press('Alt+r');
  await page.keyboard.type('hyk');
  await page.keyboard.press('Enter');
  await picture(page, '登记来电');
  await page.keyboard.press('Control+Enter');
  await side(page).getByRole('heading', { name: '上官清' }).waitFor();
  await picture(page, '来电记录');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '客户来电登记表');
  await page.getByRole('button', { name: '在线客服受理记录表' }).click();
  await savePrinted(page, '在线客服受理记录表');
  await openPage(page, '/replies', '统一答复');
  await rows(page).first().click();
  await picture(page, '统一答复');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '统一答复手册');
}

async function followUp(page: Page): Promise<void> {
  await openPage(page, '/follow-up', '回访');
  await rows(page).first().waitFor();
  await picture(page, '回访名单');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '售后服务及回访记录表');
  await openPage(page, '/follow-up/figures', '回访');
  await page.locator('.rates-page canvas').waitFor();
  await picture(page, '回访统计');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '月回访统计表');
}

async function emergency(page: Page): Promise<void> {
  await page.keyboard.press('F8');
  await page.getByLabel('地点').fill('二楼更衣室');
  await page.getByLabel('情况').fill('演练：吊顶冒烟');
  await picture(page, '报告紧急事件');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '二楼更衣室' }).waitFor();
  await picture(page, '紧急事件');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '紧急事件报告');
}

async function inspections(page: Page): Promise<void> {
  await openPage(page, '/inspections', '检查考核');
  await picture(page, '检查考核');
}

async function customers(page: Page): Promise<void> {
  await openPage(page, '/customers', '客户');
  await rows(page).first().click();
  await page.locator('.person-records li').first().waitFor();
  await picture(page, '客户');
}

export const serviceSteps: readonly (readonly [name: string, step: (page: Page) => Promise<void>])[] = [
  ['a call is taken and answered', enquiry],
  ['a work order is dispatched and printed', workOrder],
  ['a talk is signed', talk],
  ['calls to customers and their figures', followUp],
  ['a complaint is looked at and printed, a collective one beside those like it', complaint],
  ['what somebody answers for', mine],
  ['an emergency is reported', emergency],
  ['inspections', inspections],
  ['a customer over all registers', customers],
];
