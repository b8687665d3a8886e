/** The text a person may send to support: what this desk is, what sync says, and the end of the log. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const LOG_CHARACTERS = 200_000;

/** `state` comes from the page and carries codes and numbers only. */
export function diagnostics(profile: string, state: string): Uint8Array {
  let log = '';
  try {
    log = readFileSync(path.join(profile, 'logs', 'deskbook.log'), 'utf8').slice(-LOG_CHARACTERS);
  } catch {
    // Nothing was ever logged.
  }
  return Buffer.from(`${state}\n\n${log}`);
}
