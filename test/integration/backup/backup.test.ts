import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeBackup } from '../../../electron/backup/make-backup';
import { checkBackup, findBackups, readManifest } from '../../../electron/backup/read-backup';
import { finishRestore, stageRestore } from '../../../electron/backup/restore';
import { canMount, smallDisk } from '../../helpers/small-disk';
import { decodeLine } from '../../../shared/journal/codec';
import { keyIdOf, readHeader, seal, unseal } from '../../../electron/backup/sealed-file';

let root: string;
const key = randomBytes(16);
const journal = `${'0'.repeat(8)} {"t":"act"}\n`.repeat(200_000);
const photo = randomBytes(300_000);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'deskbook-backup-'));
  mkdirSync(path.join(root, 'profile/journal'), { recursive: true });
  mkdirSync(path.join(root, 'profile/blobs/ab'), { recursive: true });
  mkdirSync(path.join(root, 'stick'));
  writeFileSync(path.join(root, 'profile/journal/2026-10.log'), journal);
  writeFileSync(path.join(root, 'profile/journal/2026-11.log'), 'one\n');
  writeFileSync(path.join(root, 'profile/blobs/ab/abcd'), photo);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const backUp = (now: string, keepDays = 30, folder = path.join(root, 'stick')) =>
  makeBackup({
    profile: path.join(root, 'profile'),
    folder,
    key,
    club: '青岛海湾高尔夫俱乐部',
    desk: 'A',
    app: '0.1.0',
    now,
    keepDays,
  });

const folder = () => path.join(root, 'stick/Deskbook-A');
const note = { instance: 'i-1', at: '2026-11-21T02:00:00.000Z', fromDesk: 'A', deskCode: 'B' };

it('goes on without a photo that is removed while it runs', async () => {
  const manifest = await makeBackup({
    profile: path.join(root, 'profile'),
    folder: path.join(root, 'stick'),
    key,
    club: '青岛海湾高尔夫俱乐部',
    desk: 'A',
    app: '0.1.0',
    now: '2026-11-20T14:00:00.000Z',
    keepDays: 30,
    onProgress: () => rmSync(path.join(root, 'profile/blobs/ab/abcd'), { force: true }),
  });
  expect(manifest.files.map((file) => file.path)).toEqual(['journal/2026-10.log', 'journal/2026-11.log']);
  expect(await checkBackup(folder(), manifest, key)).toEqual([]);
});

it('brings back every byte on another PC, and keeps what stood there before', async () => {
  await backUp('2026-11-20T14:00:00.000Z');
  const other = path.join(root, 'other');
  mkdirSync(path.join(other, 'journal'), { recursive: true });
  writeFileSync(path.join(other, 'journal/2026-11.log'), 'of the other PC\n');
  const [listing] = await findBackups(path.join(root, 'stick'));
  const manifest = await readManifest(path.join(root, 'stick', listing?.name ?? ''), key);
  expect(manifest?.club).toBe('青岛海湾高尔夫俱乐部');
  if (!manifest) return;
  expect(await checkBackup(folder(), manifest, key)).toEqual([]);
  expect(await stageRestore(other, folder(), manifest, key, note)).toEqual([]);
  expect(readFileSync(path.join(other, 'journal/2026-11.log'), 'utf8')).toBe('of the other PC\n');
  expect(finishRestore(other)).toEqual(note);
  expect(readFileSync(path.join(other, 'journal/2026-10.log'), 'utf8')).toBe(journal);
  // The newest head tells the restored desk its new code.
  const [kept, head] = readFileSync(path.join(other, 'journal/2026-11.log'), 'utf8').split('\n');
  expect(kept).toBe('one');
  expect(decodeLine(head ?? '')).toMatchObject({ t: 'head', desk: 'B', instance: 'i-1' });
  expect(readFileSync(path.join(other, 'blobs/ab/abcd'))).toEqual(photo);
  const [before] = readdirSync(other).filter((name) => name.startsWith('before-restore-'));
  expect(readFileSync(path.join(other, before ?? '', 'journal/2026-11.log'), 'utf8')).toBe(
    'of the other PC\n',
  );
  expect(finishRestore(other)).toBeNull();
});

it('writes only what changed, and drops what is past its days but never the last two', async () => {
  await backUp('2026-09-01T14:00:00.000Z');
  const first = readdirSync(folder());
  writeFileSync(path.join(root, 'profile/journal/2026-11.log'), 'one\ntwo\n');
  await backUp('2026-09-02T14:00:00.000Z');
  expect(readdirSync(folder()).length).toBe(first.length + 2);
  await backUp('2026-11-20T14:00:00.000Z', 30);
  const kept = await findBackups(folder());
  expect(kept.map((listing) => listing.at.slice(0, 10))).toEqual(['2026-11-20', '2026-09-02']);
  const manifest = await readManifest(path.join(folder(), kept[1]?.name ?? ''), key);
  expect(manifest && (await checkBackup(folder(), manifest, key))).toEqual([]);
});

it('names a damaged, a cut and a missing file, and brings the rest back', async () => {
  const manifest = await backUp('2026-11-20T14:00:00.000Z');
  const stored = (name: string) =>
    path.join(folder(), manifest.files.find((file) => file.path === name)?.stored ?? '');
  const damaged = readFileSync(stored('journal/2026-10.log'));
  damaged[1_500_000] = (damaged[1_500_000] ?? 0) ^ 1;
  writeFileSync(stored('journal/2026-10.log'), damaged);
  rmSync(stored('blobs/ab/abcd'));
  const faults = [
    { path: 'blobs/ab/abcd', fault: 'missing' },
    { path: 'journal/2026-10.log', fault: 'damaged' },
  ];
  const sorted = async (list: Promise<readonly { path: string }[]>) =>
    [...(await list)].sort((a, b) => a.path.localeCompare(b.path));
  expect(await sorted(checkBackup(folder(), manifest, key))).toEqual(faults);
  expect(await sorted(stageRestore(path.join(root, 'profile'), folder(), manifest, key, note))).toEqual(
    faults,
  );
  finishRestore(path.join(root, 'profile'));
  const back = readFileSync(path.join(root, 'profile/journal/2026-10.log'), 'utf8');
  // One damaged chunk of 1 MiB is lost, everything before and after it is there.
  expect(back.length).toBe(journal.length - (1 << 20));
  expect(back.startsWith(journal.slice(0, 1 << 20))).toBe(true);
  expect(back.endsWith(journal.slice(2 << 20))).toBe(true);
  truncateSync(stored('journal/2026-11.log'), 150);
  expect((await checkBackup(folder(), manifest, key)).map((fault) => fault.path)).toContain(
    'journal/2026-11.log',
  );
});

it('seals a file again that was damaged on the stick, within seven days of backups, and stays with the new one', async () => {
  const first = await backUp('2026-11-20T14:00:00.000Z');
  for (const { stored } of first.files) {
    const bytes = readFileSync(path.join(folder(), stored));
    const middle = bytes.length - 20;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(path.join(folder(), stored), bytes);
  }
  expect(await checkBackup(folder(), first, key)).toHaveLength(3);
  for (let day = 21; day <= 28; day += 1) {
    const manifest = await backUp(`2026-11-${day}T14:00:00.000Z`);
    const damaged = await checkBackup(folder(), manifest, key);
    if (day >= 27) expect(damaged).toEqual([]);
  }
});

it('notices a file that was cut exactly between two chunks', async () => {
  const plain = path.join(root, 'plain');
  const sealed = path.join(root, 'sealed');
  writeFileSync(plain, Buffer.alloc(2 << 20, 1));
  const header = { keyId: keyIdOf(key), kind: 'file', at: '2026-11-20T14:00:00.000Z', desk: 'A' } as const;
  await seal(plain, sealed, key, header);
  expect((await unseal(sealed, key, () => undefined)).whole).toBe(true);
  // The second chunk of 1 MiB and its tag of 16 bytes go; the first is whole but says that it is not the last.
  truncateSync(sealed, readFileSync(sealed).length - (1 << 20) - 16);
  expect(await unseal(sealed, key, () => undefined)).toMatchObject({ whole: false, bytes: 0 });
});

it('tells a wrong key from a damaged manifest', async () => {
  await backUp('2026-11-20T14:00:00.000Z');
  const [listing] = await findBackups(folder());
  const file = path.join(folder(), listing?.name ?? '');
  const wrong = randomBytes(16);
  expect(await readManifest(file, wrong)).toBeNull();
  expect((await readHeader(file))?.keyId).toBe(keyIdOf(key));
  expect((await readHeader(file))?.keyId).not.toBe(keyIdOf(wrong));
  truncateSync(file, 20);
  expect(await readHeader(file)).toBeNull();
});

it('leaves nothing half-written and the profile untouched when the folder cannot be written', async () => {
  rmSync(path.join(root, 'stick'), { recursive: true });
  writeFileSync(path.join(root, 'stick'), 'a file where the folder was');
  await expect(backUp('2026-11-20T14:00:00.000Z')).rejects.toMatchObject({ code: 'ENOTDIR' });
  expect(readFileSync(path.join(root, 'profile/journal/2026-11.log'), 'utf8')).toBe('one\n');
});

it('finishes a restore that a crash cut between its moves', async () => {
  const manifest = await backUp('2026-11-20T14:00:00.000Z');
  const other = path.join(root, 'other');
  mkdirSync(path.join(other, 'journal'), { recursive: true });
  writeFileSync(path.join(other, 'journal/2026-11.log'), 'old\n');
  await stageRestore(other, folder(), manifest, key, note);
  const before = path.join(other, `before-restore-${note.at.replace(/\D/g, '')}`);
  mkdirSync(before);
  cpSync(path.join(other, 'journal'), path.join(before, 'journal'), { recursive: true });
  rmSync(path.join(other, 'journal'), { recursive: true });
  expect(finishRestore(other)).toEqual(note);
  expect(readFileSync(path.join(other, 'journal/2026-11.log'), 'utf8')).toMatch(/^one\n/);
  expect(readFileSync(path.join(before, 'journal/2026-11.log'), 'utf8')).toBe('old\n');
  expect(existsSync(path.join(other, 'restore-stage'))).toBe(false);
});

it.runIf(canMount)(
  'fails on a full and on a read-only stick, and leaves an earlier backup whole',
  async () => {
    const disk = smallDisk('900k');
    try {
      rmSync(path.join(root, 'profile/journal/2026-10.log'));
      const manifest = await backUp('2026-11-19T14:00:00.000Z', 30, disk.folder);
      writeFileSync(path.join(root, 'profile/journal/2026-11.log'), randomBytes(2_000_000));
      await expect(backUp('2026-11-20T14:00:00.000Z', 30, disk.folder)).rejects.toMatchObject({
        code: 'ENOSPC',
      });
      const [listing, ...others] = await findBackups(disk.folder);
      expect(others).toEqual([]);
      expect(listing?.at).toBe('2026-11-19T14:00:00.000Z');
      expect(await checkBackup(path.join(disk.folder, 'Deskbook-A'), manifest, key)).toEqual([]);
      disk.makeReadOnly();
      await expect(backUp('2026-11-21T14:00:00.000Z', 30, disk.folder)).rejects.toMatchObject({
        code: 'EROFS',
      });
    } finally {
      disk.remove();
    }
  },
);
