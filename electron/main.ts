/** Start of the app: one instance, the window first, everything else when it is asked for. */
import { app, Menu, type BrowserWindow } from 'electron';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { STAGE } from './backup/stage';
import { channels } from './channels';
import { startFailed, watchMain, watchPage } from './faults';
import { handleCalls } from './ipc';
import { launchOptions } from './launch-options';
import { openLog } from './log';
import { ORIGIN, registerScheme, serve } from './protocol';
import { restrictContents, restrictSession } from './restrict';
import { dropProfile, markClosed, markRunning } from './run-mark';
import { openWindow } from './window';

app.setName('Deskbook');
app.setAppUserModelId('club.deskbook.app');
if (launchOptions.demo)
  app.setPath('userData', path.join(app.getPath('temp'), `deskbook-demo-${process.pid}`));
// Dates and times in native controls are Chinese whatever the system's language.
app.commandLine.appendSwitch('lang', 'zh-CN');
// Ours comes after the first page; Electron's own would be built first and has English items and a reload.
Menu.setApplicationMenu(null);
registerScheme();

if (launchOptions.refused) {
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  // The first instance is shown instead; two on one profile would write over each other.
  app.quit();
} else {
  const profile = app.getPath('userData');
  const log = openLog(profile);
  let window: BrowserWindow | null = null;
  let cameraAllowed = false;

  watchMain(log);
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.show();
    window?.focus();
  });
  app.on('web-contents-created', (_event, contents) => restrictContents(contents));
  app.on('window-all-closed', () => app.quit());
  app.on('quit', (_event, exitCode) => {
    if (exitCode === 0) markClosed(profile);
    if (launchOptions.demo) dropProfile(profile);
  });

  const start = async (): Promise<void> => {
    // A staged restore is put in place before anything of the profile is opened.
    if (existsSync(path.join(profile, STAGE))) (await import('./backup/restore')).finishRestore(profile);
    const shell = channels({
      profile,
      log,
      crashed: markRunning(profile),
      window: () => window as BrowserWindow,
      allowCamera: (on) => (cameraAllowed = on),
    });
    serve(path.join(__dirname, '../renderer'), shell.blob, shell.api);
    restrictSession(() => cameraAllowed);
    const opened = openWindow(profile, path.join(__dirname, '../preload/index.js'));
    window = opened;
    handleCalls(() => opened, shell.channels, log);
    watchPage(opened, log, shell.pageLost);
    opened.webContents.on('input-event', (_event, { type }) => {
      // Only input of a person counts for the auto-lock; RxDB fakes mouse moves inside the page.
      if (/^(rawKeyDown|keyDown|mouse|touch)/.test(type)) shell.inputSeen();
    });
    opened.webContents.on('before-input-event', shell.inputSeen);
    // The system's own end of a session tells nobody else.
    opened.on('session-end', () => markClosed(profile));
    opened.webContents.on('did-finish-load', () => {
      void import('./after-load').then(({ afterLoad }) => afterLoad(opened, profile, log));
    });
    if (app.isPackaged) opened.webContents.once('did-finish-load', () => void shell.watchUpdates());
    void opened.loadURL(`${ORIGIN}/`);
  };
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => startFailed(error, log));
}
