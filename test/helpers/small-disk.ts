/** A small disk of the test's own, to be filled up or made read-only. Linux and root only. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether this machine lets the test mount one. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0;

export interface SmallDisk {
  readonly folder: string;
  readonly makeReadOnly: () => void;
  readonly remove: () => void;
}

function mount(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount ${args.join(' ')}: ${stderr}`);
}

/** @param size in mount's words, e.g. `64k` */
export function smallDisk(size: string): SmallDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-disk-'));
  mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
  return {
    folder,
    makeReadOnly: () => mount('-o', 'remount,ro', folder),
    remove: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
