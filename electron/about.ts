/** What the about page tells of this installation. */
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { AboutInfo } from '../shared/host';

/** Versions of what the app runs on, and where its data lies. */
export function aboutInfo(profile: string): AboutInfo {
  const { electron, chrome, node } = process.versions;
  return {
    electron,
    chromium: chrome,
    node,
    system: `${os.type()} ${os.release()} ${process.arch}`,
    folder: profile,
  };
}

/** Licence texts of the packages inside (`npm run licences`); '' in a build without them. */
export function licenceText(): Promise<string> {
  return readFile(path.join(__dirname, '../third-party-licences.txt'), 'utf8').catch(() => '');
}
