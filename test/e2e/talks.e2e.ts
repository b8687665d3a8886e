// Talks and my open matters in the real app (DOMAIN §3.3, §2 首问负责制).
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropProfile, quietDesk, signInAs, startDesk, type Desk } from '../helpers/app';
import { givePin, sign } from '../helpers/lost-property';
import { plainText } from '../helpers/pdf';
import { act, dialog, openPage, rows, side, takeOver } from '../helpers/service';
import { notice } from '../helpers/visits';

const CLOCK = '2026-11-26T01:42:00Z'; // 09:42 in Shanghai
const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));
let desk: Desk;

const button = (name: string) => side(desk.page).getByRole('button', { name, exact: true });
const stateIs = (state: string): Promise<void> =>
  side(desk.page).locator('.title .tag', { hasText: state }).first().waitFor();
async function shot(name: string): Promise<void> {
  if (SHOTS) await desk.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}
async function openTalk(text: string): Promise<void> {
  await openPage(desk.page, '/talks', '接待洽谈');
  await rows(desk.page).filter({ hasText: text }).click();
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

describe('a talk', () => {
  it('is refused with what is missing beside each field, and the customer’s signature', async () => {
    const { page } = desk;
    await openPage(page, '/talks', '接待洽谈');
    await shot('talks');
    await page.keyboard.press('F2');
    await page.locator('form[aria-label=接待洽谈记录] input:focus').waitFor();
    const form = side(page);
    await form.getByLabel('姓名').fill('司徒静怡');
    await form.getByLabel('联系电话').fill('13812340003');
    await form.locator('.chip', { hasText: '涉及赔偿' }).click();
    await form.getByLabel('洽谈地点').fill('会员接待室');
    await form.getByLabel('洽谈事项').fill('球车刮伤球包');
    await form.getByLabel('客户要求').fill('赔偿 800 元');
    await form.getByLabel('客户陈述').fill('当时球童在场');
    await page.keyboard.press('Control+Enter');
    await form.getByText('没有保存，请看红字提示。').waitFor();
    await form.getByText('请先签字，或改用纸质签字').waitFor();
    expect(await form.getByText('请填写', { exact: true }).count()).toBe(3);
    await shot('talk-refused');
  });

  it('is signed on the screen and waits for the lead, who is not its writer', async () => {
    const { page } = desk;
    const form = side(page);
    await form.getByLabel('我方意见').fill('先行检测，三日内答复');
    await form.getByLabel('约定时间').fill('2026-11-29T15:00');
    await form.getByLabel('经办人').fill('周立');
    await sign(page);
    await shot('talk-form');
    await page.keyboard.press('Control+Enter');
    await stateIs('待审批');
    expect(await side(page).locator('.number').innerText()).toMatch(/QT-A-20261126-0001/);
    await shot('talk-panel');
    await button('审批通过').click();
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).getByText('须由客服主管输入工号和密码确认').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  });

  it('is sent back from the lead’s Today; a changed text is signed anew', async () => {
    const { page } = desk;
    await takeOver(page, '1002', '周立');
    await openPage(page, '/', '今日');
    const line = page.locator('.todo', { hasText: '洽谈待审批：球车刮伤球包' });
    await line.waitFor();
    await shot('talk-today');
    await openTalk('球车刮伤球包');
    await act(page, button('退回修改'), { 原因: '写明检测单位' });
    await side(page).getByText('周立 退回：写明检测单位').waitFor();
    await takeOver(page, '1001', '林晓彤');
    await openTalk('球车刮伤球包');
    await button('修改').click();
    const form = side(page);
    await form.getByText('内容未改，沿用 司徒静怡 的签字').waitFor();
    await form.getByLabel('我方意见').fill('送青岛球具中心检测，三日内答复');
    await page.keyboard.press('Control+Enter');
    await form.getByText('请先签字，或改用纸质签字').waitFor();
    await form.getByRole('button', { name: '纸质签字' }).click();
    await page.keyboard.press('Control+Enter');
    await stateIs('待审批');
    await stateIs('待签字');
  });

  it('is approved by PIN and solved', async () => {
    const { page } = desk;
    await button('审批通过').click();
    await dialog(page).getByLabel('经办人').fill('周立主管');
    await dialog(page).getByRole('button', { name: '输入工号和密码' }).click();
    await givePin(page, '1002');
    await dialog(page).locator('button[type=submit]').click();
    await stateIs('办理中');
    await side(page).getByText('约定 11-29 15:00 由 周立主管 办理').waitFor();
    await act(page, button('办理完毕'), { 处理结果: '检测后赔付 600 元' });
    await stateIs('待回访归档');
  });

  it('is followed up from its own page, and the call closes what it waited for', async () => {
    const { page } = desk;
    await side(page)
      .getByText(/请在 .* 前回访客户/)
      .waitFor();
    await side(page).getByRole('link', { name: '回访', exact: true }).click();
    await side(page).getByLabel('姓名').waitFor();
    expect(await side(page).getByLabel('姓名').inputValue()).toBe('司徒静怡');
    await page.keyboard.press('Control+Enter');
    await button('记录回访').click();
    await dialog(page).locator('.chip', { hasText: '已回访' }).click();
    await dialog(page)
      .locator('.chip', { hasText: /^\d?满意$/ })
      .click();
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).waitFor({ state: 'detached' });
    await openTalk('球包');
    await side(page)
      .getByText(/已回访，请填写归档号归档/)
      .waitFor();
    expect(await side(page).getByRole('link', { name: '回访', exact: true }).count()).toBe(0);
    await shot('talk-followed-up');
  });

  it('is archived only when the paper is filed', async () => {
    const { page } = desk;
    await button('归档').click();
    await dialog(page).getByLabel('归档号').fill('QT-2026-031');
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).getByText('请填写', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await act(page, button('补登归档号'), { 原件归档号: 'ZQ-2026-118' });
    await act(page, button('归档'), { 归档号: 'QT-2026-031' });
    await stateIs('已归档');
    await shot('talk-archived');
  });

  it('prints its record with the signatures', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+p');
    await dialog(page).locator('canvas').first().waitFor();
    await dialog(page).getByRole('button', { name: '保存为 PDF' }).click();
    await dialog(page).getByText('已保存。').waitFor();
    const [file = ''] = readdirSync(files).filter((one) => one.endsWith('.pdf'));
    if (SHOTS) copyFileSync(path.join(files, file), path.join(SHOTS, 'talk.pdf'));
    const text = plainText(path.join(files, file));
    for (const piece of [
      '客户接待洽谈记录',
      'QT-2026-031',
      '司徒静怡',
      '纸质签字ZQ-2026-118',
      '赔付600元',
      '周立主管',
    ])
      expect(text).toContain(piece);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  });
});

describe('my open matters', () => {
  it('are all kinds I answer for, and go to a named colleague together', async () => {
    const { page } = desk;
    await openPage(page, '/my-matters', '我的事项');
    await rows(page).first().waitFor();
    const before = await rows(page).count();
    expect(before).toBeGreaterThan(2);
    const kinds = (await rows(page).allInnerTexts()).join(' ');
    expect(kinds).toContain('工作单');
    expect(kinds).toContain('接待洽谈');
    await shot('my-matters');
    await rows(page).nth(0).getByRole('checkbox').check();
    await rows(page).nth(1).getByRole('checkbox').check();
    await page.getByRole('button', { name: '移交选中的 2 件' }).click();
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).getByText('请填写', { exact: true }).first().waitFor();
    await dialog(page).getByLabel('移交给').selectOption({ label: '赵一鸣' });
    await dialog(page).getByLabel('移交原因').fill('早班下班');
    await dialog(page).locator('button[type=submit]').click();
    await notice(page, '已移交给 赵一鸣').waitFor();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await rows(page).count()).toBe(before - 2);
  });

  it('of everybody are the lead’s to see, by person', async () => {
    const { page } = desk;
    await takeOver(page, '1002', '周立');
    await openPage(page, '/my-matters', '我的事项');
    await page.getByRole('button', { name: /^全部未结/ }).click();
    await rows(page).first().waitFor();
    const all = await rows(page).count();
    const people = page.getByLabel('责任人').last();
    const option = await people.locator('option', { hasText: '赵一鸣' }).getAttribute('value');
    await people.selectOption(option ?? '');
    const his = await rows(page).count();
    expect(his).toBeGreaterThanOrEqual(2);
    expect(his).toBeLessThan(all);
    await shot('my-matters-lead');
    await rows(page).first().click();
    await side(page).getByText('早班下班', { exact: false }).first().waitFor();
  });
});
