/** Backups of one profile: its settings file, the runs, and restores. The page never sees a path it did not choose. */
import { app, dialog, type BrowserWindow } from 'electron';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';
import type {
  BackupCalls,
  BackupFault,
  BackupResult,
  BackupState,
  BackupSummary,
  CheckResult,
  FoundBackups,
} from '../../shared/backup/calls';
import type { Manifest } from '../../shared/backup/manifest';
import { formatRecoveryKey, parseRecoveryKey } from '../../shared/backup/recovery-key';
import { emit } from '../ipc';
import { launchOptions } from '../launch-options';
import type { Log } from '../log';
import { seal, unseal } from '../secret';
import { makeBackup, ReadBackError } from './make-backup';
import { checkBackup, findBackups, readManifest } from './read-backup';
import { stageRestore } from './restore';
import { keyIdOf, readHeader } from './sealed-file';

type Kept = Pick<BackupState, 'folder' | 'lastAt' | 'lastFault'> & {
  /** Base64, sealed by the system's key store where there is one. */
  readonly key: string | null;
  readonly sealed: boolean;
};

const NOTHING: Kept = { folder: null, lastAt: null, lastFault: null, key: null, sealed: false };

/** The backup calls of one profile. */
export type BackupService = {
  readonly [C in keyof BackupCalls]: (
    ...args: Parameters<BackupCalls[C]>
  ) => ReturnType<BackupCalls[C]> | Promise<ReturnType<BackupCalls[C]>>;
};

function faultOf(error: unknown): BackupFault {
  if (error instanceof ReadBackError) return 'readBack';
  switch ((error as NodeJS.ErrnoException).code ?? '') {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'diskFull';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'readOnly';
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EIO':
      return 'folderGone';
    default:
      return 'failed';
  }
}

function summaryOf({ at, desk, club, files }: Manifest): BackupSummary {
  return { at, desk, club, files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
}

/** Asks the person for a folder, or takes the test's. */
async function askFolder(window: BrowserWindow): Promise<string | null> {
  if (launchOptions.saveTo) return launchOptions.saveTo;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Builds the service of one profile. */
export function backupService(profile: string, log: Log, window: () => BrowserWindow): BackupService {
  const file = path.join(profile, 'backup.json');
  let found: FoundBackups | null = null;

  const load = (): Kept => {
    try {
      return { ...NOTHING, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>) };
    } catch {
      return NOTHING;
    }
  };
  const keep = (change: Partial<Kept>): Kept => {
    const next = { ...load(), ...change };
    writeFileSync(`${file}.part`, JSON.stringify(next), { mode: 0o600 });
    renameSync(`${file}.part`, file);
    return next;
  };
  const keepKey = (key: Uint8Array): void => {
    const { text, sealed } = seal(Buffer.from(key).toString('base64'));
    keep({ key: text, sealed });
  };
  const keyOf = ({ key, sealed }: Kept): Uint8Array | null =>
    key === null ? null : new Uint8Array(Buffer.from(unseal({ text: key, sealed }), 'base64'));
  const stateOf = ({ folder, lastAt, lastFault, key }: Kept): BackupState => ({
    folder,
    hasKey: key !== null,
    lastAt,
    lastFault,
  });
  const progress = (done: number, total: number): void => emit(window(), 'backup.progress', done, total);

  /** The manifest of a found backup, opened with a typed key. */
  const open = async (
    name: string,
    typed: string,
  ): Promise<
    | { readonly folder: string; readonly manifest: Manifest; readonly key: Uint8Array }
    | { readonly fault: BackupFault }
  > => {
    const key = parseRecoveryKey(typed);
    if (!key) return { fault: 'badKey' };
    const listing = found?.listings.find((one) => one.name === name);
    if (!found || !listing) return { fault: 'folderGone' };
    const target = path.join(found.folder, name);
    if ((await readHeader(target))?.keyId !== keyIdOf(key)) return { fault: 'wrongKey' };
    const manifest = await readManifest(target, key);
    return manifest ? { folder: path.dirname(target), manifest, key } : { fault: 'damaged' };
  };

  const failed = (where: string, error: unknown): { readonly ok: false; readonly code: BackupFault } => {
    const code = faultOf(error);
    log.write(where, { code, message: (error as Error).message });
    return { ok: false, code };
  };

  let running: Promise<BackupResult> | null = null;
  const run = async (club: string, desk: string, keepDays: number): Promise<BackupResult> => {
    const kept = load();
    const key = keyOf(kept);
    if (!key) return { ok: false, code: 'noKey' };
    if (!kept.folder) return { ok: false, code: 'noFolder' };
    try {
      // A stick that was pulled out must be told, not replaced by a new folder on the disk.
      if (!existsSync(kept.folder)) throw Object.assign(new Error('folder'), { code: 'ENOENT' });
      const now = new Date().toISOString();
      const manifest = await makeBackup({
        profile,
        folder: kept.folder,
        key,
        club,
        desk,
        app: version,
        now,
        keepDays,
        onProgress: progress,
      });
      keep({ lastAt: now, lastFault: null });
      return { ok: true, summary: summaryOf(manifest) };
    } catch (error) {
      const result = failed('backup.failed', error);
      try {
        keep({ lastFault: result.code });
      } catch (unkept) {
        // This PC's disk may be full as well; the answer must reach the person all the same.
        failed('backup.note', unkept);
      }
      return result;
    }
  };

  return {
    'backup.state': () => stateOf(load()),
    'backup.key': () => {
      const held = keyOf(load());
      if (held) return formatRecoveryKey(held);
      const key = new Uint8Array(randomBytes(16));
      keepKey(key);
      return formatRecoveryKey(key);
    },
    'backup.chooseFolder': async () => {
      const folder = await askFolder(window());
      return stateOf(folder ? keep({ folder, lastFault: null }) : load());
    },
    // Two at once would drop each other's files: the second call gets the first one's answer, also when the page is a new one.
    'backup.run': (...args) => (running ??= run(...args).finally(() => (running = null))),
    'backup.find': async () => {
      const folder = await askFolder(window());
      if (!folder) return null;
      const listings = await findBackups(folder).catch(() => []);
      found = { folder, listings };
      return found;
    },
    'backup.check': async (name, typed): Promise<CheckResult> => {
      try {
        const opened = await open(name, typed);
        if ('fault' in opened) return { ok: false, code: opened.fault };
        const faults = await checkBackup(opened.folder, opened.manifest, opened.key, progress);
        return { ok: true, summary: summaryOf(opened.manifest), faults };
      } catch (error) {
        return failed('backup.check', error);
      }
    },
    'backup.restore': async (name, typed, desk): Promise<CheckResult> => {
      try {
        const opened = await open(name, typed);
        if ('fault' in opened) return { ok: false, code: opened.fault };
        const note = {
          at: new Date().toISOString(),
          instance: randomUUID(),
          fromDesk: opened.manifest.desk,
          deskCode: desk,
        };
        const faults = await stageRestore(
          profile,
          opened.folder,
          opened.manifest,
          opened.key,
          note,
          progress,
        );
        keepKey(opened.key);
        log.write('backup.restore', { files: opened.manifest.files.length, faults: faults.length });
        // The answer must reach the page before it goes.
        setTimeout(() => {
          // Under test the driver opens the app again, so that it can look in.
          if (!launchOptions.saveTo) app.relaunch();
          app.quit();
        }, 1_500);
        return { ok: true, summary: summaryOf(opened.manifest), faults };
      } catch (error) {
        const result = failed('backup.restore', error);
        return result.code === 'diskFull' ? { ok: false, code: 'noRoomHere' } : result;
      }
    },
  };
}
