/**
 * Restore in two steps, so that a crash between leaves either the old profile or the restored one:
 * stage everything beside the profile's own folders, then, at the next start and before the window
 * opens, swap. What stood there before is kept under `before-restore-…`, never deleted.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileFault, Manifest } from '../../shared/backup/manifest';
import { encodeEntry } from '../../shared/journal/codec';
import { unseal } from './sealed-file';
import { STAGE } from './stage';

const READY = 'ready.json';

/** Swapped at a restore; the page's databases are rebuilt from the journal. */
const DATABASES = 'IndexedDB';
const REPLACED = ['journal', 'blobs', DATABASES];

/** What the start after a restore must know. */
export interface RestoreNote {
  readonly at: string;
  /** Id of the database that the restored journal goes into. */
  readonly instance: string;
  readonly fromDesk: string;
  /** The desk code this PC takes from now on, so that no number is ever given twice. */
  readonly deskCode: string;
}

/** Only such paths may come out of a backup. */
const SAFE_PATH = /^(journal|blobs)(\/[A-Za-z0-9][A-Za-z0-9._-]*){1,3}$/;

/**
 * Lays a backup's files into the stage and marks it ready.
 * @returns the files that were missing or damaged; what of a damaged file could be read is restored.
 * @throws the file system's error (ENOSPC …); the profile is then as it was.
 */
export async function stageRestore(
  profile: string,
  folder: string,
  manifest: Manifest,
  key: Uint8Array,
  note: RestoreNote,
  onProgress?: (done: number, total: number) => void,
): Promise<readonly FileFault[]> {
  const stage = path.join(profile, STAGE);
  await rm(stage, { recursive: true, force: true });
  try {
    return await layOut(stage, folder, manifest, key, note, onProgress);
  } catch (error) {
    // A full disk gets its room back at once.
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
}

async function layOut(
  stage: string,
  folder: string,
  manifest: Manifest,
  key: Uint8Array,
  note: RestoreNote,
  onProgress?: (done: number, total: number) => void,
): Promise<readonly FileFault[]> {
  await mkdir(stage, { recursive: true });
  const faults: FileFault[] = [];
  for (const [index, entry] of manifest.files.entries()) {
    onProgress?.(index, manifest.files.length);
    if (!SAFE_PATH.test(entry.path) || path.basename(entry.stored) !== entry.stored) {
      faults.push({ path: entry.path, fault: 'damaged' });
      continue;
    }
    const source = path.join(folder, entry.stored);
    if (!existsSync(source)) {
      faults.push({ path: entry.path, fault: 'missing' });
      continue;
    }
    const target = path.join(stage, entry.path);
    await mkdir(path.dirname(target), { recursive: true });
    const file = await open(target, 'w');
    try {
      const opened = await unseal(source, key, async (chunk) => {
        await file.write(chunk);
      });
      if (!opened.whole || opened.sha256 !== entry.sha256)
        faults.push({ path: entry.path, fault: 'damaged' });
      await file.sync();
    } finally {
      await file.close();
    }
  }
  await writeFile(path.join(stage, READY), JSON.stringify(note), { flush: true });
  return faults;
}

/** Ends the restored journal with the new desk code; a replay takes the newest head. */
function appendHead(journal: string, { instance, deskCode, at }: RestoreNote): void {
  const newest = readdirSync(journal).sort().at(-1);
  if (!newest) return;
  const file = path.join(journal, newest);
  const text = readFileSync(file, 'utf8');
  const line = encodeEntry({ t: 'head', instance, desk: deskCode, at });
  // A damaged file may end within a line; the head must stand on one of its own.
  if (!text.endsWith(`${line}\n`))
    appendFileSync(file, `${text.endsWith('\n') || text === '' ? '' : '\n'}${line}\n`);
}

/**
 * Puts a ready stage in place; called before anything of the profile is opened. Safe to repeat after a
 * crash in the middle. Returns the note of a restore that was finished now, else null.
 */
export function finishRestore(profile: string): RestoreNote | null {
  const stage = path.join(profile, STAGE);
  const ready = path.join(stage, READY);
  if (!existsSync(ready)) {
    rmSync(stage, { recursive: true, force: true });
    return null;
  }
  const note = JSON.parse(readFileSync(ready, 'utf8')) as RestoreNote;
  const before = path.join(profile, `before-restore-${note.at.replace(/\D/g, '')}`);
  mkdirSync(before, { recursive: true });
  for (const name of REPLACED) {
    const current = path.join(profile, name);
    const kept = path.join(before, name);
    const staged = path.join(stage, name);
    // Nothing staged under a name: a crash came after its move (or the backup had none), so it stays.
    if (name !== DATABASES && !existsSync(staged)) continue;
    if (existsSync(current) && !existsSync(kept)) renameSync(current, kept);
    if (existsSync(staged)) renameSync(staged, current);
  }
  appendHead(path.join(profile, 'journal'), note);
  rmSync(stage, { recursive: true, force: true });
  return note;
}
