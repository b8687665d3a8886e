/** Free space of the disk that holds the profile. */
import fs from 'node:fs';

/** Below this the person is warned: about a year of records, or a few hundred photos. */
export const LOW_BYTES = 500_000_000;

/** Bytes an ordinary user may still write; Infinity when the system does not tell. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
