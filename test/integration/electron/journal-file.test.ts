import fs, { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JournalFile } from '../../../electron/journal/journal-file';
import { canMount, smallDisk } from '../../helpers/small-disk';

let folder: string;
let now = new Date('2026-11-21T02:00:00Z');
const journal = (): JournalFile => new JournalFile(folder, () => now);

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'deskbook-journal-')), 'journal');
  now = new Date('2026-11-21T02:00:00Z');
});

afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

it('keeps lines in order, also when many are appended at once, and says where each ends', async () => {
  const file = journal();
  const results = await Promise.all(Array.from({ length: 50 }, (_, index) => file.append(`第 ${index} 行`)));
  const bytes = readFileSync(path.join(folder, '2026-11.log'));
  expect(bytes.toString().split('\n')).toEqual([
    ...Array.from({ length: 50 }, (_, index) => `第 ${index} 行`),
    '',
  ]);
  for (const [index, result] of results.entries()) {
    if (!result.ok) throw new Error(result.code);
    expect(bytes.subarray(0, result.position.offset).toString().split('\n').at(-2)).toBe(`第 ${index} 行`);
  }
  file.close();
});

it('reads slices of whole lines over months, from any position', async () => {
  const file = journal();
  await file.append('one');
  const middle = await file.append('二'.repeat(600_000));
  now = new Date('2026-12-01T02:00:00Z');
  await file.append('three');
  const lines: string[] = [];
  let position = file.start();
  while (position) {
    const slice = file.read(position);
    lines.push(...slice.text.split('\n').filter((line) => line !== ''));
    position = slice.done ? null : slice.next;
  }
  expect(lines.map((line) => line.length)).toEqual([3, 600_000, 5]);
  if (!middle.ok) throw new Error(middle.code);
  const tail = file.read(middle.position);
  expect(tail.text === '' ? file.read(tail.next).text : tail.text).toBe('three\n');
  file.close();
});

it('says when it ends before what was asked for', async () => {
  expect(journal().read({ file: '2026-11.log', offset: 90 }).next).toEqual({
    file: '2026-11.log',
    offset: 0,
  });
  const file = journal();
  await file.append('one');
  expect(file.read({ file: '2026-11.log', offset: 90 })).toEqual({
    text: '',
    next: { file: '2026-11.log', offset: 4 },
    done: true,
  });
  expect(file.read({ file: '2026-12.log', offset: 8 }).next).toEqual({ file: '2026-11.log', offset: 4 });
  expect(file.read({ file: '2026-11.log', offset: 4 }).next).toEqual({ file: '2026-11.log', offset: 4 });
  file.close();
});

it('cuts a torn tail of any length and appends after it', async () => {
  for (const torn of ['x', 'y'.repeat(200_000)]) {
    const file = journal();
    await file.append('whole');
    file.close();
    appendFileSync(path.join(folder, '2026-11.log'), torn);
    const next = journal();
    expect(next.cutTornTail()).toBe(torn.length);
    await next.append('after');
    expect(readFileSync(path.join(folder, '2026-11.log'), 'utf8')).toMatch(/whole\nafter\n$/);
    next.close();
  }
});

it('does not go back to an older month when the clock is set back', async () => {
  const file = journal();
  now = new Date('2026-12-01T02:00:00Z');
  await file.append('december');
  file.close();
  now = new Date('2026-11-30T02:00:00Z');
  const later = journal();
  await later.append('after the clock was set back');
  expect(readdirSync(folder)).toEqual(['2026-12.log']);
  later.close();
});

it('says why it cannot write, and leaves no half line', async () => {
  writeFileSync(folder, 'a file where the folder should be');
  expect(await journal().append('x')).toEqual({ ok: false, code: 'failed' });
});

it('acknowledges a line only after a sync, and syncs lines that wait together at once', async () => {
  const events: string[] = [];
  const sync = vi
    .spyOn(fs, 'fdatasync')
    .mockImplementation((handle: number, done: (error: Error | null) => void) => {
      const bytes = fs.fstatSync(handle).size;
      setTimeout(() => {
        fs.fdatasyncSync(handle);
        events.push(`synced ${bytes}`);
        done(null);
      }, 20);
    });
  try {
    const file = journal();
    await Promise.all(['a', 'b', 'c', 'd'].map((line) => file.append(line).then(() => events.push(line))));
    expect(events).toEqual(['synced 2', 'a', 'synced 8', 'b', 'c', 'd']);
    file.close();
  } finally {
    sync.mockRestore();
  }
});

it('cuts a last line torn at any of its bytes', async () => {
  const file = journal();
  await file.append('whole');
  file.close();
  const target = path.join(folder, '2026-11.log');
  const torn = Buffer.from('后来的一行\n');
  for (let length = 0; length <= torn.length; length += 1) {
    writeFileSync(target, Buffer.concat([Buffer.from('whole\n'), torn.subarray(0, length)]));
    const isWhole = length === torn.length;
    expect(journal().cutTornTail()).toBe(isWhole ? 0 : length);
    expect(readFileSync(target, 'utf8')).toBe(isWhole ? 'whole\n后来的一行\n' : 'whole\n');
  }
});

it.runIf(canMount)(
  'reports a full and a read-only disk, leaves no half line, and goes on when there is room',
  async () => {
    const disk = smallDisk('64k');
    try {
      const file = new JournalFile(disk.folder, () => now);
      const text = (): string => readFileSync(path.join(disk.folder, '2026-11.log'), 'utf8');
      expect(await file.append('first')).toMatchObject({ ok: true });
      // Of lines written together none counts when one does not fit.
      const full = await Promise.all(
        ['short', 'z'.repeat(100_000), 'short too'].map((line) => file.append(line)),
      );
      expect(full.filter(({ ok }) => !ok)).toContainEqual({ ok: false, code: 'diskFull' });
      expect(text().split('\n').filter(Boolean)).toHaveLength(1 + full.filter(({ ok }) => ok).length);
      expect(text().endsWith('\n')).toBe(true);
      expect(await file.append('second')).toMatchObject({ ok: true });
      expect(text()).toMatch(/second\n$/);
      file.close();
      const before = text();
      disk.makeReadOnly();
      expect(await new JournalFile(disk.folder, () => now).append('third')).toEqual({
        ok: false,
        code: 'readOnly',
      });
      expect(text()).toBe(before);
    } finally {
      disk.remove();
    }
  },
);
