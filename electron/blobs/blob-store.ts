/** Photos as files named by their SHA-256 (DESIGN §2): written whole or not at all, checked on every read. */
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { BlobResult } from '../../shared/host';

const NAME = /^[0-9a-f]{64}$/;
/** A file that has no record yet may belong to an act under way; only older ones are swept. */
const SWEPT_AFTER_MS = 3_600_000;

/** What a read finds. */
export type BlobRead = Uint8Array | 'missing' | 'changed';

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export class BlobStore {
  /** @param folder `<profile>/blobs`; made at the first photo. */
  constructor(
    private readonly folder: string,
    private readonly now: () => number = Date.now,
  ) {}

  private fileOf(sha: string): string {
    return path.join(this.folder, sha.slice(0, 2), sha);
  }

  /** Writes beside the target, syncs, renames: a full disk or a kill leaves a `.part`, never half a photo. */
  async put(bytes: Uint8Array): Promise<BlobResult> {
    const sha = hashOf(bytes);
    const file = this.fileOf(sha);
    const part = `${file}.${randomUUID()}.part`;
    try {
      await fs.mkdir(path.dirname(file), { recursive: true });
      const handle = await fs.open(part, 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await fs.rename(part, file);
      return { ok: true, sha };
    } catch (error) {
      await fs.rm(part, { force: true }).catch(() => undefined);
      const code = (error as NodeJS.ErrnoException).code ?? '';
      return { ok: false, code: code === 'ENOSPC' || code === 'EDQUOT' ? 'photoDiskFull' : 'photoNotStored' };
    }
  }

  /** The bytes, when they still are what their name says. */
  async get(sha: string): Promise<BlobRead> {
    let bytes: Uint8Array;
    try {
      bytes = await fs.readFile(this.fileOf(sha));
    } catch {
      return 'missing';
    }
    return hashOf(bytes) === sha ? bytes : 'changed';
  }

  /** Removes files no record names, and left-over parts. Returns how many went. */
  async sweep(keep: readonly string[]): Promise<number> {
    const kept = new Set(keep);
    let gone = 0;
    for (const group of await fs.readdir(this.folder).catch(() => [])) {
      const folder = path.join(this.folder, group);
      for (const name of await fs.readdir(folder).catch(() => [])) {
        if (kept.has(name) || !(NAME.test(name) || name.endsWith('.part'))) continue;
        const file = path.join(folder, name);
        const { mtimeMs } = await fs.stat(file);
        if (this.now() - mtimeMs < SWEPT_AFTER_MS) continue;
        await fs.rm(file);
        gone += 1;
      }
    }
    return gone;
  }
}
