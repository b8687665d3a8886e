/** fflate as the Excel writer sees it (electron.vite.config.ts): it packs in the worker it was called in. */
import { zipSync, type Zippable } from 'fflate/browser';

export * from 'fflate/browser';

/** Packs files at once and hands the archive, or what went wrong, to `done`. */
export function zip(files: Zippable, done: (error: Error | null, archive: Uint8Array) => void): void {
  let archive: Uint8Array;
  try {
    archive = zipSync(files);
  } catch (error) {
    done(error as Error, new Uint8Array());
    return;
  }
  done(null, archive);
}
