import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PinGuard } from '../../../electron/pin-guard';

let folder: string;
let now = 0;
const guard = (): PinGuard => new PinGuard(path.join(folder, 'pin-guard.json'), () => now);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskbook-pin-'));
  now = Date.parse('2026-11-21T02:00:00Z');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('hashes with a salt of its own and takes only digits, six or more', async () => {
  const [one, two] = await Promise.all([guard().hash('246810'), guard().hash('246810')]);
  expect(one.hash).not.toBe(two.hash);
  for (const pin of ['12345', 'abcdef', '１２３４５６', ''])
    await expect(guard().hash(pin)).rejects.toThrow(RangeError);
});

it('slows down after wrong tries, also over a restart, and lets the right PIN in afterwards', async () => {
  const record = await guard().hash('246810');
  const keeper = guard();
  expect(await keeper.verify('a', '000000', record)).toEqual({ ok: false, code: 'wrong', triesLeft: 9 });
  expect(await keeper.verify('a', '000000', record)).toEqual({ ok: false, code: 'wrong', triesLeft: 8 });
  expect(await keeper.verify('a', '000000', record)).toEqual({ ok: false, code: 'wait', seconds: 5 });
  // The right PIN has to wait too, or guessing would cost nothing.
  expect(await guard().verify('a', '246810', record)).toEqual({ ok: false, code: 'wait', seconds: 5 });
  expect(await guard().verify('b', '246810', record)).toEqual({ ok: true });
  now += 5_000;
  expect(await guard().verify('a', '246810', record)).toEqual({ ok: true });
  expect(await guard().verify('a', '000000', record)).toMatchObject({ code: 'wrong', triesLeft: 9 });
});

it('locks after ten wrong tries until an administrator unlocks', async () => {
  const record = await guard().hash('246810');
  for (let index = 0; index < 10; index += 1) {
    await guard().verify('a', '000000', record);
    now += 3_600_000;
  }
  expect(await guard().verify('a', '246810', record)).toEqual({ ok: false, code: 'locked' });
  guard().unlock('a');
  expect(await guard().verify('a', '246810', record)).toEqual({ ok: true });
});

it('counts tries made at once one by one', async () => {
  const record = await guard().hash('246810');
  const keeper = guard();
  const answers = await Promise.all(Array.from({ length: 5 }, () => keeper.verify('a', '000000', record)));
  expect(answers.map((answer) => !answer.ok && answer.code)).toEqual([
    'wrong',
    'wrong',
    'wait',
    'wait',
    'wait',
  ]);
});

it('starts with no tries when its file is damaged or gone', async () => {
  const record = await guard().hash('246810');
  for (const text of [
    '{"a":',
    'null',
    '[]',
    '7',
    '{"a":null}',
    '{"a":{"wrong":"many","until":0}}',
    '{"a":{"wrong":11}}',
  ]) {
    writeFileSync(path.join(folder, 'pin-guard.json'), text);
    expect(await guard().verify('a', '246810', record), text).toEqual({ ok: true });
  }
  rmSync(path.join(folder, 'pin-guard.json'), { force: true });
  expect(await guard().verify('a', '246810', record)).toEqual({ ok: true });
});

it('lets people in and counts on in memory when it cannot write', async () => {
  const record = await guard().hash('246810');
  const keeper = new PinGuard(path.join(folder, 'no', 'such', 'folder.json'), () => now);
  expect(await keeper.verify('a', '000000', record)).toMatchObject({ code: 'wrong', triesLeft: 9 });
  expect(await keeper.verify('a', '000000', record)).toMatchObject({ code: 'wrong', triesLeft: 8 });
  expect(await keeper.verify('a', '246810', record)).toEqual({ ok: true });
});
