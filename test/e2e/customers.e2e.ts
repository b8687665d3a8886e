// Issue 6, point 8: one page per person over all registers, doubles merged and taken back, notices decided by a lead, and
// what is past the retention time erased for good: not found any more, figures unchanged.
import { readFileSync, readdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { demoProfile, DEMO_PIN, dropProfile, startDesk, type Desk } from '../helpers/app';
import { act, dialog, openPage, rows, side, takeOver } from '../helpers/service';
import { beginVisit, goTo, notice, openVisits, typeOn } from '../helpers/visits';

const files = mkdtempSync(path.join(tmpdir(), 'deskbook-customers-'));
const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
const NAME = '欧阳若兰';
const PHONE = '13953201187';
let desk: Desk;

const shot = async (name: string): Promise<void> => {
  if (SHOTS) await desk.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
};
const open = (at = ''): Promise<void> =>
  openPage(desk.page, `/customers${at}`, at === '/erase' ? '到期资料' : '客户');
const find = (words: string): Promise<void> =>
  desk.page.getByRole('searchbox', { name: '姓名、拼音、电话' }).fill(words);
const row = (name: string) => rows(desk.page).filter({ hasText: name }).first();
const all = (collection: string): Promise<readonly Envelope[]> =>
  desk.page.evaluate((name) => window.deskbookTest?.all(name as 'visits') ?? [], collection);
const hits = (words: string): Promise<number> =>
  desk.page.evaluate(async (query) => (await window.deskbookTest?.search(query))?.length ?? -1, words);

async function visitOf(name: string, phone: string): Promise<void> {
  await openVisits(desk.page);
  await beginVisit(desk.page);
  await typeOn(desk.page, phone, name, '', '');
  await desk.page.keyboard.press('1');
  await desk.page.keyboard.press('Control+Enter');
  await rows(desk.page).filter({ hasText: name }).first().waitFor();
}

beforeAll(async () => {
  const profile = await demoProfile('2026-11-19T01:42:00.000Z');
  desk = await startDesk({
    profile,
    args: ['--clock=2026-11-21T01:42:00.000Z', '--sign-in-as=1001', `--save-to=${files}`],
  });
  await desk.page.locator('header').getByText('林晓彤').first().waitFor();
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

describe('customers', () => {
  it('stand on one page each, found by pinyin, with their records as links', async () => {
    const { page } = desk;
    await visitOf('司徒文静', '13700001234');
    await visitOf('司徒文婧', '13900001234');
    await open();
    await rows(page).first().waitFor();
    await shot('customers-list');
    await find('situwenjing');
    await row('司徒文静').waitFor();
    expect(await rows(page).count()).toBe(2);
    expect(await row('司徒文静').textContent()).toContain('137****1234');
    await row('司徒文静').click();
    await side(page).getByText('可能是同一位客户').waitFor();
    // A clerk sees who may be the same; merging is a lead's.
    expect(await side(page).getByRole('button', { name: '合并', exact: true }).count()).toBe(0);
    expect(await side(page).getByText('13700001234').count()).toBe(0);
    await side(page).getByRole('button', { name: '显示完整号码' }).click();
    await side(page).getByText('13700001234').waitFor();
    const seen = (await all('auditEvents')).filter(
      ({ body }) => 'what' in body && body.what === 'phone.reveal',
    );
    expect(seen).toHaveLength(1);
    await side(page).locator('.person-records a').first().click();
    await page.getByRole('heading', { name: '来访登记', exact: true }).waitFor();
  });

  it('lead from the history of a number to the page', async () => {
    const { page } = desk;
    await goTo(page, '/enquiries/new');
    await page.getByLabel('联系电话').first().fill('13700001234');
    await page.getByRole('link', { name: '打开客户页' }).click();
    await side(page).getByRole('heading', { name: '司徒文静' }).waitFor();
  });

  it('get a notice that a clerk proposes and a lead confirms and takes off', async () => {
    const { page } = desk;
    await side(page).getByRole('button', { name: '申请标记' }).click();
    await dialog(page).getByRole('button', { name: '提交申请' }).click();
    await dialog(page).locator('[role=alert]').first().waitFor();
    await dialog(page).getByLabel('重点关注').check();
    await dialog(page).getByLabel('理由').fill('多次投诉淋浴水温');
    await dialog(page).getByRole('button', { name: '提交申请' }).click();
    await notice(page, '已提交，等待主管确认').waitFor();
    await side(page).getByText('重点关注（待确认）').first().waitFor();
    await takeOver(page, '1002', '周立');
    await act(page, side(page).getByRole('button', { name: '确认', exact: true }));
    await notice(page, '标记已生效').waitFor();
    await shot('customers-person');
    await side(page).getByRole('button', { name: '取消标记' }).click();
    await dialog(page).getByRole('button', { name: '取消标记' }).click();
    await dialog(page).locator('[role=alert]').first().waitFor();
    await dialog(page).getByLabel('说明').fill('水温已修好');
    await dialog(page).getByRole('button', { name: '取消标记' }).click();
    await notice(page, '标记已取消').waitFor();
  });

  it('are merged by a lead, and two again when that is taken back', async () => {
    const { page } = desk;
    await open();
    await find('situwenjing');
    await row('司徒文静').click();
    await side(page).getByRole('button', { name: '合并', exact: true }).click();
    await dialog(page).getByLabel('理由').fill('同一位会员，换了号码');
    await shot('customers-merge');
    await dialog(page).getByRole('button', { name: '合并', exact: true }).click();
    await notice(page, '已合并，可在客户页撤销').waitFor();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-register-rows] [data-id]').length === 1,
    );
    await side(page).locator('.person-records li').nth(1).waitFor();
    await shot('customers-merged');
    await side(page).getByRole('button', { name: '撤销合并' }).click();
    await notice(page, '司徒文婧 已恢复为单独的客户').waitFor();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-register-rows] [data-id]').length === 2,
    );
  });

  it('get a copy of what is kept of them, which is noted', async () => {
    const { page } = desk;
    await side(page).getByRole('button', { name: '个人信息副本' }).click();
    await notice(page, '已导出').first().waitFor();
    expect(readdirSync(files).some((name) => name.startsWith('个人信息副本'))).toBe(true);
    const noted = (await all('auditEvents')).filter(({ body }) => 'what' in body && body.what === 'export');
    expect(noted).toHaveLength(1);
    expect(JSON.stringify(noted)).not.toContain('司徒');
  });
});

describe('what is past the retention time', () => {
  const figures = async (): Promise<string> => {
    const visits = (await all('visits')).filter(({ kind }) => kind === 'visit');
    return JSON.stringify(
      visits
        .map(({ id, day, status, body }) => {
          const { no, people, purpose, timeIn, timeOut, outcome } = body as unknown as Record<
            string,
            unknown
          >;
          return [id, day, status, no, people, purpose, timeIn, timeOut, outcome];
        })
        .sort(),
    );
  };

  it('stands on Today for the lead', async () => {
    const { page } = desk;
    await openPage(page, '/', '今日');
    await page.getByText('2 位客户的资料已到保存期限').waitFor({ timeout: 60_000 });
    await shot('customers-today');
  });

  it('is shown with its counts, and erased by the lead’s own PIN only', async () => {
    const { page } = desk;
    expect(await hits(NAME)).toBe(2);
    const before = await figures();
    await open('/erase');
    await rows(page).filter({ hasText: NAME }).waitFor();
    await page.getByText('2 位客户，3 条记录').waitFor();
    await shot('customers-due');
    const confirm = async (staffNo: string): Promise<void> => {
      await page.getByRole('button', { name: '删除个人信息' }).click();
      await dialog(page).locator('input[name=staffNo]').fill(staffNo);
      await dialog(page).locator('input[name=pin]').fill(DEMO_PIN);
      await dialog(page).getByRole('button', { name: '确认删除' }).click();
    };
    await confirm('1001');
    await dialog(page).locator('[role=alert]').waitFor();
    await page.keyboard.press('Escape');
    expect(await hits(NAME)).toBe(2);
    await confirm('1002');
    await notice(page, '已删除 3 条记录里的个人信息').waitFor();
    await page.getByText('没有到期的资料').waitFor();
    await shot('customers-erased');
    expect(await figures()).toBe(before);
  });

  it('is found by nobody any more; its number and figures stay, and who erased it is kept', async () => {
    const { page } = desk;
    expect(await hits(NAME)).toBe(0);
    expect(await hits('oyrl')).toBe(0);
    expect(await hits(PHONE)).toBe(0);
    const visits = await all('visits');
    const text = JSON.stringify(visits);
    expect(text).not.toContain(NAME);
    expect(text).not.toContain(PHONE);
    const [record, ...more] = (await all('auditEvents')).filter(({ kind }) => kind === 'erasure');
    expect(more).toEqual([]);
    expect(record?.body).toMatchObject({ counts: { visit: 3 }, months: 24 });
    expect(JSON.stringify(record)).not.toContain(NAME);
    await open();
    await find(NAME);
    await page.getByText('没有符合条件的客户').waitFor();
    await openPage(page, '/', '今日');
    await page.waitForFunction(() => !document.body.textContent?.includes('资料已到保存期限'));
  });

  it('stays erased when the journal is gone through again', async () => {
    const { page } = desk;
    await page.evaluate(() => window.deskbookTest?.verify());
    expect(JSON.stringify(await all('visits'))).not.toContain(NAME);
    const folder = path.join(desk.profile, 'journal');
    const lines = readdirSync(folder).flatMap((file) =>
      readFileSync(path.join(folder, file), 'utf8').split('\n'),
    );
    expect(lines.some((line) => line.includes('"customer.erase"'))).toBe(true);
  });
});
