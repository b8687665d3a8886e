/** What the page may ask of the shell about backups (part of shared/host.ts). */
import type { BackupListing, FileFault } from './manifest';

/** Why a backup or restore did not succeed. */
export type BackupFault =
  | 'noFolder'
  | 'noKey'
  | 'folderGone'
  /** The disk the backup goes to. */
  | 'diskFull'
  /** This PC's own disk, in a restore. */
  | 'noRoomHere'
  | 'readOnly'
  | 'readBack'
  | 'badKey'
  | 'wrongKey'
  | 'damaged'
  | 'failed';

export interface BackupState {
  readonly folder: string | null;
  readonly hasKey: boolean;
  /** ISO instant of the last backup that was read back, or null. */
  readonly lastAt: string | null;
  /** Why the newest try failed, or null. */
  readonly lastFault: BackupFault | null;
}

export interface BackupSummary {
  readonly at: string;
  readonly desk: string;
  readonly club: string;
  readonly files: number;
  readonly bytes: number;
}

export type BackupResult =
  { readonly ok: true; readonly summary: BackupSummary } | { readonly ok: false; readonly code: BackupFault };

export type CheckResult =
  | { readonly ok: true; readonly summary: BackupSummary; readonly faults: readonly FileFault[] }
  | { readonly ok: false; readonly code: BackupFault };

/** The backups of a folder the person chose. */
export interface FoundBackups {
  readonly folder: string;
  readonly listings: readonly BackupListing[];
}

export interface BackupCalls {
  'backup.state': () => BackupState;
  /** The club's recovery key as it is printed; makes one when there is none yet. */
  'backup.key': () => string;
  /** Asks for the folder backups go to; the state afterwards. */
  'backup.chooseFolder': () => BackupState;
  'backup.run': (club: string, desk: string, keepDays: number) => BackupResult;
  /** Asks for a folder and lists the backups in it; null when cancelled. */
  'backup.find': () => FoundBackups | null;
  /** Reads a found backup through with the typed key. */
  'backup.check': (name: string, key: string) => CheckResult;
  /** Restores a found backup and starts the app again under a new desk code. */
  'backup.restore': (name: string, key: string, desk: string) => CheckResult;
}
