/** Settings and roles, the language, and the keyboard sheet. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PIN, demoDesk, dropProfile, startDesk, type Desk } from '../helpers/app';

let desk: Desk;

beforeAll(async () => {
  desk = await demoDesk('9001');
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
});

async function become(staffNo: string): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('Control+l');
  await page.locator('input[name=staffNo]').fill(staffNo);
  await page.locator('input[name=pin]').fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await page.locator('input[name=pin]').waitFor({ state: 'detached' });
}

const tabs = (): Promise<readonly string[]> =>
  desk.page.getByRole('group', { name: '设置' }).getByRole('button').allInnerTexts();

describe('settings', () => {
  it('refuse what cannot be, beside the field, and count at once when saved', async () => {
    const { page } = desk;
    await page.goto('app://deskbook/#/settings/club');
    const minutes = page.getByLabel('转部门回复时限', { exact: false });
    await minutes.fill('三十');
    await page.keyboard.press('Control+Enter');
    await page.getByText('请填 5 到 1440 之间的整数').waitFor();
    expect(await minutes.inputValue()).toBe('三十');
    await minutes.fill('45');
    await page.getByLabel('俱乐部名称', { exact: false }).fill('新海湾俱乐部');
    await page.keyboard.press('Control+Enter');
    await page.getByText('设置已保存').last().waitFor();
    await page.locator('.brand', { hasText: '新海湾俱乐部' }).waitFor();
    expect(await minutes.inputValue()).toBe('45');
  });

  it('hold shop, fees and cash: amounts in yuan, lists, fee types with their checklists', async () => {
    const { page } = desk;
    await page.goto('app://deskbook/#/settings/shop');
    const percent = page.getByLabel('客服可给折扣（%）', { exact: false });
    await percent.fill('101');
    await page.getByLabel('面额（元）', { exact: false }).fill('100\n零');
    await page.getByLabel('存放位置', { exact: false }).fill('前厅\n库房');
    await page.keyboard.press('Control+Enter');
    await page.getByText('请填 0 到 100 之间的整数').waitFor();
    await page.getByText('面额须为大于 0 的金额，不能重复').waitFor();
    await page.getByText('展架 还有库存，不能去掉或改名').waitFor();
    await percent.fill('8');
    await page.getByLabel('面额（元）', { exact: false }).fill('100\n50\n0.5');
    await page.getByLabel('存放位置', { exact: false }).fill('展架\n库房\n球会仓');
    const types = page.getByLabel('收费项目与收款前核对', { exact: false });
    await types.fill(`${await types.inputValue()}\n寄存费：寄存单、POS 机可用`);
    await page.keyboard.press('Control+Enter');
    await page.getByText('设置已保存').last().waitFor();
    expect(await types.inputValue()).toContain('寄存费：寄存单、POS 机可用');
    expect(await percent.inputValue()).toBe('8');
  });

  it('add a member of staff, whose number nobody else may have', async () => {
    const { page } = desk;
    await page.goto('app://deskbook/#/settings/staff');
    await page.getByRole('button', { name: '添加员工' }).click();
    await page.getByRole('textbox', { name: '工号' }).fill('1001');
    await page.getByRole('textbox', { name: '姓名' }).fill('新来的');
    await page.keyboard.press('Control+Enter');
    await page.getByText('工号已有人使用').waitFor();
    await page.getByRole('textbox', { name: '工号' }).fill('1010');
    await page.keyboard.press('Control+Enter');
    await page.getByText('设置已保存').last().waitFor();
    await page.getByRole('row', { name: /1010.*新来的.*未设密码/ }).waitFor();
  });

  it('never let the last administrator leave', async () => {
    const { page } = desk;
    await page.getByRole('gridcell', { name: '9001' }).click();
    await page.getByLabel('在职').uncheck();
    await page.keyboard.press('Control+Enter');
    await page.getByText('至少要有一名在职的系统管理员').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃', exact: true }).click();
  });

  it('show a clerk only printing and what the app is, and a lead the desk’s day', async () => {
    await become('1001');
    expect(await tabs()).toEqual(['打印与存档', '版本与更新']);
    await become('1002');
    await desk.page.goto('app://deskbook/#/settings/club');
    expect(await tabs()).toEqual([
      '俱乐部与时间',
      '商品与资金',
      '值班考勤',
      '检查表',
      '紧急联系人',
      '检查项目',
      '服务',
      '接待台',
      '数据导入',
      '打印与存档',
      '版本与更新',
    ]);
    expect(await desk.page.getByLabel('俱乐部名称', { exact: false }).count()).toBe(0);
    await desk.page.getByLabel('转部门回复时限', { exact: false }).waitFor();
  });
});

describe('language', () => {
  it('is switched in the user menu and kept over a restart of the page', async () => {
    const { page } = desk;
    await page.locator('.who').click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.goto('app://deskbook/#/');
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    const shown = await page.locator('.side .label, .side .group, main').allInnerTexts();
    expect(shown.join(' ')).not.toMatch(/[今登设失]/);
    await page.locator('.who').click();
    await page.getByRole('menuitem', { name: '中文' }).click();
    await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
  });
});

describe('keyboard', () => {
  it('opens its own sheet with F1 and gives the focus back', async () => {
    const { page } = desk;
    await page.keyboard.press('/');
    await page.keyboard.press('F1');
    const sheet = page.getByRole('dialog', { name: '帮助与按键' });
    await sheet.waitFor();
    await sheet.getByText('上方选要改的一类').or(sheet.getByText('今天要办的事都在这里')).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  });

  it('reaches everything in the user menu', async () => {
    const { page } = desk;
    await page.locator('.who').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '帮助与按键' }).waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('roles', () => {
  it('hold in the commands too, whatever the page shows', async () => {
    await desk.close();
    for (const [staffNo, outcome] of [
      ['1001', { ok: false, refusals: [{ code: 'notAllowed' }] }],
      ['1002', { ok: false, refusals: [{ field: 'clubName', code: 'notAllowed' }] }],
      ['9001', { ok: true }],
    ] as const) {
      desk = await startDesk({ profile: desk.profile, args: [`--sign-in-as=${staffNo}`] });
      await desk.page.locator('.brand', { hasText: '新海湾俱乐部' }).waitFor();
      await desk.page.waitForFunction(() => window.deskbookTest !== undefined);
      expect(await desk.page.evaluate(() => window.deskbookTest?.renameClub('改名俱乐部'))).toMatchObject(
        outcome,
      );
      if (staffNo !== '9001') await desk.close();
    }
    await desk.page.locator('.brand', { hasText: '改名俱乐部' }).waitFor();
  });
});
