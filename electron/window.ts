/** The one window: its options (asserted by test) and its remembered place. */
import {
  app,
  BrowserWindow,
  screen,
  type BrowserWindowConstructorOptions,
  type WebPreferences,
} from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { boundsFrom, type Bounds } from './window-bounds';

/** The page's powers: none of Node, its own world, a sandbox; a club's desk has no developer tools. */
export const webPreferences: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
};

function keptBounds(file: string): Bounds {
  let text = '';
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    // No file before the first close.
  }
  return boundsFrom(
    text,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
}

/** Opens the window, shown at once in the page's colour, and keeps its bounds in the profile. */
export function openWindow(profile: string, preload: string): BrowserWindow {
  const file = path.join(profile, 'window.json');
  const { maximized, ...bounds } = keptBounds(file);
  const options: BrowserWindowConstructorOptions = {
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    show: true,
    autoHideMenuBar: true,
    backgroundColor: '#f6f5f1',
    title: '前台台账',
    webPreferences: { ...webPreferences, preload },
  };
  const window = new BrowserWindow(options);
  if (maximized) window.maximize();
  window.on('close', () => {
    const kept: Bounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      fs.writeFileSync(file, JSON.stringify(kept));
    } catch {
      // Losing the window's place is not worth a message.
    }
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}
