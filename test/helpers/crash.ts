/** The app's processes, to be ended or stopped one by one, and its page when the driver has lost hold of it. */
import { spawnSync } from 'node:child_process';
import type { ElectronApplication } from 'playwright-core';
import { expect } from 'vitest';
import type { Desk } from './app';

/** Runs a script in the page from the shell: the driver's own hold on the page ends with a crash. */
export const inPage = ({ app }: Desk, script: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    script,
  );

/** Waits until a script in a page that crashed and came back answers with true. */
export const untilInPage = (desk: Desk, script: string): Promise<void> =>
  expect.poll(() => inPage(desk, script).catch(() => false), { timeout: 30_000 }).toBe(true);

/** Process id of the page, the graphics process, or the print process; null when there is none. */
export const pidOf = (
  app: ElectronApplication,
  kind: 'page' | 'graphics' | 'print',
): Promise<number | null> =>
  app.evaluate(({ app: electron, BrowserWindow }, wanted) => {
    if (wanted === 'page') return BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? null;
    const found = electron
      .getAppMetrics()
      .find(({ type, serviceName, name }) =>
        wanted === 'graphics' ? type === 'GPU' : `${serviceName} ${name}`.includes('deskbook-print'),
      );
    return found?.pid ?? null;
  }, kind);

/** The app's processes, the main one first. */
export function processesOf(app: ElectronApplication): readonly number[] {
  const found = [app.process().pid ?? 0];
  for (const parent of found) {
    const { stdout } = spawnSync('pgrep', ['-P', String(parent)], { encoding: 'utf8' });
    found.push(...stdout.split('\n').filter(Boolean).map(Number));
  }
  return found;
}
