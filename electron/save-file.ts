/** Writes a file the person asked for, whole or not at all. */
import fs from 'node:fs/promises';
import type { SaveResult } from '../shared/host';

function codeOf(error: unknown): 'fileDiskFull' | 'fileReadOnly' | 'fileBusy' | 'fileNotSaved' {
  switch ((error as NodeJS.ErrnoException).code ?? '') {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'fileDiskFull';
    // Windows: the old file is open in Excel.
    case 'EBUSY':
      return 'fileBusy';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'fileReadOnly';
    default:
      return 'fileNotSaved';
  }
}

/** Written beside the target first, so that a failure leaves an older file of that name as it was. */
export async function saveFile(target: string, bytes: Uint8Array): Promise<SaveResult> {
  const part = `${target}.part`;
  try {
    await fs.writeFile(part, bytes, { flush: true });
    await fs.rename(part, target);
    return { ok: true };
  } catch (error) {
    await fs.rm(part, { force: true }).catch(() => undefined);
    return { ok: false, code: codeOf(error) };
  }
}
