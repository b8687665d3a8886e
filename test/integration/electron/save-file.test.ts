import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveFile } from '../../../electron/save-file';
import { canMount, smallDisk } from '../../helpers/small-disk';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskbook-save-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('writes the file and nothing beside it, over an older one too', async () => {
  const target = path.join(folder, '来访登记.xlsx');
  for (const text of ['one', 'two']) {
    expect(await saveFile(target, Buffer.from(text))).toEqual({ ok: true });
    expect(readFileSync(target, 'utf8')).toBe(text);
  }
  expect(readdirSync(folder)).toEqual(['来访登记.xlsx']);
});

it('says so when the place is gone or is a folder', async () => {
  expect(await saveFile(path.join(folder, 'gone', 'a.xlsx'), Buffer.from('x'))).toEqual({
    ok: false,
    code: 'fileNotSaved',
  });
  mkdirSync(path.join(folder, 'a.xlsx'));
  expect(await saveFile(path.join(folder, 'a.xlsx'), Buffer.from('x'))).toEqual({
    ok: false,
    code: 'fileNotSaved',
  });
  expect(readdirSync(folder)).toEqual(['a.xlsx']);
});

it.runIf(canMount)('leaves the older file as it was on a full and on a read-only disk', async () => {
  const disk = smallDisk('64k');
  try {
    const target = path.join(disk.folder, 'a.xlsx');
    writeFileSync(target, 'older');
    expect(await saveFile(target, Buffer.alloc(100_000))).toEqual({ ok: false, code: 'fileDiskFull' });
    expect(readdirSync(disk.folder)).toEqual(['a.xlsx']);
    disk.makeReadOnly();
    expect(await saveFile(target, Buffer.from('x'))).toEqual({ ok: false, code: 'fileReadOnly' });
    expect(readFileSync(target, 'utf8')).toBe('older');
  } finally {
    disk.remove();
  }
});
