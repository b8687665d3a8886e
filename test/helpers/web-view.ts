/** The web view in a real Chromium at a really started endpoint, with a desk's month pushed to it. */
import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type Response,
} from 'playwright-core';
import { expect } from 'vitest';
import { COLLECTIONS, type CollectionName, type Envelope } from '@shared/core/envelope';
import { Caller, demoRecords, travelling } from './endpoint';
import { makePlace, type EndpointProcess, type Place } from './endpoint-process';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file));

/** A password the rules take. */
export const OWN_PASSWORD = 'correct horse 电池';

export interface WebView {
  readonly place: Place;
  readonly endpoint: EndpointProcess;
  /** Where the page is. */
  readonly origin: string;
  /** The desk that pushed the demo month. */
  readonly desk: Caller;
  readonly records: ReadonlyMap<CollectionName, readonly Envelope[]>;
  /** A browser profile of its own, as on another PC. */
  readonly profile: () => Promise<BrowserContext>;
  /** Prints a new initial password. */
  readonly password: (staffNo: string) => string;
  readonly end: () => Promise<void>;
}

/** Starts everything. Needs `out/endpoint` and `out/web` (`npm run build:endpoint`). */
export async function startWebView(engine: Place['engine']): Promise<WebView> {
  if (!CHROMIUM) throw new Error('Chromium is not installed (package chromium)');
  const place = await makePlace(engine);
  const endpoint = await place.start();
  const desk = await Caller.enrol(endpoint, 'A');
  const records = demoRecords(new Date().toISOString());
  for (const collection of ['directory', ...COLLECTIONS.filter((name) => name !== 'directory')] as const)
    await desk.addAll(collection, records.get(collection) ?? []);
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const contexts: BrowserContext[] = [];
  return {
    place,
    endpoint,
    origin: new URL(endpoint.url).origin,
    desk,
    records,
    profile: async () => {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'zh-CN',
        acceptDownloads: true,
      });
      contexts.push(context);
      return context;
    },
    password: (staffNo) => place.run('password', '--staff', staffNo).trim(),
    end: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await place.end();
    },
  };
}

/** Types staff number and password and presses the button. */
export async function typeSignIn(page: Page, staffNo: string, password: string): Promise<void> {
  await page.getByLabel('工号').fill(staffNo);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Signs in for the first time: the printed password is changed to one's own. */
export async function firstSignIn(web: WebView, page: Page, staffNo: string): Promise<void> {
  const printed = web.password(staffNo);
  await page.goto(web.origin);
  await typeSignIn(page, staffNo, printed);
  await page.getByLabel('打印的初始密码').fill(printed);
  await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
  await page.getByLabel('再输一次新密码').fill(OWN_PASSWORD);
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
}

export const rows = (page: Page): Locator => page.locator('[data-register-rows] [data-id]');
export const dialog = (page: Page): Locator => page.getByRole('dialog');
/** Goes to a page, as a link there would. */
export const go = (page: Page, path: string): Promise<unknown> =>
  page.evaluate((hash) => void (window.location.hash = hash), path);
export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { name, exact: true });

/** What the endpoint answered a page, as text. */
export function listenIn(page: Page): { readonly all: () => Promise<string> } {
  const texts: Promise<string>[] = [];
  page.on('response', (response: Response) => {
    if (response.url().includes('/api/v1/web/stream')) return;
    if (response.url().includes('/api/v1/')) texts.push(response.text().catch(() => ''));
  });
  return { all: async () => (await Promise.all(texts)).join('\n') };
}

/** A second person types staff number and password into the dialog that asks for them. */
export async function confirmAs(page: Page, staffNo: string, password: string): Promise<void> {
  const asking = dialog(page).last();
  await asking.locator('input[name=staffNo]').fill(staffNo);
  await asking.locator('input[name=pin]').fill(password);
  await asking.getByRole('button', { name: '确定' }).click();
  await dialog(page).locator('input[name=pin]').waitFor({ state: 'detached' });
}

/** A state as the desk changes it. */
export const edited = (doc: Envelope, change: object): Envelope => ({
  ...doc,
  ver: { ...doc.ver, A: (doc.ver.A ?? 0) + 1 },
  body: { ...doc.body, ...change },
});

/** Writes a state at a desk, which the endpoint must take. */
export async function push(
  desk: Caller,
  collection: 'visits' | 'lostItems',
  doc: Envelope,
  before?: Envelope,
): Promise<void> {
  const row = {
    newDocumentState: travelling(doc),
    ...(before ? { assumedMasterState: travelling(before) } : {}),
  };
  const { body } = await desk.push(collection, [row]);
  expect(body).toEqual({ conflicts: [], rejected: [] });
}
