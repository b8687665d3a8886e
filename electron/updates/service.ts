/** The one `Updates` of the running app, with electron-updater behind it. */
import { app } from 'electron';
import { version } from '../../package.json';
import type { EndpointLink } from '../endpoint/link';
import type { Log } from '../log';
import { Updates, type Updater } from './updates';

/** After the start, when the day's first rush is over. */
const FIRST_AFTER_MS = 10 * 60_000;
const EVERY_MS = 6 * 3_600_000;

let updates: Updates | null = null;

export function updatesOf(endpoint: () => Promise<EndpointLink>, log: Log): Updates {
  updates ??= new Updates({
    version,
    // An app from its sources or a plain folder has no installer to follow.
    updater: app.isPackaged
      ? async (): Promise<Updater> => (await import('electron-updater')).autoUpdater
      : null,
    feed: async () => (await endpoint()).updateFeed(),
    now: () => new Date().toISOString(),
    log,
  });
  return updates;
}

/** Asks from time to time, in an installed app alone. */
export function watchUpdates(endpoint: () => Promise<EndpointLink>, log: Log): void {
  if (!app.isPackaged) return;
  const ask = (): void => void updatesOf(endpoint, log).check();
  setTimeout(ask, FIRST_AFTER_MS).unref();
  setInterval(ask, EVERY_MS).unref();
}
