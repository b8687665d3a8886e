/** Free space of the disk that holds the profile. */
import fs from 'node:fs';
import { DISK_LOW_BYTES } from '../shared/host';

/** Each is told once when the space falls below it. */
const STEPS = [DISK_LOW_BYTES, DISK_LOW_BYTES / 5, DISK_LOW_BYTES / 25];

/** Bytes an ordinary user may still write; Infinity when the system does not tell. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** How many of the warning steps the free space lies below. */
export const lowSteps = (free: number): number => STEPS.filter((step) => free < step).length;
