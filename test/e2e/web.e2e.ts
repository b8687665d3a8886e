// Issue 5, point 6: the web view in a real browser at a really started endpoint, on both databases.
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import type { Staff } from '@shared/directory/schema';
import type { FoundItem } from '@shared/lost-property/schema';
import type { Visit } from '@shared/visits/schema';
import {
  confirmAs,
  dialog,
  edited,
  firstSignIn,
  go,
  heading,
  listenIn,
  OWN_PASSWORD,
  push,
  rows,
  startWebView,
  typeSignIn,
  type WebView,
} from '../helpers/web-view';

describe.each(['sqlite', 'postgres'] as const)('the web view on %s', (engine) => {
  let web: WebView;
  let hr: Page;
  let finance: Page;
  let manager: Page;
  let heardByHr: ReturnType<typeof listenIn>;

  const items = (): readonly FoundItem[] =>
    (web.records.get('lostItems') ?? []).filter((doc): doc is FoundItem => doc.kind === 'foundItem');
  const visits = (): readonly Visit[] =>
    (web.records.get('visits') ?? []).filter((doc): doc is Visit => doc.kind === 'visit');
  const people = (): readonly Staff[] =>
    (web.records.get('directory') ?? []).filter((doc): doc is Staff => doc.kind === 'staff');

  beforeAll(async () => {
    web = await startWebView(engine);
    [hr, finance, manager] = (await Promise.all(
      [0, 1, 2].map(async () => (await web.profile()).newPage()),
    )) as [Page, Page, Page];
    heardByHr = listenIn(hr);
  });
  afterAll(() => web.end());

  it('serves the page with its own policy, its files for good, and nothing beside it', async () => {
    const page = await fetch(web.origin);
    expect(page.status).toBe(200);
    const csp = page.headers.get('content-security-policy') ?? '';
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("script-src 'self'");
    expect(csp).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https:|\*/);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? '';
    const asset = await fetch(`${web.origin}/${script}`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/assets/../../endpoint/main.mjs', '/..%2fendpoint%2fmain.mjs', '/package.json'])
      expect((await fetch(`${web.origin}${path}`)).status).toBe(404);
  });

  it('takes a printed password once, and lets nobody on before it is changed', async () => {
    const printed = web.password('3001');
    await hr.goto(web.origin);
    await hr.getByRole('button', { name: '登录' }).click();
    await hr.getByText('请输入工号').waitFor();
    await typeSignIn(hr, '3001', 'not the password');
    await hr.getByText('工号或密码不对').waitFor();
    expect(await hr.getByLabel('工号').inputValue()).toBe('3001');
    await typeSignIn(hr, '3001', printed);
    await heading(hr, '请设置自己的密码').waitFor();
    await go(hr, '/lost-property/hr');
    await heading(hr, '请设置自己的密码').waitFor();
    const fill = async (password: string, again: string): Promise<void> => {
      await hr.getByLabel('打印的初始密码').fill(printed);
      await hr.getByLabel('新密码', { exact: true }).fill(password);
      await hr.getByLabel('再输一次新密码').fill(again);
      await hr.getByRole('button', { name: '保存新密码' }).click();
    };
    await fill('3001300130', '3001300130');
    await hr.getByText('密码太容易猜到').waitFor();
    await fill(OWN_PASSWORD, `${OWN_PASSWORD}x`);
    await hr.getByText('两次输入的新密码不一样').waitFor();
    await fill(OWN_PASSWORD, OWN_PASSWORD);
    // The place asked for before stands behind the sign-in.
    await heading(hr, '失物招领').waitFor();
  });

  it('locks after five wrong passwords, says for how long, and a new printed one opens again', async () => {
    await manager.goto(web.origin);
    for (let tries = 0; tries < 5; tries += 1) {
      await typeSignIn(manager, '4001', `wrong ${tries}`);
      await manager.getByText('工号或密码不对').waitFor();
      await expect.poll(() => manager.getByLabel('密码', { exact: true }).inputValue()).toBe('');
    }
    await typeSignIn(manager, '4001', 'wrong again');
    await manager.getByText(/输错多次，请 1[45] 分钟后再试/).waitFor();
    await firstSignIn(web, manager, '4001');
  });

  it('shows HR what came and what will come, and nothing of it that is none of their business', async () => {
    await go(hr, '/lost-property/hr');
    const at = items().filter(({ body }) => body.events.some(({ type }) => type === 'handedOver'));
    await expect.poll(() => rows(hr).count()).toBe(at.length);
    await go(hr, '/lost-property/handover');
    await hr.getByText('已有移交单').first().waitFor();
    const heard = await heardByHr.all();
    const claimed = items().filter(({ status }) => status === 'claimed');
    expect(claimed.length).toBeGreaterThan(0);
    for (const { id } of claimed) expect(heard).not.toContain(id);
    for (const { id } of visits()) expect(heard).not.toContain(id);
    expect(heard).not.toMatch(/"kind":"(?:credential|sale|visit)"/);
    for (const { body } of items().filter(({ status }) => status === 'held'))
      for (const { text, hidden } of body.features) if (hidden) expect(heard).not.toContain(text);
    // A few pages more, and no page of another role.
    await go(hr, '/month-end');
    await hr.getByText('没有这一页').waitFor();
  });

  it('follows what a desk writes without a reload', async () => {
    const item = items().find(({ status }) => status === 'held');
    if (!item) throw new Error('nothing is held');
    await go(hr, `/lost-property/${item.id}`);
    await hr
      .getByText(item.body.no ?? '')
      .first()
      .waitFor();
    await push(web.desk, 'lostItems', edited(item, { storage: '前台新柜 9' }), item);
    await hr.getByText('前台新柜 9').first().waitFor();
  });

  it('lets HR keep an item, refuses beside the field, and disposes with a second person’s password', async () => {
    const item = items().find(({ status }) => status === 'handedOver');
    if (!item) throw new Error('nothing is at HR');
    await go(hr, `/lost-property/hr/${item.id}`);
    await hr.getByRole('button', { name: '继续保管' }).click();
    await dialog(hr).getByRole('button', { name: '继续保管' }).click();
    await dialog(hr).locator('.field', { hasText: '保管地点' }).getByRole('alert').waitFor();
    await dialog(hr).getByLabel('保管地点').fill('人事柜 2 层');
    await dialog(hr).getByRole('button', { name: '继续保管' }).click();
    await hr.getByText('已记录').first().waitFor();
    await hr.locator('section.record').getByText('继续保管 ·', { exact: false }).first().waitFor();

    await hr.getByRole('button', { name: '处理', exact: true }).click();
    await dialog(hr).getByLabel('处理依据').selectOption({ label: '无保存价值' });
    await dialog(hr).getByLabel('去向').fill('环卫');
    await dialog(hr).getByRole('button', { name: '处理', exact: true }).click();
    const second = dialog(hr).getByRole('group', { name: '见证人' });
    await second.getByRole('alert').waitFor();
    await second.getByRole('button').click();
    await dialog(hr).last().locator('input[name=staffNo]').fill('4001');
    await dialog(hr).last().locator('input[name=pin]').fill('not it at all');
    await dialog(hr).last().getByRole('button', { name: '确定' }).click();
    await dialog(hr).last().getByText('工号或密码不对').waitFor();
    await confirmAs(hr, '4001', OWN_PASSWORD);
    await second.getByText('陈总').waitFor();
    const early = dialog(hr).getByLabel('我确认提前处理');
    if (await early.isVisible()) await early.check();
    await dialog(hr).getByRole('button', { name: '处理', exact: true }).click();
    await dialog(hr).waitFor({ state: 'detached' });
    const stored = (await web.desk.pullAll('lostItems')).find(
      ({ id }) => id === item.id,
    ) as unknown as FoundItem;
    expect(stored.status).toBe('disposed');
    expect(stored.ver.W).toBe(2);
    expect(JSON.stringify(stored.body.events.at(-1))).toContain('陈总');
  });

  it('keeps what was typed when the session ends, for the same person alone', async () => {
    const [, item] = items().filter(({ status }) => status === 'handedOver');
    if (!item) throw new Error('nothing more is at HR');
    await go(hr, `/lost-property/hr/${item.id}/police`);
    await dialog(hr).getByLabel('回执号').fill('公安 2026-77');
    await hr.waitForTimeout(150);
    // A second tab signs out: the session is over for this page too, which hears of it by its stream.
    const other = await hr.context().newPage();
    await other.goto(web.origin);
    await heading(other, '今日').waitFor();
    await other.getByRole('button', { name: /李人事/ }).click();
    await other.getByRole('menuitem', { name: '退出登录' }).click();
    await other.getByRole('button', { name: '登录' }).waitFor();
    await other.close();
    await hr.getByText('登录已失效，请重新登录').waitFor({ timeout: 60_000 });
    // Nothing of the records stands in the page while nobody is signed in.
    expect(await hr.content()).not.toContain(item.body.no);
    expect(await hr.getByLabel('工号').inputValue()).toBe('3001');
    await hr.getByLabel('密码', { exact: true }).fill(OWN_PASSWORD);
    await hr.getByRole('button', { name: '登录' }).click();
    await expect.poll(() => dialog(hr).getByLabel('回执号').inputValue()).toBe('公安 2026-77');
    await dialog(hr).getByRole('button', { name: '送交公安' }).click();
    await dialog(hr).waitFor({ state: 'detached' });
    await hr.getByText('公安 2026-77').first().waitFor();
  });

  it('gives finance the day’s cash to check and a month to close, numbered W', async () => {
    await firstSignIn(web, finance, '2001');
    await go(finance, '/deposits');
    await finance.getByRole('button', { name: '核对', exact: true }).first().click();
    await expect
      .poll(
        async () =>
          (await web.desk.pullAll('stockDocuments')).filter(({ kind }) => kind === 'cashCheck').length,
      )
      .toBe(1);
    await go(finance, '/month-end');
    await heading(finance, '月末结账').waitFor();
    await finance.getByRole('button', { name: '上一月' }).click();
    await finance.getByText(/已结账（第 1 次）/).waitFor();
    await finance.getByRole('button', { name: '重开本月' }).click();
    await dialog(finance).getByLabel('原因').fill('漏记一笔进货');
    await dialog(finance).getByRole('group', { name: '总经理确认' }).getByRole('button').click();
    await confirmAs(finance, '4001', OWN_PASSWORD);
    await dialog(finance).getByRole('button', { name: '重开本月' }).click();
    await dialog(finance).waitFor({ state: 'detached' });
    await finance.getByRole('button', { name: '结账', exact: true }).click();
    const form = finance.locator('form.record');
    const silent = form.getByLabel('不等 A 台', { exact: false });
    if (await silent.isVisible()) await silent.check();
    await form.getByLabel('说明', { exact: false }).fill('试运行月份，未做月末盘点');
    await form.getByRole('button', { name: '结账并冻结报表' }).click();
    await finance.getByText(/已结账（第 2 次）/).waitFor();
    const closes = (await web.desk.pullAll('ledger', 1_000)).filter(({ kind }) => kind.startsWith('month'));
    expect(closes.filter(({ desk }) => desk === 'W').map(({ kind, status }) => [kind, status])).toEqual([
      ['monthReopen', 'W-000000001'],
      ['monthClose', 'W-000000002'],
    ]);
    // The whole ledger, asked for as far back as it goes, agrees with every closed month.
    await finance.getByRole('button', { name: '核对全部月份' }).click();
    await dialog(finance)
      .getByText(/^相符：/)
      .waitFor();
    await finance.keyboard.press('Escape');
    // What is taken through a till stays at the desk: no such button.
    await go(finance, '/accounts/firms');
    await rows(finance).first().click();
    await finance.getByRole('button', { name: '对账单' }).waitFor();
    expect(await finance.getByRole('button', { name: '结算' }).count()).toBe(0);
  });

  it('prints in the browser and exports as a download', async () => {
    await go(finance, '/deposits/records');
    await rows(finance).first().click();
    await finance.getByRole('button', { name: '打印', exact: true }).last().click();
    await dialog(finance)
      .getByText(/共 \d+ 页/)
      .waitFor();
    const [pdf] = await Promise.all([
      finance.waitForEvent('download'),
      dialog(finance).getByRole('button', { name: '保存为 PDF' }).click(),
    ]);
    expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);
    expect(
      readFileSync(await pdf.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await finance.keyboard.press('Escape');
    await dialog(finance).waitFor({ state: 'detached' });
    const [sheet] = await Promise.all([
      finance.waitForEvent('download'),
      finance.getByRole('button', { name: '导出' }).click(),
    ]);
    expect(sheet.suggestedFilename()).toMatch(/\.xlsx$/);
    const bytes = readFileSync(await sheet.path());
    const stream = new PassThrough();
    stream.end(bytes);
    const table = await readXlsxFile(stream);
    expect(JSON.stringify(table)).toContain('王会计');
    await expect
      .poll(async () => (await web.desk.pullAll('auditEvents')).filter(({ desk }) => desk === 'W').length)
      .toBeGreaterThan(0);
  });

  it('lets the manager read everything and change nothing', async () => {
    await go(manager, '/visits');
    await manager.getByLabel('期间').selectOption({ label: '本月' });
    await expect.poll(() => rows(manager).count()).toBeGreaterThan(0);
    expect(await manager.getByRole('button', { name: '登记', exact: true }).count()).toBe(0);
    await go(manager, '/figures');
    await heading(manager, '近 12 个月').waitFor();
    await expect.poll(() => manager.locator('canvas, svg').count()).toBeGreaterThan(0);
    await manager.keyboard.press('/');
    await manager.keyboard.type('wang');
    await manager.getByRole('option').first().waitFor();
  });

  it('shows a handler the matters of their department, and they answer', async () => {
    const staff = people().find(({ body }) => body.staffNo === '5001');
    const department = staff?.body.departments[0] ?? '';
    // Whoever came last: at night nobody is on site.
    const source = visits()
      .filter(({ status, body }) => status !== 'void' && body.transfer === null)
      .reduce((a, b) => (a.body.timeIn > b.body.timeIn ? a : b));
    const now = new Date().toISOString();
    const handed = edited(source, {
      transfer: { department, at: now, dueAt: now, answer: '', answeredBy: '', answeredAt: '' },
    });
    await push(web.desk, 'visits', handed, source);
    const page = await (await web.profile()).newPage();
    const heard = listenIn(page);
    await firstSignIn(web, page, '5001');
    await go(page, '/visits');
    const mine = visits().filter(
      ({ id, body }) => id === source.id || body.transfer?.department === department,
    );
    await page.getByLabel('期间').selectOption({ label: '本月' });
    await expect.poll(() => rows(page).count()).toBe(mine.length);
    const text = await heard.all();
    for (const { id } of visits()) if (!mine.some((one) => one.id === id)) expect(text).not.toContain(id);
    await go(page, `/visits/${source.id}`);
    await page.getByRole('button', { name: '登记答复' }).click();
    await dialog(page).getByLabel('部门答复').fill('已安排教练联系客人');
    await dialog(page).getByLabel('答复人').fill('高教练');
    await dialog(page)
      .getByRole('button', { name: /保存|答复/ })
      .last()
      .click();
    // What was typed stands in the dialog too; the answer counts once it is at the endpoint.
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText('已安排教练联系客人').first().waitFor();
    const answer = async (): Promise<string | undefined> => {
      const stored = (await web.desk.pullAll('visits', 1_000)).find(({ id }) => id === source.id);
      return (stored as unknown as Visit).body.transfer?.answer;
    };
    await expect.poll(answer).toBe('已安排教练联系客人');
    await page.close();
  });

  it('refuses what our page did not send, and commands of other roles', async () => {
    const call = (headers: Record<string, string>, body: object): Promise<readonly [number, string]> =>
      finance.evaluate(
        async ([sent, given]) => {
          const answer = await fetch('/api/v1/commit', {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...sent },
            body: JSON.stringify(given),
          });
          return [answer.status, await answer.text()] as const;
        },
        [headers, body] as const,
      );
    const act = {
      command: 'lostItem.store',
      input: { id: items()[0]?.id ?? '', place: '偷', note: '' },
      actId: '018f0000-0000-7000-8000-000000000001',
    };
    expect((await call({}, act))[0]).toBe(403);
    expect(await call({ 'x-deskbook-web': '1' }, act)).toEqual([
      200,
      '{"ok":false,"refusals":[{"code":"notAllowed"}]}',
    ]);
    expect((await call({ 'x-deskbook-web': '1', 'x-deskbook-staff': 'somebody else' }, act))[0]).toBe(401);
    const sale = { ...act, command: 'sale.make', input: {} };
    expect((await call({ 'x-deskbook-web': '1' }, sale))[0]).toBe(400);
    // The cookie itself, sent by another site's page.
    const [cookie] = await finance.context().cookies();
    const forged = await fetch(`${web.origin}/api/v1/commit`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-deskbook-web': '1',
        origin: 'https://elsewhere.example',
        cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}`,
      },
      body: JSON.stringify(act),
    });
    expect(forged.status).toBe(403);
  });

  it('forgets everything at a sign-out', async () => {
    await finance.getByRole('button', { name: /王会计/ }).click();
    await finance.getByRole('menuitem', { name: '退出登录' }).click();
    await finance.getByRole('button', { name: '登录' }).waitFor();
    const left = await finance.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      kept: { ...localStorage },
      session: { ...sessionStorage },
    }));
    expect(left.databases).toEqual([]);
    expect(Object.keys(left.kept).filter((key) => key !== 'deskbook-touched')).toEqual([]);
    expect(left.session).toEqual({});
  });
});
