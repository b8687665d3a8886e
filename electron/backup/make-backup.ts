/** Makes one backup of a profile into a folder: seal what is new, read it back, then drop what is old. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { manifestsToKeep, type BackupFile, type Manifest } from '../../shared/backup/manifest';
import { listBackups, readManifest } from './read-backup';
import { keyIdOf, seal, unseal } from './sealed-file';

export interface BackupRequest {
  readonly profile: string;
  /** Folder of the club's choice; backups of several desks may share it. */
  readonly folder: string;
  readonly key: Uint8Array;
  readonly club: string;
  readonly desk: string;
  readonly app: string;
  /** ISO instant. */
  readonly now: string;
  readonly keepDays: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The read-back found that what was written is not what was to be saved. */
export class ReadBackError extends Error {}

/** Folders of the profile that a backup holds. */
const SOURCES = ['journal', 'blobs'];

async function filesBelow(profile: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(profile, folder), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(profile, name)));
    else if (entry.isFile() && !entry.name.endsWith('.part')) found.push(name);
  }
  return found.sort();
}

/** SHA-256 (hex) of a file. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** Every sealed file that lies there already is read again within so many days of backups: a stick ages, too. */
const READ_AGAIN_DAYS = 7;

function isDue({ sha256 }: BackupFile, now: string): boolean {
  const day = Math.floor(Date.parse(now) / 86_400_000);
  return Number.parseInt(sha256.slice(0, 8), 16) % READ_AGAIN_DAYS === day % READ_AGAIN_DAYS;
}

/** Whether a file that an earlier backup sealed is there and, when its day has come, still opens. */
async function isStillGood(folder: string, file: BackupFile, key: Uint8Array, now: string): Promise<boolean> {
  const stored = path.join(folder, file.stored);
  if (!(await stat(stored).catch(() => null))) return false;
  if (!isDue(file, now)) return true;
  const opened = await unseal(stored, key, () => undefined).catch(() => null);
  return opened !== null && opened.whole && opened.sha256 === file.sha256;
}

async function readBack(stored: string, key: Uint8Array, sha256: string): Promise<void> {
  const opened = await unseal(stored, key, () => undefined);
  if (!opened.whole || opened.sha256 !== sha256) throw new ReadBackError(path.basename(stored));
}

/**
 * Makes a backup and returns its manifest. Files that an earlier backup in the folder already holds
 * with the same content are not written again, unless they turn out to be damaged.
 * @throws ReadBackError, or the file system's error (ENOSPC, EROFS, EACCES, ENOENT).
 */
export async function makeBackup(request: BackupRequest): Promise<Manifest> {
  const { profile, key, now, desk } = request;
  const folder = path.join(request.folder, `Deskbook-${desk}`);
  await mkdir(folder, { recursive: true });
  const keyId = keyIdOf(key);
  const listings = (await listBackups(folder)).filter((listing) => listing.keyId === keyId);
  const earlier = new Map<string, BackupFile>();
  // The newest backup's word counts: it may have sealed a damaged file again.
  for (const listing of [...listings].reverse()) {
    const manifest = await readManifest(path.join(folder, listing.name), key);
    for (const file of manifest?.files ?? []) earlier.set(`${file.path} ${file.sha256}`, file);
  }
  const names: string[] = [];
  for (const source of SOURCES) names.push(...(await filesBelow(profile, source)));
  const files: BackupFile[] = [];
  for (const [index, name] of names.entries()) {
    request.onProgress?.(index, names.length);
    const source = path.join(profile, name);
    // A photo that was removed meanwhile (erasure) is no part of the club any more.
    if (!existsSync(source)) continue;
    const known = earlier.get(`${name} ${await hashFile(source)}`);
    if (known && (await isStillGood(folder, known, key, now))) {
      files.push(known);
      continue;
    }
    const stored = `${name.replaceAll('/', '_')}-${now.replace(/\D/g, '')}.dbk`;
    const target = path.join(folder, stored);
    const sealed = await seal(source, target, key, { keyId, kind: 'file', at: now, desk });
    await readBack(target, key, sealed.sha256);
    files.push({ path: name, stored, ...sealed });
  }
  const manifest: Manifest = { v: 1, at: now, club: request.club, desk, app: request.app, files };
  const target = path.join(folder, `backup-${now.replace(/\D/g, '')}.dbk`);
  const text = Buffer.from(JSON.stringify(manifest));
  const sealed = await seal(text, target, key, { keyId, kind: 'manifest', at: now, desk });
  await readBack(target, key, sealed.sha256);
  await dropOld(folder, key, request);
  request.onProgress?.(names.length, names.length);
  return manifest;
}

/** Removes manifests past the retention and the sealed files that no remaining manifest names. */
async function dropOld(folder: string, key: Uint8Array, request: BackupRequest): Promise<void> {
  const keyId = keyIdOf(key);
  const all = await listBackups(folder);
  // Backups under another key (another club's, or from before a key change) are never touched.
  if (all.some((listing) => listing.keyId !== keyId)) return;
  const keep = manifestsToKeep(all, request.now, request.keepDays);
  const needed = new Set(keep.map((listing) => listing.name));
  for (const listing of keep) {
    const manifest = await readManifest(path.join(folder, listing.name), key);
    if (!manifest) return;
    for (const file of manifest.files) needed.add(file.stored);
  }
  for (const name of await readdir(folder))
    if ((name.endsWith('.dbk') || name.endsWith('.dbk.part')) && !needed.has(name))
      await rm(path.join(folder, name));
}
