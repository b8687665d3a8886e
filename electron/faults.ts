/** When something breaks it is logged, the page comes back by itself, and nobody is left before a dead window. */
import { app, dialog, type BrowserWindow } from 'electron';
import { shell as words } from '../shared/messages/zh-CN/shell';
import type { Log } from './log';
import { mayReload } from './may-reload';

/** An app that lived this long before a fault is started again; one that dies at once would only die again. */
const WORTH_A_RESTART_MS = 60_000;

const factsOf = (fault: unknown): { readonly message: string; readonly stack: string } => ({
  message: fault instanceof Error ? fault.message : String(fault),
  stack: fault instanceof Error ? (fault.stack ?? '') : '',
});

/** Without a window there is only this to say. */
export function startFailed(error: unknown, log: Log): void {
  log.write('main.start', factsOf(error));
  dialog.showErrorBox(words.name, words.startFailed);
  app.exit(1);
}

/** Faults of the main process and of Chromium's helpers. */
export function watchMain(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.write('main.crash', factsOf(error));
    if (app.isPackaged && process.uptime() * 1000 > WORTH_A_RESTART_MS) app.relaunch();
    app.exit(1);
  });
  process.on('unhandledRejection', (reason) => log.write('main.rejection', factsOf(reason)));
  app.on('child-process-gone', (_event, { type, reason, exitCode, name = '' }) => {
    if (reason !== 'clean-exit' && reason !== 'killed')
      log.write('child.gone', { type, reason, exitCode, name });
  });
}

/** Faults of the page: gone, it is loaded again (what was typed is in the drafts); hung, the person decides. */
export function watchPage(window: BrowserWindow, log: Log, lost: () => void): void {
  let reloads: readonly number[] = [];
  let asking = false;
  const ask = async (message: string, buttons: readonly [string, string]): Promise<number> => {
    asking = true;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      buttons: [...buttons],
      noLink: true,
    });
    asking = false;
    return response;
  };

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.write('page.gone', { reason, exitCode });
    lost();
    if (mayReload(reloads, Date.now())) {
      reloads = [...reloads, Date.now()];
      window.reload();
      return;
    }
    void ask(words.pageKeepsFailing, [words.reload, words.quit]).then((answer) => {
      reloads = [];
      if (answer === 0) window.reload();
      else app.quit();
    });
  });
  window.on('unresponsive', () => {
    log.write('page.hung', {});
    if (asking) return;
    void ask(words.pageHung, [words.wait, words.reload]).then((answer) => {
      // A hung page does not hear a reload; ended, it is loaded again as above.
      if (answer === 1) window.webContents.forcefullyCrashRenderer();
    });
  });
}
