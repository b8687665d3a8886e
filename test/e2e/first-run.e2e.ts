/** The first run, by keyboard: faults beside their fields, a kept draft without the PIN, the club, the next start. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropProfile, newProfile, signInAs, startDesk, type Desk } from '../helpers/app';

const profile = newProfile();
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk({ profile });
});
afterAll(async () => {
  await desk.close();
  dropProfile(profile);
});

const field = (name: string) => desk.page.getByLabel(name, { exact: false }).first();

/** The draft as it stands in the page's own database. */
const keptDraft = (): Promise<string> =>
  desk.page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const db = await wait(indexedDB.open('deskbook-local'));
    const draft: unknown = await wait(db.transaction('drafts').objectStore('drafts').get('first-run'));
    db.close();
    return JSON.stringify(draft ?? '');
  });

describe('first run', () => {
  it('says every fault beside its field and refuses an obvious PIN', async () => {
    const { page } = desk;
    await field('管理员密码').fill('123456');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => page.locator('.field .error:visible').allInnerTexts())
      .toEqual([
        '请填写',
        '请填写',
        '请填写',
        expect.stringContaining('工号'),
        expect.stringContaining('密码太简单'),
      ]);
    expect(await page.evaluate(() => document.activeElement?.closest('.field')?.textContent)).toContain(
      '俱乐部名称',
    );
  });

  it('keeps what was typed over a reload, but never the PIN', async () => {
    const { page } = desk;
    await field('俱乐部名称').fill('海湾高尔夫俱乐部');
    await page.getByText('没有保存').last().waitFor();
    await expect.poll(keptDraft).toContain('海湾高尔夫俱乐部');
    expect(await keptDraft()).not.toContain('123456');
    await page.reload();
    await page.getByText('已恢复未保存的草稿').waitFor();
    expect(await field('俱乐部名称').inputValue()).toBe('海湾高尔夫俱乐部');
    expect(await field('管理员密码').inputValue()).toBe('');
  });

  it('is filled in with Enter from field to field and ends on Today', async () => {
    const { page } = desk;
    await field('俱乐部名称').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('会所前台');
    // Departments, then two shifts with a name and two times each.
    for (let stop = 0; stop < 8; stop += 1) await page.keyboard.press('Enter');
    await page.keyboard.type('孙倩');
    await page.keyboard.press('Enter');
    await page.keyboard.type('9001');
    await page.keyboard.press('Enter');
    await page.keyboard.type('730915');
    await page.keyboard.press('Enter');
    await page.keyboard.type('730915');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    // The recovery key comes before anything else; it must be said to be kept.
    await page.getByRole('heading', { name: '请保管好恢复密钥' }).waitFor();
    await expect.poll(() => page.locator('output.key').innerText()).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
    expect(await page.getByRole('button', { name: '继续' }).isDisabled()).toBe(true);
    await page.getByLabel('已打印或抄写，并妥善保管').check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
    await page.getByText('海湾高尔夫俱乐部').waitFor();
    await page.getByText('孙倩', { exact: true }).waitFor();
    // Nobody else can sign in yet.
    const alone = page.locator('.todo').filter({ hasText: '还没有添加员工' });
    expect(await alone.getByRole('link').getAttribute('href')).toBe('#/settings/staff');
  });

  it('asks for number and PIN at the next start, which shows club and desk', async () => {
    await desk.close();
    desk = await startDesk({ profile });
    await desk.page.getByText('A 台 · 会所前台').waitFor();
    await signInAs(desk.page, '9001', '730915');
  });
});
