/** A wall clock of the test's own for the processes of one app, to be set while they run. Linux with a C compiler. */
import { spawnSync } from 'node:child_process';
import fs, { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether this machine has what it takes. */
export const hasFakeClock = process.platform === 'linux' && existsSync('/usr/bin/cc');

export interface FakeClock {
  /** For the app's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Sets the clock so many seconds ahead of the real one; negative: behind. */
  readonly set: (seconds: number) => void;
  readonly remove: () => void;
}

/** Begins with the real time. Only the clock of days and hours is set; what counts seconds since the start is not. */
export function fakeClock(): FakeClock {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-clock-'));
  const library = path.join(folder, 'clock.so');
  const source = path.join(import.meta.dirname, 'clock-shim.c');
  const flags = ['-shared', '-fPIC', '-nostdlib', '-O1'];
  const { status, stderr } = spawnSync('cc', [...flags, '-o', library, source], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const file = path.join(folder, 'clock');
  const handle = fs.openSync(file, 'w');
  const set = (seconds: number): void => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(seconds));
    fs.writeSync(handle, bytes, 0, bytes.length, 0);
  };
  set(0);
  return {
    env: { LD_PRELOAD: library, DESKBOOK_CLOCK: file },
    set,
    remove: () => {
      fs.closeSync(handle);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
