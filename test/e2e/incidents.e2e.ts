// Emergencies and inspections in the real app (DOMAIN §3.11, §3.8).
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropProfile, quietDesk, signInAs, startDesk, type Desk } from '../helpers/app';
import { givePin } from '../helpers/lost-property';
import { plainText } from '../helpers/pdf';
import { dialog, openPage, rows, side, takeOver } from '../helpers/service';

const CLOCK = '2026-11-26T01:42:00Z'; // 09:42 in Shanghai
const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));
let desk: Desk;

const now = () => desk.page.getByRole('region', { name: '现在打给' });
const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
async function shot(name: string): Promise<void> {
  if (SHOTS) await desk.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}
async function saved(name: string): Promise<string> {
  const { page } = desk;
  await dialog(page).locator('canvas').first().waitFor();
  await dialog(page).getByRole('button', { name: '保存为 PDF' }).click();
  await dialog(page).getByText('已保存。').waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  const file = readdirSync(files).find((one) => one.includes(name) && one.endsWith('.pdf')) ?? '';
  if (SHOTS) copyFileSync(path.join(files, file), path.join(SHOTS, `${name}.pdf`));
  return plainText(path.join(files, file));
}

beforeAll(async () => {
  desk = await quietDesk('1001', CLOCK);
  await desk.close();
  desk = await startDesk({ profile: desk.profile, args: [`--clock=${CLOCK}`, `--save-to=${files}`] });
  await signInAs(desk.page, '1001');
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

describe('an emergency', () => {
  it('is reported by one key from anywhere; what is missing is said beside its field', async () => {
    const { page } = desk;
    await openPage(page, '/talks', '接待洽谈');
    await page.keyboard.press('F8');
    await page.getByRole('button', { name: /报告，开始通知/ }).waitFor();
    await shot('incident-form');
    await page.keyboard.press('Control+Enter');
    await page.getByText('请填写', { exact: true }).first().waitFor();
    await page.getByLabel('地点').fill('二楼更衣室');
    await page.getByLabel('情况').fill('吊顶冒烟，正在疏散');
    await page.locator('.chip', { hasText: '重大' }).click();
    await page.keyboard.press('Control+Enter');
    await now().getByRole('heading', { name: '火警' }).waitFor();
    await now().getByText('119').waitFor();
    await shot('incident-call');
  });

  it('is called through by R and N; the unreached come back', async () => {
    const { page } = desk;
    await page.keyboard.press('n');
    await now().getByRole('heading', { name: '急救' }).waitFor();
    await page.keyboard.press('r');
    const list = page.getByRole('region', { name: '通知名单' });
    await list.locator('li', { hasText: '急救' }).getByText('已通知').waitFor();
    await list.locator('li', { hasText: '火警' }).getByText('未接通', { exact: true }).waitFor();
    // R was a slip of the finger: taken back, and given again.
    await list.locator('li', { hasText: '急救' }).getByRole('button', { name: '撤回' }).click();
    await now().getByRole('heading', { name: '急救' }).waitFor();
    await page.keyboard.press('r');
    await list.locator('li', { hasText: '急救' }).getByText('已通知').waitFor();
    await list.locator('li', { hasText: '火警' }).getByRole('button').first().click();
    await now().getByRole('heading', { name: '火警' }).waitFor();
    await now().getByText('再打一次').waitFor();
    await page.keyboard.press('r');
    await list.locator('li', { hasText: '火警' }).getByText('已通知').waitFor();
  });

  it('tells those without contact data in person, and calls the roll', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /^当面告知/ }).click();
    const apart = page.getByRole('region', { name: '当面告知' });
    await apart.locator('li').first().waitFor();
    await shot('incident-in-person');
    const before = await apart.locator('li').count();
    await apart.locator('li', { hasText: '林晓彤' }).getByRole('button').click();
    await expect.poll(() => apart.locator('li').count()).toBe(before - 1);
    await page.getByRole('button', { name: /^撤离点名/ }).click();
    const roll = page.getByRole('region', { name: '撤离点名' });
    const mine = roll.locator('li', { hasText: '林晓彤' });
    await mine.getByRole('button', { name: '未找到' }).click();
    await page.getByText(/^未找到 1 人$/).waitFor();
    await shot('incident-roll');
    await mine.getByRole('button', { name: '已撤离' }).click();
    await page.getByText(/^未找到 1 人$/).waitFor({ state: 'detached' });
  });

  it('is the first line of Today, and prints at any moment', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /^处理经过/ }).click();
    await button('记一条').click();
    await dialog(page).getByLabel('处理经过').fill('已拨打 119，疏散二楼客人');
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+p');
    const text = await saved('紧急事件报告');
    for (const piece of ['JJ-A-20261126-0001', '二楼更衣室', '火警', '119', '无联系方式名单', '疏散二楼客人'])
      expect(text).toContain(piece);
    await openPage(page, '/', '今日');
    await page.locator('.todo').first().getByText('紧急事件处理中').waitFor();
    await shot('incident-today');
    await page.locator('.todo').first().getByRole('link', { name: '处理' }).click();
    await page.getByRole('heading', { name: '二楼更衣室' }).waitFor();
  });

  it('is closed with the reason why somebody was not told', async () => {
    const { page } = desk;
    await button('结案').click();
    await dialog(page).getByLabel('处理结果').fill('明火扑灭');
    await dialog(page).getByLabel('结案总结').fill('线路老化');
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).getByText('还有人没有通知到或未找到，请写明原因').waitFor();
    await shot('incident-close');
    await dialog(page).getByLabel('未全部通知的原因').fill('其余客人已自行离场');
    await dialog(page).locator('button[type=submit]').click();
    await page.locator('.page-head').getByText('已结案').waitFor();
    await page.getByRole('button', { name: /^通知/ }).click();
    expect(await page.getByRole('region', { name: '通知名单' }).innerText()).not.toMatch(/1[3-9]\d{9}/);
    await openPage(page, '/incidents', '紧急事件');
    await rows(page).filter({ hasText: '二楼更衣室' }).getByText('已结案').waitFor();
    await shot('incidents');
  });
});

describe('an inspection', () => {
  it('of others is not shown to a clerk', async () => {
    const { page } = desk;
    await openPage(page, '/inspections', '检查考核');
    await rows(page).first().waitFor();
    expect((await rows(page).allInnerTexts()).every((text) => text.includes('林晓彤'))).toBe(true);
    expect(await page.getByRole('button', { name: /登记检查/ }).count()).toBe(0);
  });

  it('is written by the lead with a remark where marks are lost', async () => {
    const { page } = desk;
    await takeOver(page, '1002', '周立');
    await openPage(page, '/inspections', '检查考核');
    await page.keyboard.press('F2');
    const form = page.locator('form[aria-label=服务检查评分]');
    await form.getByLabel('被检查人').selectOption({ label: '林晓彤' });
    await form.getByLabel('礼貌用语 得分').fill('12');
    await page.keyboard.press('Control+Enter');
    await form.getByText('请填写', { exact: true }).first().waitFor();
    await form.getByLabel('礼貌用语 扣分说明').fill('说了“不清楚”');
    await shot('inspection-form');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('待 林晓彤 确认').waitFor();
    await shot('inspection-panel');
  });

  it('is confirmed by the inspected person’s own PIN, printed, and counts in the month', async () => {
    const { page } = desk;
    await side(page).getByRole('button', { name: '本人确认' }).click();
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).getByText('须由 林晓彤 本人输入工号和密码').waitFor();
    await dialog(page).getByRole('button', { name: '输入工号和密码' }).click();
    await givePin(page, '1001');
    await dialog(page).locator('button[type=submit]').click();
    await side(page).locator('.tag.good', { hasText: '已确认' }).waitFor();
    await page.keyboard.press('Control+p');
    expect(await saved('服务检查评分表')).toContain('97');
    await button('月度汇总').click();
    await rows(page).filter({ hasText: '林晓彤' }).getByText('礼貌用语 扣 3 分', { exact: false }).waitFor();
    await shot('inspection-month');
    await page.keyboard.press('Control+p');
    expect(await saved('服务检查月度汇总表')).toContain('林晓彤');
  });

  it('has its items, and an emergency its contacts, in the settings', async () => {
    const { page } = desk;
    await openPage(page, '/settings/emergency', '设置');
    await shot('settings-emergency');
    await button('加一位联系人').click();
    await page.getByLabel('姓名').last().fill('保安队长');
    await page.getByLabel('电话').last().fill('13800000001');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已保存', { exact: false }).first().waitFor();
    await openPage(page, '/settings/inspection', '设置');
    await page.getByText('满分 100 分').waitFor();
    await shot('settings-inspection');
  });
});
