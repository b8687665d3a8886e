/** Starts the real app in a profile of its own and drives it like a clerk. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { businessDay } from '@shared/core/time';
import { DEMO_PIN } from '@shared/demo/club';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { graphicsFlags, sandboxFlags } from '../../scripts/display.mjs';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';

export { DEMO_PIN };

/** Longest that an orderly end may take. */
const CLOSE_WITHIN_MS = 15_000;

export interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Closes the window and waits for the end; the profile stays. */
  readonly close: () => Promise<void>;
  /** Ends the whole app at once, as a power cut would end its processes. */
  readonly kill: () => Promise<void>;
}

export interface StartOptions {
  /** A profile from an earlier start; a new one is made otherwise. */
  readonly profile?: string;
  readonly args?: readonly string[];
  /** What the app's processes find in their environment besides. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A new empty profile folder. */
export const newProfile = (): string => mkdtempSync(path.join(tmpdir(), 'deskbook-profile-'));

/** Removes a profile. */
export const dropProfile = (profile: string): void => rmSync(profile, { recursive: true, force: true });

/** How the app is started under test. */
export function launchArgs(profile: string, args: readonly string[] = []): readonly string[] {
  return [
    ...electronRuntime().args,
    ...sandboxFlags(),
    ...graphicsFlags(),
    `--user-data-dir=${profile}`,
    ...args,
  ];
}

/** Starts the app; it must have been built. */
export async function startDesk({
  profile = newProfile(),
  args = [],
  env = {},
}: StartOptions = {}): Promise<Desk> {
  const root = path.resolve(import.meta.dirname, '../..');
  if (!existsSync(path.join(root, 'out/main/index.js')))
    spawnSync('npm', ['run', '--silent', 'build'], { cwd: root });
  const runtime = electronRuntime();
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [...launchArgs(profile, args)],
    env: { ...(process.env as Record<string, string>), ...runtime.env, ...env },
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(15_000);
  const pid = app.process().pid ?? 0;
  const kill = (): void => {
    // The main process first, its children with it.
    const children = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter(Boolean);
    for (const child of [String(pid), ...children]) spawnSync('kill', ['-9', child]);
  };
  return {
    app,
    page,
    profile,
    close: async () => {
      // The stand-in runtime, under its driver, now and then waits for itself for ever at the very end, when
      // the window and the databases are closed already; a test must not hang on that.
      const limit = setTimeout(kill, CLOSE_WITHIN_MS);
      await app.close();
      clearTimeout(limit);
    },
    kill: async () => {
      const ended = new Promise((resolve) => app.process().once('exit', resolve));
      kill();
      await ended;
    },
  };
}

/** Fills an empty profile with the demo club and waits for the sign-in page. */
export async function chooseDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: '用演示数据试用' }).click();
  await page.locator('input[name=staffNo]').waitFor({ timeout: 60_000 });
}

/** Signs in by keyboard. */
export async function signInAs(page: Page, staffNo: string, pin = DEMO_PIN): Promise<void> {
  await page.locator('input[name=staffNo]').fill(staffNo);
  await page.locator('input[name=pin]').fill(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
}

/** Unlocks the desk as anybody of the club: the page at hand stays. */
export async function unlockAs(page: Page, staffNo: string): Promise<void> {
  await page.locator('input[name=staffNo]').fill(staffNo);
  await page.locator('input[name=pin]').fill(DEMO_PIN);
  await page.keyboard.press('Enter');
  await page.locator('input[name=pin]').waitFor({ state: 'detached' });
}

/** Longest that filling a demo club may take on a busy machine. */
const FILL_WITHIN_MS = 100_000;

function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/**
 * A profile with the demo club in it as it stands at `clock` (ISO instant; now without), closed. Each club is filled once a
 * run, under `DESKBOOK_CLUBS`, and copied from there.
 */
export async function demoProfile(clock?: string): Promise<string> {
  const name = clock ? Date.parse(clock) : businessDay(new Date().toISOString(), DEFAULT_SETTINGS.cutOffHour);
  const made = path.join(process.env.DESKBOOK_CLUBS ?? '', String(name));
  if (claim(`${made}.claimed`)) {
    const desk = await startDesk({
      profile: `${made}.part`,
      args: clock ? [`--clock=${clock}`] : [],
    });
    await chooseDemo(desk.page);
    await desk.close();
    renameSync(desk.profile, made);
  }
  const until = Date.now() + FILL_WITHIN_MS;
  while (!existsSync(made)) {
    if (Date.now() > until) throw new Error('another file was to fill this demo club and did not');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const profile = newProfile();
  cpSync(made, profile, { recursive: true });
  return profile;
}

/** A started demo club with somebody signed in; a profile that is given is filled on the spot. */
export async function demoDesk(staffNo: string, options: StartOptions = {}): Promise<Desk> {
  const clock = options.args?.find((arg) => arg.startsWith('--clock='))?.slice('--clock='.length);
  const profile = options.profile ?? (await demoProfile(clock));
  const desk = await startDesk({ ...options, profile });
  if (options.profile) await chooseDemo(desk.page);
  await signInAs(desk.page, staffNo);
  return desk;
}

/** The demo club two days after its last record, at `clock` (ISO instant): a day that nothing stands on yet. */
export async function quietDesk(staffNo: string, clock: string): Promise<Desk> {
  const before = new Date(Date.parse(clock) - 2 * 86_400_000).toISOString();
  const desk = await startDesk({ profile: await demoProfile(before), args: [`--clock=${clock}`] });
  await signInAs(desk.page, staffNo);
  return desk;
}
