/** A small disk of the test's own, to be filled up or made read-only. Linux and root only. */
import { spawnSync } from 'node:child_process';
import fs, { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether this machine lets the test mount one. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0;

export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room that is left. */
  readonly fill: () => void;
  /** Gives it back. */
  readonly empty: () => void;
  readonly makeReadOnly: () => void;
  readonly remove: () => void;
}

function mount(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount ${args.join(' ')}: ${stderr}`);
}

/** Writes until the disk is full, to the last byte. */
function fillUp(file: string): void {
  const handle = fs.openSync(file, 'a');
  try {
    for (let size = 1 << 20; size > 0;)
      try {
        fs.writeSync(handle, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        size >>= 1;
      }
  } finally {
    fs.closeSync(handle);
  }
}

function diskAt(folder: string, size: string): SmallDisk {
  mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill: () => fillUp(filler),
    empty: () => rmSync(filler),
    makeReadOnly: () => mount('-o', 'remount,ro', folder),
    remove: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param size in mount's words, e.g. `64k` */
export const smallDisk = (size: string): SmallDisk =>
  diskAt(mkdtempSync(path.join(tmpdir(), 'deskbook-disk-')), size);

/** Puts a folder of a profile on a small disk of its own, with what lies in it. */
export function onSmallDisk(profile: string, name: string, size: string): SmallDisk {
  const folder = path.join(profile, name);
  const aside = `${folder}-aside`;
  mkdirSync(folder, { recursive: true });
  cpSync(folder, aside, { recursive: true });
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  const disk = diskAt(folder, size);
  cpSync(aside, folder, { recursive: true });
  rmSync(aside, { recursive: true });
  return disk;
}
