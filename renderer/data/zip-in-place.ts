/** fflate as the Excel reader and writer see it (electron.vite.config.ts): it works in the worker it was called in. */
import { unzipSync, zipSync, type Unzipped, type Zippable } from 'fflate/browser';

export * from 'fflate/browser';

/** Bytes an Excel file may unpack to; a sheet of 50,000 rows has about 50 MB. */
const MAX_UNPACKED = 400_000_000;

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

/** Unpacks an archive at once; one that would fill the memory is an error. */
export function unzip(archive: Uint8Array, done: (error: Error | null, files: Unzipped) => void): void {
  let files: Unzipped;
  let bytes = 0;
  const fits = ({ originalSize }: { readonly originalSize: number }): boolean => {
    bytes += originalSize;
    if (bytes > MAX_UNPACKED) throw new RangeError('unpacks to too much');
    return true;
  };
  try {
    files = unzipSync(archive, { filter: fits });
  } catch (error) {
    done(error as Error, {});
    return;
  }
  done(null, files);
}
