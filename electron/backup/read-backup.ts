/** Reads backups: which a folder holds, their manifests, and whether every file is whole. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { BackupListing, FileFault, Manifest } from '../../shared/backup/manifest';
import { readHeader, unseal } from './sealed-file';

/** Backups in one desk's folder, newest first; what is no backup is passed over. */
export async function listBackups(folder: string): Promise<readonly BackupListing[]> {
  const found: BackupListing[] = [];
  for (const name of await readdir(folder)) {
    if (!/^backup-\d+\.dbk$/.test(name)) continue;
    const header = await readHeader(path.join(folder, name));
    if (header?.kind === 'manifest')
      found.push({ name, at: header.at, desk: header.desk, keyId: header.keyId });
  }
  return found.sort((a, b) => b.at.localeCompare(a.at));
}

/**
 * Every backup below the folder a person chose: the folder itself, or the desks' folders in it.
 * `name` is then relative to the chosen folder.
 */
export async function findBackups(chosen: string): Promise<readonly BackupListing[]> {
  const found = [...(await listBackups(chosen))];
  for (const entry of await readdir(chosen, { withFileTypes: true })) {
    if (!entry.isDirectory() || !entry.name.startsWith('Deskbook-')) continue;
    const inside = await listBackups(path.join(chosen, entry.name));
    found.push(...inside.map((listing) => ({ ...listing, name: `${entry.name}/${listing.name}` })));
  }
  return found.sort((a, b) => b.at.localeCompare(a.at));
}

/** The manifest in a sealed file, or null when the key does not open it or it is damaged. */
export async function readManifest(file: string, key: Uint8Array): Promise<Manifest | null> {
  const chunks: Buffer[] = [];
  const { whole } = await unseal(file, key, (chunk) => void chunks.push(chunk));
  return whole ? (JSON.parse(Buffer.concat(chunks).toString('utf8')) as Manifest) : null;
}

/** Reads every file of a backup and names those that are missing or damaged. */
export async function checkBackup(
  folder: string,
  manifest: Manifest,
  key: Uint8Array,
  onProgress?: (done: number, total: number) => void,
): Promise<readonly FileFault[]> {
  const faults: FileFault[] = [];
  for (const [index, file] of manifest.files.entries()) {
    onProgress?.(index, manifest.files.length);
    try {
      const opened = await unseal(path.join(folder, file.stored), key, () => undefined);
      if (!opened.whole || opened.sha256 !== file.sha256) faults.push({ path: file.path, fault: 'damaged' });
    } catch {
      faults.push({ path: file.path, fault: 'missing' });
    }
  }
  return faults;
}
