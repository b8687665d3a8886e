/**
 * Newer versions of the app from the club's endpoint: asked for now and then, loaded in the background, installed
 * when the app is closed or when somebody says so. Nothing here ever closes the app by itself.
 */
import type { UpdateFault, UpdateState } from '../../shared/updates/calls';
import type { Log } from '../log';

/** The part of electron-updater's AppUpdater that is used. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  /** Its own log would hold addresses and paths; ours gets the faults. */
  logger: unknown;
  requestHeaders: Record<string, string | string[] | number | undefined | null> | null;
  setFeedURL: (options: { provider: 'generic'; url: string }) => void;
  checkForUpdates: () => Promise<{
    readonly isUpdateAvailable: boolean;
    readonly updateInfo: { readonly version: string };
    readonly downloadPromise?: Promise<unknown> | null | undefined;
  } | null>;
  quitAndInstall: (isSilent?: boolean, isForceRunAfter?: boolean) => void;
}

/** Where the installers lie, and what opens the door. */
export interface Feed {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface UpdatesParts {
  readonly version: string;
  /** Null where the app is not installed: run from its sources, or from a folder. */
  readonly updater: (() => Promise<Updater>) | null;
  readonly feed: () => Promise<Feed | null>;
  readonly now: () => string;
  readonly log: Log;
}

/** What a fault of electron-updater means to the person. */
export function updateFault(error: unknown): UpdateFault {
  const {
    code = '',
    message = '',
    statusCode,
  } = error as Partial<Error> & {
    readonly code?: string;
    readonly statusCode?: number;
  };
  if (statusCode === 401 || /\b401\b/.test(message)) return 'refusedToken';
  if (statusCode === 404 || code === 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' || /\b404\b/.test(message))
    return 'notOffered';
  if (/CHECKSUM_MISMATCH|INVALID_SIGNATURE|INVALID_UPDATE_INFO|NO_CHECKSUM/.test(code)) return 'damaged';
  if (/ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|net::ERR_|socket hang up/.test(`${code} ${message}`))
    return 'offline';
  return 'failed';
}

export class Updates {
  private state: UpdateState;
  private updater: Updater | null = null;

  constructor(private readonly parts: UpdatesParts) {
    const fault = parts.updater ? null : 'notInstalled';
    this.state = { version: parts.version, phase: 'idle', next: '', checkedAt: '', fault };
  }

  current(): UpdateState {
    return this.state;
  }

  /** Asks once; while something is loading or ready there is nothing to ask. */
  async check(): Promise<UpdateState> {
    const { updater: load, feed, now } = this.parts;
    if (!load || this.state.phase !== 'idle') return this.state;
    this.state = { ...this.state, phase: 'checking', fault: null };
    try {
      const from = await feed();
      if (!from) return this.end({ fault: 'alone' });
      const updater = (this.updater ??= await load());
      updater.autoDownload = true;
      updater.autoInstallOnAppQuit = true;
      updater.allowDowngrade = false;
      updater.logger = null;
      updater.requestHeaders = { ...from.headers };
      updater.setFeedURL({ provider: 'generic', url: from.url });
      const found = await updater.checkForUpdates();
      // Unpacked from an archive, say: there is no installer to follow.
      if (!found) return this.end({ fault: 'notInstalled' });
      if (!found.isUpdateAvailable) return this.end({ checkedAt: now() });
      this.state = { ...this.state, phase: 'loading', next: found.updateInfo.version, checkedAt: now() };
      // A large file over a slow line: the answer does not wait for it.
      void (found.downloadPromise ?? Promise.reject(new Error('nothing is loaded'))).then(
        () => (this.state = { ...this.state, phase: 'ready' }),
        (error: unknown) => this.failed(error),
      );
      return this.state;
    } catch (error) {
      return this.failed(error);
    }
  }

  install(): boolean {
    if (this.state.phase !== 'ready' || !this.updater) return false;
    this.updater.quitAndInstall(true, true);
    return true;
  }

  private end(change: Partial<UpdateState>): UpdateState {
    return (this.state = { ...this.state, phase: 'idle', next: '', ...change });
  }

  private failed(error: unknown): UpdateState {
    this.parts.log.write('update', { message: (error as Error).message.slice(0, 300) });
    return this.end({ fault: updateFault(error) });
  }
}
