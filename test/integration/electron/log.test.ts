import fc from 'fast-check';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog, redact } from '../../../electron/log';

let profile: string;
const file = (): string => path.join(profile, 'logs', 'deskbook.log');

beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'deskbook-log-'));
});

afterEach(() => rmSync(profile, { recursive: true, force: true }));

it('takes names, phones, plates, typed text, addresses and the home folder out', () => {
  expect(redact('invalid visit: 张伟 13812341234 鲁B12345')).toBe('invalid visit: … # …');
  expect(redact('+86 138 1234 1234')).toBe('#');
  expect(redact('１３８１２３４１２３４')).toBe('#');
  expect(redact('bad value "Zhang Wei" of \'Zhang Wei\'')).toBe('bad value "…" of \'…\'');
  expect(redact('mail to zhang.wei@example.com failed')).toBe('mail to @ failed');
  expect(redact(`at read (${homedir()}/desk/out/main/index.js:12:34)`)).toBe(
    'at read (~/desk/out/main/index.js:12:34)',
  );
});

it('leaves codes and stacks readable', () => {
  for (const text of [
    'ENOSPC at write:42',
    "Cannot read properties of undefined (reading 'body')",
    'TypeError: x is not a function\n    at run (app://deskbook/assets/index-k4g9Ck9Q.js:10:123456)',
  ])
    expect(redact(text)).toBe(text);
});

it('keeps no name and no phone, wherever they stand in a text', () => {
  const name = fc.string({
    unit: fc.constantFrom(...'张伟王芳李娜欧阳建国林晓彤'),
    minLength: 2,
    maxLength: 4,
  });
  const phone = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 11 });
  const words = fc.array(
    fc.oneof(name, phone, fc.constantFrom('saved', 'by', ':', ',', '"', "'", '(', '\n', '-')),
  );
  fc.assert(
    fc.property(words, (pieces) => {
      const safe = redact(pieces.join(' '));
      expect(safe).not.toMatch(/\p{Script=Han}/u);
      expect(safe).not.toMatch(/\d{7}/);
    }),
  );
});

it('writes one JSON line per event and redacts every text in it', () => {
  const log = openLog(profile);
  log.write('ipc.failed', { channel: 'blob.put', message: '保存 张伟 失败', size: 12 });
  log.write('page.gone', { reason: 'crashed' });
  const lines = readFileSync(file(), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toMatchObject([
    { where: 'ipc.failed', channel: 'blob.put', message: '… … …', size: 12 },
    { where: 'page.gone', reason: 'crashed' },
  ]);
});

it('begins a new file when the old one is large, keeping one before it', () => {
  const log = openLog(profile);
  log.write('first', {});
  writeFileSync(file(), 'x'.repeat(2_000_001));
  log.write('second', {});
  writeFileSync(file(), 'y'.repeat(2_000_001));
  log.write('third', {});
  expect(readdirSync(path.dirname(file())).sort()).toEqual(['deskbook.log', 'deskbook.log.1']);
  expect(readFileSync(`${file()}.1`, 'utf8')).toMatch(/^y+$/);
  expect(readFileSync(file(), 'utf8')).toContain('"third"');
});

it('never fails its caller, also where no folder can be made', () => {
  writeFileSync(path.join(profile, 'logs'), 'a file where the folder should be');
  expect(() => openLog(profile).write('anything', {})).not.toThrow();
  expect(existsSync(file())).toBe(false);
});
