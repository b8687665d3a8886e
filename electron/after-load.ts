/** What can wait until the first page stands: the menu, the free-space watch, the smoke report. */
import { app, type BrowserWindow } from 'electron';
import path from 'node:path';
import { freeBytes, LOW_BYTES } from './disk';
import { emit } from './ipc';
import { launchOptions } from './launch-options';
import type { Log } from './log';
import { setMenu } from './menu';

const WATCH_EVERY_MS = 60_000;

let started = false;

/** Runs after every load of the page; what must run once does. */
export function afterLoad(window: BrowserWindow, profile: string, log: Log): void {
  if (launchOptions.smoke) void report(window, profile);
  if (started) return;
  started = true;
  setMenu(() => window, process.platform === 'darwin');
  const watch = (): void => {
    const free = freeBytes(profile);
    if (free >= LOW_BYTES) return;
    log.write('disk.low', { free });
    emit(window, 'disk.low', free);
  };
  watch();
  setInterval(watch, WATCH_EVERY_MS).unref();
}

/** Prints what the page shows and whether a form can be printed to `<profile>/smoke.pdf`, then ends the app. */
async function report(window: BrowserWindow, profile: string): Promise<void> {
  const script = `new Promise((done) => { const look = () => { const heading = document.querySelector('h1');
    if (heading) done(heading.textContent); else setTimeout(look, 50); }; look(); })`;
  const heading = (await window.webContents.executeJavaScript(script)) as string;
  const { PrintProcess } = await import('./print/print-process');
  const printed = await new PrintProcess().render(
    'smoke',
    {
      form: 'test-page',
      data: JSON.stringify({ club: '', day: '2026-11-21' }),
      printedBy: '',
      file: path.join(profile, 'smoke.pdf'),
    },
    () => undefined,
  );
  process.stdout.write(`${JSON.stringify({ smoke: 'ok', heading, printed, version: app.getVersion() })}\n`);
  app.quit();
}
