import {
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canMount, smallDisk } from '../../helpers/small-disk';
import { BlobStore } from '../../../electron/blobs/blob-store';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'deskbook-blobs-')), 'blobs');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const PHOTO = new TextEncoder().encode('a photo, as far as the store knows');
const fileOf = (sha: string): string => path.join(folder, sha.slice(0, 2), sha);
async function stored(store: BlobStore): Promise<string> {
  const result = await store.put(PHOTO);
  if (!result.ok) throw new Error(result.code);
  return result.sha;
}

describe('photo files', () => {
  it('come back as they were, the same content once', async () => {
    const store = new BlobStore(folder);
    const sha = await stored(store);
    expect(await stored(store)).toBe(sha);
    expect(Buffer.from((await store.get(sha)) as Uint8Array).equals(PHOTO)).toBe(true);
    expect(readdirSync(path.dirname(fileOf(sha)))).toEqual([sha]);
  });

  it('are known to be missing or changed', async () => {
    const store = new BlobStore(folder);
    const sha = await stored(store);
    truncateSync(fileOf(sha), statSync(fileOf(sha)).size - 1);
    expect(await store.get(sha)).toBe('changed');
    rmSync(fileOf(sha));
    expect(await store.get(sha)).toBe('missing');
  });

  it('are swept when no record names them, but never one that was only just written', async () => {
    const sha = await stored(new BlobStore(folder));
    const part = `${fileOf(sha)}.x.part`;
    writeFileSync(part, 'torn');
    const later = new BlobStore(folder, () => Date.now() + 7_200_000);
    expect(await new BlobStore(folder).sweep([])).toBe(0);
    expect(await later.sweep([sha])).toBe(1);
    expect(await later.get(sha)).toEqual(Buffer.from(PHOTO));
    expect(await later.sweep([])).toBe(1);
    expect(await later.get(sha)).toBe('missing');
    expect(await later.sweep([])).toBe(0);
  });

  it('leave nothing behind when they cannot be written', async () => {
    // A file stands where the folder should be.
    mkdirSync(path.dirname(folder), { recursive: true });
    writeFileSync(folder, '');
    utimesSync(folder, 0, 0);
    expect(await new BlobStore(folder).put(PHOTO)).toEqual({ ok: false, code: 'photoNotStored' });
  });

  it.runIf(canMount)(
    'leave nothing behind when the disk is full in the middle of one, nor on a read-only disk',
    async () => {
      const disk = smallDisk('256k');
      try {
        const store = new BlobStore(path.join(disk.folder, 'blobs'));
        const sha = await stored(store);
        expect(await store.put(new Uint8Array(300_000))).toEqual({ ok: false, code: 'photoDiskFull' });
        const left = readdirSync(path.join(disk.folder, 'blobs'), { recursive: true, encoding: 'utf8' });
        expect(left.filter((name) => name.includes('.part') || name.length > 3)).toEqual([
          path.join(sha.slice(0, 2), sha),
        ]);
        disk.makeReadOnly();
        expect(await store.put(new Uint8Array(10))).toEqual({ ok: false, code: 'photoNotStored' });
        expect(await store.get(sha)).toEqual(Buffer.from(PHOTO));
      } finally {
        disk.remove();
      }
    },
  );
});
