import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { JournalFile } from '../../../electron/journal/journal-file';

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
  expect(bytes.toString().split('\n')).toEqual([...Array.from({ length: 50 }, (_, index) => `第 ${index} 行`), '']);
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

it.runIf(process.platform === 'linux' && process.getuid?.() === 0)('reports a full disk and goes on when there is room', async () => {
  mkdirSync(folder);
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status).toBe(0);
  try {
    const file = journal();
    expect(await file.append('first')).toMatchObject({ ok: true });
    expect(await file.append('z'.repeat(100_000))).toEqual({ ok: false, code: 'diskFull' });
    expect(readFileSync(path.join(folder, '2026-11.log'), 'utf8')).toBe('first\n');
    expect(await file.append('second')).toMatchObject({ ok: true });
    expect(readFileSync(path.join(folder, '2026-11.log'), 'utf8')).toBe('first\nsecond\n');
    file.close();
  } finally {
    spawnSync('umount', ['-l', folder]);
  }
});
