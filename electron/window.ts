/** The one window: options (asserted by test), remembered bounds, and what a page may never do. */
import { BrowserWindow, screen, session, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { ORIGIN } from './protocol';

/** The page's powers: none of Node, its own world, a sandbox. */
export const webPreferences: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: true,
};

interface Bounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized?: boolean;
}

const DEFAULT_BOUNDS: Bounds = { width: 1366, height: 768 };

function keptBounds(file: string): Bounds {
  try {
    const kept = JSON.parse(fs.readFileSync(file, 'utf8')) as Bounds;
    if (!(kept.width >= 800 && kept.height >= 600)) return DEFAULT_BOUNDS;
    const { x, y } = kept;
    if (x === undefined || y === undefined) return kept;
    // A screen that was unplugged would leave the window where nobody sees it.
    const visible = screen.getAllDisplays().some(({ workArea }) => {
      const inside = x < workArea.x + workArea.width - 100 && x + kept.width > workArea.x + 100;
      return inside && y >= workArea.y - 10 && y < workArea.y + workArea.height - 100;
    });
    return visible ? kept : DEFAULT_BOUNDS;
  } catch {
    return DEFAULT_BOUNDS;
  }
}

/** Opens the window and keeps its bounds in the profile. */
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

/** Refuses navigation, new windows and permissions, except the camera while `cameraAllowed` says so. */
export function restrict(window: BrowserWindow, cameraAllowed: () => boolean): void {
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (event: { preventDefault: () => void }, url: string): void => {
    if (!url.startsWith(`${ORIGIN}/`)) event.preventDefault();
  };
  webContents.on('will-navigate', (event) => stay(event, event.url));
  webContents.on('will-redirect', (event) => stay(event, event.url));
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === 'media' && details.requestingUrl.startsWith(`${ORIGIN}/`) && cameraAllowed());
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'media' && origin.startsWith(ORIGIN) && cameraAllowed(),
  );
}
