/** A mark in the profile while the app runs: found at a start, it says that the last run did not end properly. */
import fs from 'node:fs';
import path from 'node:path';

const file = (profile: string): string => path.join(profile, 'running');

/** Sets the mark; true when one stood there already. */
export function markRunning(profile: string): boolean {
  const found = fs.existsSync(file(profile));
  try {
    fs.writeFileSync(file(profile), String(process.pid));
  } catch {
    // A full disk is reported by the free-space watch; the mark is only a courtesy.
  }
  return found;
}

/** Removes a throwaway profile, as far as the system lets go of its files. */
export function dropProfile(profile: string): void {
  try {
    fs.rmSync(profile, { recursive: true, force: true });
  } catch {
    // The rest lies in the system's folder for passing files.
  }
}

/** Takes the mark away at a proper end. */
export function markClosed(profile: string): void {
  fs.rmSync(file(profile), { force: true });
}
