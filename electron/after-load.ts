/** What can wait until the first page stands: the menu, the watches of disk, clock and system, the smoke report. */
import { app, powerMonitor, type BrowserWindow } from 'electron';
import path from 'node:path';
import { version } from '../package.json';
import { watchClock } from './clock-watch';
import { freeBytes, lowSteps } from './disk';
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
  log.write('app.started', {
    version,
    electron: process.versions.electron ?? '',
    platform: process.platform,
  });
  setMenu(() => window, process.platform === 'darwin');
  watchDisk(window, profile, log);
  watchClock((ms) => {
    log.write('clock.jumped', { ms });
    emit(window, 'clock.jumped', ms);
  });
  // Timers of the page stand still while the PC sleeps, so its auto-lock would not notice.
  const lock = (): void => emit(window, 'menu.action', 'lock');
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
}

/** Warns each time the space falls below a further step; what is low at the start the page sees itself. */
function watchDisk(window: BrowserWindow, profile: string, log: Log): void {
  let told = lowSteps(freeBytes(profile));
  if (told > 0) log.write('disk.low', { steps: told });
  setInterval(() => {
    const free = freeBytes(profile);
    const steps = lowSteps(free);
    if (steps > told) {
      log.write('disk.low', { steps });
      emit(window, 'disk.low', free);
    }
    told = steps;
  }, WATCH_EVERY_MS).unref();
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
  process.stdout.write(`${JSON.stringify({ smoke: 'ok', heading, printed, version })}\n`);
  app.quit();
}
