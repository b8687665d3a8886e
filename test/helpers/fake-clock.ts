/** A wall clock of the test's own for the processes of one app, to be set while they run (libfaketime, Linux only). */
import { globSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [LIBRARY] = globSync('/usr/lib/{*,}/faketime/libfaketimeMT.so.1');

/** Whether this machine has what it takes. */
export const hasFakeClock = LIBRARY !== undefined;

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
  const file = path.join(folder, 'clock');
  const set = (seconds: number): void => {
    // Never half written: it is read at every look at the clock.
    writeFileSync(`${file}.part`, `${seconds < 0 ? '' : '+'}${seconds}\n`);
    renameSync(`${file}.part`, file);
  };
  set(0);
  return {
    env: {
      LD_PRELOAD: LIBRARY ?? '',
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_RESET: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    },
    set,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
