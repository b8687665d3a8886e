// DESIGN §5: one instance, trusted input, how a run ends, little space, and a crash of the page that loses nothing typed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import {
  DEMO_PIN,
  demoDesk,
  dropProfile,
  launchArgs,
  newProfile,
  startDesk,
  type Desk,
} from '../helpers/app';
import { inPage } from '../helpers/crash';
import { canMount, smallDisk } from '../helpers/small-disk';

describe('the running app', () => {
  let desk: Desk;

  const look = (script: string): Promise<unknown> => inPage(desk, script);

  const crashPage = (): Promise<void> =>
    desk.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('did-finish-load', () => resolve());
          contents?.forcefullyCrashRenderer();
        }),
    );

  beforeAll(async () => {
    desk = await demoDesk('9001');
  });

  afterAll(async () => {
    await desk.close();
    dropProfile(desk.profile);
  });

  it('is shown instead of a second one, which ends at once', async () => {
    const told = desk.app.evaluate(
      ({ app }) => new Promise<boolean>((resolve) => app.once('second-instance', () => resolve(true))),
    );
    const runtime = electronRuntime();
    const second = spawn(runtime.executablePath, [...launchArgs(desk.profile)], {
      env: { ...process.env, ...runtime.env },
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => second.on('exit', resolve));
    expect(code).toBe(0);
    expect(await told).toBe(true);
    expect(desk.app.windows()).toHaveLength(1);
    await desk.page.getByRole('heading', { name: '今日', exact: true }).waitFor();
  });

  it('has a Chinese menu whose items reach the page', async () => {
    const labels = await desk.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.map(({ label }) => label),
    );
    expect(labels?.slice(-4)).toEqual(['文件', '编辑', '查看', '帮助']);
    const roles = await desk.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.flatMap(
        ({ submenu }) => submenu?.items.map(({ role }) => String(role).toLowerCase()) ?? [],
      ),
    );
    expect(roles?.filter((role) => ['reload', 'forcereload', 'toggledevtools'].includes(role))).toEqual([]);
    await desk.app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.items.at(-1)?.submenu?.items[0]?.click();
    });
    await desk.page.getByRole('dialog', { name: '帮助与按键' }).waitFor();
    await desk.page.keyboard.press('Escape');
  });

  it('counts a person’s mouse and keys as input, and nothing the page makes up', async () => {
    const { page } = desk;
    const idle = (): Promise<number> =>
      page.evaluate(async () => (await window.host.call('session.kept'))?.idleMs ?? -1);
    await page.mouse.move(300, 300);
    const first = await idle();
    await page.evaluate(async () => {
      for (let index = 0; index < 20; index += 1) {
        document.body.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    const afterMadeUp = await idle();
    expect(afterMadeUp).toBeGreaterThan(first);
    for (const act of [
      () => page.mouse.move(320, 320 + Math.random() * 50),
      () => page.keyboard.press('Shift'),
    ]) {
      await page.waitForTimeout(400);
      const before = await idle();
      await expect.poll(() => act().then(idle)).toBeLessThan(before);
    }
  });

  it('locks when the system locks or goes to sleep', async () => {
    const { page } = desk;
    for (const event of ['lock-screen', 'suspend']) {
      await desk.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
      await page.getByRole('heading', { name: '已锁定' }).waitFor();
      await page.locator('input[name=staffNo]').fill('9001');
      await page.locator('input[name=pin]').fill(DEMO_PIN);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
    }
  });

  it('comes back after a crash of the page, signed in and with the draft still there', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '设置' }).click();
    await page.getByRole('button', { name: '部门', exact: true }).click();
    await page.getByRole('button', { name: '添加部门' }).click();
    await page.getByLabel('名称').fill('还没保存的部门');
    await page.waitForTimeout(600);
    await crashPage();
    await expect
      .poll(() => look('document.querySelector("nav.side") !== null').catch(() => false), {
        timeout: 30_000,
      })
      .toBe(true);
    await expect.poll(() => look(`document.body.textContent.includes('没保存的内容在草稿里')`)).toBe(true);
    await look(`location.hash = '#/settings/departments'`);
    await expect
      .poll(
        () =>
          look(`[...document.querySelectorAll('button')].some((b) => b.textContent.includes('添加部门'))`),
        { timeout: 10_000 },
      )
      .toBe(true);
    await look(
      `[...document.querySelectorAll('button')].find((b) => b.textContent.includes('添加部门')).click()`,
    );
    await expect
      .poll(() => look(`document.querySelector('form .input')?.value`), { timeout: 10_000 })
      .toBe('还没保存的部门');
    await expect.poll(() => look(`document.body.textContent.includes('已恢复未保存的草稿')`)).toBe(true);
    const log = readFileSync(path.join(desk.profile, 'logs', 'deskbook.log'), 'utf8');
    expect(log).toContain('"page.gone"');
    expect(log).not.toContain('还没保存的部门');
  });

  it('asks the person when the page crashes again and again', async () => {
    await desk.app.evaluate(({ dialog }) => {
      // The person's answer to the system's dialog: load it again.
      dialog.showMessageBox = ((_window: unknown, { message }: { readonly message: string }) => {
        (globalThis as { asked?: string }).asked = message;
        return Promise.resolve({ response: 0, checkboxChecked: false });
      }) as unknown as typeof dialog.showMessageBox;
    });
    const asked = (): Promise<string | undefined> =>
      desk.app.evaluate(() => (globalThis as { asked?: string }).asked);
    await crashPage();
    await crashPage();
    expect(await asked()).toBeUndefined();
    await crashPage();
    expect(await asked()).toContain('页面反复出错');
    await expect
      .poll(() => look('document.querySelector("nav.side") !== null').catch(() => false), {
        timeout: 30_000,
      })
      .toBe(true);
  });
});

describe('the end of a run', () => {
  it('is a proper one when the system asks for it, and is told from a power cut', async () => {
    const profile = newProfile();
    const mark = path.join(profile, 'running');
    let desk = await startDesk({ profile });
    await desk.page.getByRole('heading', { name: '欢迎使用前台台账' }).waitFor();
    expect(existsSync(mark)).toBe(true);
    const ended = new Promise((resolve) => desk.app.process().once('exit', resolve));
    desk.app.process().kill('SIGTERM');
    await ended;
    expect(existsSync(mark)).toBe(false);
    desk = await startDesk({ profile });
    await desk.page.getByRole('heading', { name: '欢迎使用前台台账' }).waitFor();
    expect((await desk.page.evaluate(() => window.host.call('app.info'))).crashed).toBe(false);
    await desk.kill();
    desk = await startDesk({ profile });
    await desk.page.getByRole('heading', { name: '欢迎使用前台台账' }).waitFor();
    expect((await desk.page.evaluate(() => window.host.call('app.info'))).crashed).toBe(true);
    await desk.close();
    dropProfile(profile);
  });

  it('leaves no throwaway profile behind', async () => {
    const desk = await startDesk({ args: ['--demo'] });
    const thrown = await desk.app.evaluate(({ app }) => app.getPath('userData'));
    expect(thrown).not.toBe(desk.profile);
    await desk.page.locator('input[name=staffNo]').waitFor({ timeout: 60_000 });
    await desk.close();
    expect(existsSync(path.join(thrown, 'IndexedDB'))).toBe(false);
    expect(existsSync(path.join(thrown, 'journal'))).toBe(false);
    dropProfile(thrown);
    dropProfile(desk.profile);
  });

  it('remembers where the window stood', async () => {
    const profile = newProfile();
    let desk = await startDesk({ profile });
    await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1100, height: 680 }),
    );
    await desk.close();
    desk = await startDesk({ profile });
    const bounds = await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    );
    expect(bounds).toEqual({ x: 60, y: 40, width: 1100, height: 680 });
    await desk.close();
    dropProfile(profile);
  });
});

describe('a profile in trouble', () => {
  it('opens its window, says that the journal cannot be read, and goes on once it can', async () => {
    const profile = newProfile();
    const inTheWay = path.join(profile, 'journal', '2026-11.log');
    mkdirSync(inTheWay, { recursive: true });
    const desk = await startDesk({ profile });
    await desk.page.getByRole('alert').getByText('本机资料打不开').waitFor();
    expect(readFileSync(path.join(profile, 'logs', 'deskbook.log'), 'utf8')).toContain('"ipc.failed"');
    rmdirSync(inTheWay);
    await desk.page.getByRole('button', { name: '重新打开' }).click();
    await desk.page.getByRole('heading', { name: '欢迎使用前台台账' }).waitFor();
    await desk.close();
    dropProfile(profile);
  });

  it.runIf(canMount)('warns of a disk that is nearly full', async () => {
    const disk = smallDisk('300m');
    try {
      const desk = await demoDesk('1001', { profile: disk.folder });
      await desk.page.getByText(/磁盘空间只剩 \d+ MB/).waitFor();
      await desk.close();
    } finally {
      disk.remove();
    }
  });
});
