// DESIGN §5: what the page may not do, one instance, and a crash of the page that loses nothing typed.
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { demoDesk, dropProfile, launchArgs, type Desk } from '../helpers/app';

let desk: Desk;

/** Runs a script in the page from the shell: the driver's own hold on the page ends with a crash. */
const text = (script: string): Promise<unknown> =>
  desk.app.evaluate(({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code), script);

beforeAll(async () => {
  desk = await demoDesk('9001');
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
});

it('gives the page its sandbox and none of Node', async () => {
  const options = await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(options).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const seen = await desk.page.evaluate(() => [typeof (globalThis as { require?: unknown }).require, typeof (globalThis as { process?: unknown }).process, Object.keys((window as unknown as { host: object }).host).sort()]);
  expect(seen).toEqual(['undefined', 'undefined', ['call', 'on']]);
});

it('sends a policy that runs own scripts only', async () => {
  const policy = await desk.page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'));
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toContain('unsafe-eval');
  const ran = await desk.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    return 'injected' in window;
  });
  expect(ran).toBe(false);
});

it('denies new windows, permissions and files outside the page', async () => {
  const opened = await desk.page.evaluate(() => window.open('https://example.invalid/') === null);
  expect(opened).toBe(true);
  expect(desk.app.windows()).toHaveLength(1);
  const states = await desk.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
  const statuses = await desk.page.evaluate(async () => {
    const paths = ['/..%2fmain%2findex.js', '/assets/%2e%2e/%2e%2e/main/index.js', '/missing.js', '/blobs/zz'];
    return Promise.all(paths.map(async (path) => (await fetch(path)).headers.get('content-type') ?? ''));
  });
  expect(statuses.filter((type) => type.includes('javascript'))).toEqual([]);
});

it('refuses calls with wrong arguments and unknown channels', async () => {
  const answers = await desk.page.evaluate(async () => {
    const { host } = window as unknown as { host: { call: (...args: unknown[]) => Promise<unknown>; on: (...args: unknown[]) => void } };
    const tries = [
      () => host.call('journal.append', 42),
      () => host.call('journal.read', { file: '../../etc/passwd', offset: 0 }),
      () => host.call('print.print', 'a', 'b'),
      () => host.call('no.such.channel'),
      () => Promise.resolve(host.on('no.such.event', () => undefined)),
    ];
    return Promise.all(tries.map((attempt) => Promise.resolve().then(attempt).then(() => 'answered', () => 'refused')));
  });
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused', 'refused']);
});

it('lets a second start on the same profile end at once, the first one working on', async () => {
  const runtime = electronRuntime();
  const second = spawn(runtime.executablePath, [...launchArgs(desk.profile)], { env: { ...process.env, ...runtime.env }, stdio: 'ignore' });
  const code = await new Promise((resolve) => second.on('exit', resolve));
  expect(code).toBe(0);
  expect(desk.app.windows()).toHaveLength(1);
  await desk.page.getByRole('heading', { name: '今日', exact: true }).waitFor();
});

it('comes back after a crash of the page, signed in and with the draft still there', async () => {
  const { page } = desk;
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('button', { name: '部门', exact: true }).click();
  await page.getByRole('button', { name: '添加部门' }).click();
  await page.getByLabel('名称').fill('还没保存的部门');
  await page.waitForTimeout(600);
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await desk.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => resolve())),
  );
  await expect.poll(() => text('document.querySelector("nav.side") !== null').catch(() => false), { timeout: 30_000 }).toBe(true);
  await text(`location.hash = '#/settings/departments'`);
  await expect.poll(() => text(`[...document.querySelectorAll('button')].some((b) => b.textContent.includes('添加部门'))`), { timeout: 10_000 }).toBe(true);
  await text(`[...document.querySelectorAll('button')].find((b) => b.textContent.includes('添加部门')).click()`);
  await expect.poll(() => text(`document.querySelector('form .input')?.value`), { timeout: 10_000 }).toBe('还没保存的部门');
  await expect.poll(() => text(`document.body.textContent.includes('已恢复未保存的草稿')`)).toBe(true);
});

it('stays at its own page whatever a link says', async () => {
  await text(`location.href = 'https://example.invalid/'; 0`);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const url = await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  expect(url).toMatch(/^app:\/\/deskbook\//);
});
