/** Start of the app: one instance, the window first, everything else when it is asked for. */
import { app, type BrowserWindow } from 'electron';
import path from 'node:path';
import { channels } from './channels';
import { handleCalls } from './ipc';
import { launchOptions } from './launch-options';
import { openLog } from './log';
import { ORIGIN, registerScheme, serve } from './protocol';
import { markClosed, markRunning } from './run-mark';
import { openWindow, restrict } from './window';

app.setName('Deskbook');
if (launchOptions.demo) app.setPath('userData', path.join(app.getPath('temp'), `deskbook-demo-${process.pid}`));
// Dates and times in native controls are Chinese whatever the system's language.
app.commandLine.appendSwitch('lang', 'zh-CN');
registerScheme();

if (!app.requestSingleInstanceLock()) {
  // The first instance is shown instead; two on one profile would write over each other.
  app.quit();
} else {
  const profile = app.getPath('userData');
  const log = openLog(profile);
  let window: BrowserWindow | null = null;
  let cameraAllowed = false;

  process.on('uncaughtException', (error) => {
    log.write('main.crash', { message: error.message, stack: error.stack ?? '' });
    app.exit(1);
  });
  process.on('unhandledRejection', (reason) => {
    log.write('main.rejection', { message: String(reason), stack: reason instanceof Error ? (reason.stack ?? '') : '' });
  });

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('quit', () => markClosed(profile));

  void app.whenReady().then(async () => {
    const crashed = markRunning(profile);
    const shell = channels({ profile, log, crashed, window: () => window as BrowserWindow, allowCamera: (on) => (cameraAllowed = on) });
    serve(path.join(__dirname, '../renderer'), shell.blob);
    const opened = openWindow(profile, path.join(__dirname, '../preload/index.js'));
    window = opened;
    restrict(opened, () => cameraAllowed);
    handleCalls(() => opened, shell.channels, log);
    opened.webContents.on('input-event', (_event, input) => {
      // Only input of a person counts for the auto-lock; RxDB fakes mouse moves inside the page.
      if (input.type === 'keyDown' || input.type === 'rawKeyDown' || input.type.startsWith('mouse') || input.type.startsWith('touch'))
        shell.inputSeen();
    });
    opened.webContents.on('before-input-event', shell.inputSeen);
    opened.webContents.on('render-process-gone', (_event, details) => {
      log.write('page.gone', { reason: details.reason, exitCode: details.exitCode });
      if (details.reason !== 'clean-exit') opened.reload();
    });
    opened.webContents.on('did-finish-load', () => {
      void import('./after-load').then(({ afterLoad }) => afterLoad(opened, profile, log));
    });
    await opened.loadURL(`${ORIGIN}/`);
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
