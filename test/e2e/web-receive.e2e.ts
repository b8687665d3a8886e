// DOMAIN §6 and §3.6: what a desk hands on is received in the browser, by finance and by HR, or goes back.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@shared/core/command';
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { businessDay } from '@shared/core/time';
import { makeDeposit } from '@shared/deposits/make-deposit';
import { waitingRows } from '@shared/deposits/waiting';
import type { Staff } from '@shared/directory/schema';
import { handOver } from '@shared/lost-property/handover';
import type { FoundItem, Handover } from '@shared/lost-property/schema';
import { Desk } from '../helpers/desk';
import { travelling } from '../helpers/endpoint';
import { dialog } from '../helpers/service';
import { firstSignIn, startWebView, type WebView } from '../helpers/web-view';

const LATER = { mode: 'later' } as const;
const SHEET = '019aa000-0000-7000-8000-0000000000a1';
const DEPOSITS = ['019aa000-0000-7000-8000-0000000000d1', '019aa000-0000-7000-8000-0000000000d2'] as const;
const SHOTS = process.env.DESKBOOK_SHOTS;

let web: WebView;
let desk: Desk;
let items: readonly FoundItem[];

const go = (page: Page, path: string): Promise<unknown> =>
  page.evaluate((hash) => void (window.location.hash = hash), path);
const panel = (page: Page) => page.locator('section.record');
const confirm = (page: Page) => dialog(page).locator('button[type=submit]').click();
async function shot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}
async function signedIn(staffNo: string): Promise<Page> {
  const page = await (await web.profile()).newPage();
  await firstSignIn(web, page, staffNo);
  return page;
}
const stored = async (collection: CollectionName, id: string): Promise<Envelope | undefined> =>
  (await web.desk.pullAll(collection, 1_000)).find((doc) => doc.id === id);

beforeAll(async () => {
  web = await startWebView('sqlite');
  const now = new Date().toISOString();
  desk = new Desk(now);
  for (const name of ['directory', 'ledger', 'lostItems'] as const)
    for (const doc of web.records.get(name) ?? []) desk.records.set(doc.id, doc);
  const person = (web.records.get('directory') ?? []).find(
    (doc): doc is Staff => doc.kind === 'staff' && (doc as Staff).body.staffNo === '1001',
  );
  if (!person) throw new Error('no clerk');
  const { name, roles, departments } = person.body;
  const clerk: Actor = { id: person.id, name, roles, departments };
  const before = new Map(desk.records);
  const waiting = waitingRows(desk.books(), businessDay(now, 4));
  const [first, second] = waiting;
  if (!first || !second) throw new Error('no money waits');
  for (const [at, { session, tender, amount }] of [first, second].entries())
    expect(
      desk.codes(
        makeDeposit,
        {
          id: DEPOSITS[at] ?? '',
          lines: [{ session, tender, amount: (amount / 100).toFixed(2), slips: '' }],
          bankSlipNo: `JK-${String(at)}`,
          reason: '',
          remark: '',
          receiverName: '',
          receiver: LATER,
        },
        { actor: clerk },
      ),
    ).toEqual([]);
  items = [...desk.records.values()]
    .filter((doc): doc is FoundItem => doc.kind === 'foundItem' && doc.status === 'held')
    .slice(0, 2);
  expect(
    desk.codes(
      handOver,
      { id: SHEET, items: items.map(({ id }) => id), receiverName: '', receiver: LATER },
      { actor: clerk },
    ),
  ).toEqual([]);
  for (const doc of desk.records.values()) {
    const old = before.get(doc.id);
    if (old === doc) continue;
    const collection = 'n' in doc.body ? 'ledger' : 'lostItems';
    const row = {
      newDocumentState: travelling(doc),
      ...(old ? { assumedMasterState: travelling(old) } : {}),
    };
    expect((await web.desk.push(collection, [row])).body).toEqual({ conflicts: [], rejected: [] });
  }
});
afterAll(() => web.end());

describe('finance', () => {
  let page: Page;

  it('receives by their own word what a desk handed on, and it says so on the record', async () => {
    page = await signedIn('2001');
    await go(page, `/deposits/records/${DEPOSITS[0]}`);
    await panel(page).getByText('待接收').first().waitFor();
    await panel(page).getByRole('button', { name: '接收', exact: true }).click();
    await dialog(page).getByText('王会计').waitFor();
    await shot(page, 'deposit-receive');
    await confirm(page);
    await page.getByText(/已接收 SJ-A/).waitFor();
    await expect.poll(() => panel(page).getByText('待接收').count()).toBe(0);
    await panel(page).getByText('王会计').first().waitFor();
    await shot(page, 'deposit-received');
    expect(await stored('ledger', `received:${DEPOSITS[0]}`)).toMatchObject({
      kind: 'depositReceived',
      body: { of: DEPOSITS[0], receiver: { mode: 'pin', name: '王会计' } },
    });
  });

  it('gives back with a reason, never without one', async () => {
    await go(page, `/deposits/records/${DEPOSITS[1]}`);
    await panel(page).getByRole('button', { name: '退回', exact: true }).click();
    await confirm(page);
    await dialog(page).getByText('请填写').waitFor();
    await dialog(page).getByLabel('退回原因').fill('少一张缴款回单');
    await confirm(page);
    // Finance gave it back: nobody of the desk took anything back.
    await panel(page)
      .getByText(/财务已退回：少一张缴款回单\s+王会计/)
      .waitFor();
    expect(await panel(page).getByText('待接收').count()).toBe(0);
    await shot(page, 'deposit-back');
    expect(await panel(page).getByRole('button', { name: '接收', exact: true }).count()).toBe(0);
    expect(await stored('ledger', `reversal:${DEPOSITS[1]}`)).toMatchObject({
      body: { of: DEPOSITS[1], reason: '少一张缴款回单' },
    });
  });
});

describe('human resources', () => {
  it('receives a sheet line by line; what is not there stays with the desk', async () => {
    const page = await signedIn('3001');
    await go(page, '/lost-property/handover');
    const sheet = page.locator('.sheets li', { hasText: '待接收' });
    await sheet.getByRole('button', { name: '接收', exact: true }).click();
    const [there, missing] = items;
    await dialog(page)
      .locator('label', { hasText: missing?.body.no ?? '-' })
      .getByRole('checkbox')
      .uncheck();
    await shot(page, 'sheet-receive');
    await confirm(page);
    await sheet.waitFor({ state: 'detached' });
    await shot(page, 'sheet-received');
    const [received, kept] = [
      await stored('lostItems', there?.id ?? ''),
      await stored('lostItems', missing?.id ?? ''),
    ];
    expect([received?.status, kept?.status]).toEqual(['handedOver', 'held']);
    const { body, status } = (await stored('lostItems', SHEET)) as unknown as Handover;
    expect(status).toBe('signed');
    expect(body).toMatchObject({ receiver: { name: '李人事' }, dropped: [missing?.body.no] });
  });
});
