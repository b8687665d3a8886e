/** Sign-in: wrong, waiting, locked, and a new PIN by the administrator. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  chooseDemo,
  DEMO_PIN,
  dropProfile,
  newProfile,
  signInAs,
  startDesk,
  type Desk,
} from '../helpers/app';

const profile = newProfile();
const guardFile = path.join(profile, 'pin-guard.json');
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk({ profile });
  await chooseDemo(desk.page);
});
afterAll(async () => {
  await desk.close();
  dropProfile(profile);
});

async function tryPin(pin: string): Promise<void> {
  await desk.page.locator('input[name=staffNo]').fill('1001');
  await desk.page.locator('input[name=pin]').fill(pin);
  await desk.page.keyboard.press('Enter');
}

describe('sign-in', () => {
  it('lists the demo club’s people and fills their number in', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '1002 周立' }).click();
    expect(await page.locator('input[name=staffNo]').inputValue()).toBe('1002');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('pin');
  });

  it('does not spend a try on an empty PIN, and knows no strangers', async () => {
    const { page } = desk;
    await page.locator('input[name=staffNo]').fill('7777');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('pin');
    await page.keyboard.press('Enter');
    await page.getByText('没有这个工号').waitFor();
    await page.locator('input[name=staffNo]').fill('1001');
    await page.locator('input[name=pin]').press('Enter');
    await page.getByText('请输入密码').waitFor();
    expect(fs.existsSync(guardFile)).toBe(false);
  });

  it('says how many tries are left, then makes one wait, then lets the right PIN in', async () => {
    const { page } = desk;
    await tryPin('000001');
    await page.getByText('还可试 9 次').waitFor();
    await tryPin('000002');
    await page.getByText('还可试 8 次').waitFor();
    await tryPin('000003');
    await page.getByText(/请等 \d+ 秒/).waitFor();
    await tryPin(DEMO_PIN);
    await page.getByText(/请等 \d+ 秒/).waitFor();
    await page.getByText(/请等 \d+ 秒/).waitFor({ state: 'hidden' });
    await signInAs(page, '1001');
    expect(JSON.parse(fs.readFileSync(guardFile, 'utf8'))).toEqual({});
  });

  it('locks after ten wrong tries, over a restart too, until the administrator gives a new PIN', async () => {
    await desk.page.keyboard.press('Control+l');
    await tryPin('000001');
    await desk.page.getByText('还可试 9 次').waitFor();
    await desk.close();
    const [staff = ''] = Object.keys(JSON.parse(fs.readFileSync(guardFile, 'utf8')) as object);
    fs.writeFileSync(guardFile, JSON.stringify({ [staff]: { wrong: 10, until: 0 } }));
    desk = await startDesk({ profile });
    const { page } = desk;
    await tryPin(DEMO_PIN);
    await page.getByText('已锁定。请系统管理员重设密码').waitFor();

    await signInAs(page, '9001');
    await page.goto('app://deskbook/#/settings/staff');
    await page.getByRole('gridcell', { name: '林晓彤' }).click();
    await page.getByLabel('新密码', { exact: false }).fill('730915');
    await page.getByLabel('再输一次').fill('730915');
    await page.keyboard.press('Control+Enter');
    await page.getByText('设置已保存').last().waitFor();
    await page.keyboard.press('Control+l');
    await page.locator('input[name=staffNo]').fill('1001');
    await page.locator('input[name=pin]').fill('730915');
    await page.keyboard.press('Enter');
    await page.locator('.who-name', { hasText: '林晓彤' }).waitFor();
  });
});
