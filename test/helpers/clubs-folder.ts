/** A folder of this run for the demo clubs that profiles are copied from (`demoProfile`). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export default function makeFolder(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-clubs-'));
  process.env.DESKBOOK_CLUBS = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
