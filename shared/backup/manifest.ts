/**
 * What a backup holds (DESIGN §3.2, docs/backups.md): the journal files, which are the complete redo
 * log of this desk, and the photos. A restore lays them into a profile and replays them.
 */

/** One file of a backup. */
export interface BackupFile {
  /** Path inside the profile with forward slashes, e.g. `journal/2026-11.log`. */
  readonly path: string;
  /** Name inside the backup folder. */
  readonly stored: string;
  readonly bytes: number;
  /** SHA-256 of the plain content, hex. */
  readonly sha256: string;
}

/** The sealed list that makes a set of files one backup. */
export interface Manifest {
  readonly v: 1;
  /** ISO instant. */
  readonly at: string;
  readonly club: string;
  readonly desk: string;
  readonly app: string;
  readonly files: readonly BackupFile[];
}

/** A backup as the folder shows it before the key is known. */
export interface BackupListing {
  /** File name of its manifest. */
  readonly name: string;
  readonly at: string;
  readonly desk: string;
  /** Short hash of the recovery key it was sealed with. */
  readonly keyId: string;
}

/** A fault of one file, named to the person. */
export interface FileFault {
  readonly path: string;
  readonly fault: 'missing' | 'damaged';
}

/**
 * Manifests to keep out of those given: all of the last `days` days, and never fewer than two, so that a
 * backup only goes once two later ones have been read back.
 */
export function manifestsToKeep(
  all: readonly BackupListing[],
  now: string,
  days: number,
): readonly BackupListing[] {
  const newestFirst = [...all].sort((a, b) => b.at.localeCompare(a.at));
  const oldest = new Date(Date.parse(now) - days * 86_400_000).toISOString();
  return newestFirst.filter((listing, index) => index < 2 || listing.at >= oldest);
}
