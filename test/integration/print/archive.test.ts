/** The folder of kept forms: names, and what goes when (DOMAIN §2, retention). */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepForm, keepIssue, lastExpiredDay, sweepArchive } from '../../../electron/print/archive';
import type { RenderedForm } from '../../../electron/print/protocol';

const FORM: RenderedForm = {
  pages: 1,
  missing: [],
  title: '客户来访登记表',
  reference: '2026-11-01 至 2026-11-30',
  paper: { size: 'roll-80' },
  money: false,
};

describe('archive of printed forms', () => {
  let root: string;
  let file: string;
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'deskbook-archive-'));
    file = path.join(root, 'form.pdf');
    fs.writeFileSync(file, '%PDF');
  });
  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

  it('names a form by title, number or period and time, by the club’s clock', async () => {
    const archive = path.join(root, 'archive');
    const first = await keepForm(archive, file, FORM, '2026-11-30T17:02:03.000Z');
    const second = await keepForm(archive, file, FORM, '2026-11-30T17:02:03.000Z');
    expect(path.relative(archive, first)).toBe(
      path.join('2026-12-01', '客户来访登记表-2026-11-01-至-2026-11-30-010203.pdf'),
    );
    expect(path.basename(second)).toBe('客户来访登记表-2026-11-01-至-2026-11-30-010203-2.pdf');
  });

  it('lets no reference lead out of the folder', async () => {
    const kept = await keepForm(
      path.join(root, 'archive'),
      file,
      { ...FORM, reference: '../../../x/\\:*' },
      '2026-11-30T02:00:00.000Z',
    );
    expect(path.dirname(kept)).toBe(path.join(root, 'archive', '2026-11-30'));
  });

  it('keeps the newest issues of a form made by schedule, none of a wrong clock, none beyond the retention time', async () => {
    const archive = path.join(root, 'archive');
    const list = { ...FORM, title: '在场人员名单' };
    const keep = (now: string) => keepIssue(archive, file, list, now, 3);
    await keep('2027-01-01T00:00:00.000Z');
    for (const minute of ['00', '10', '20', '30', '40']) await keep(`2026-11-30T02:${minute}:00.000Z`);
    const folder = path.join(archive, '在场人员名单');
    expect(fs.readdirSync(folder).sort()).toEqual(
      ['102000', '103000', '104000'].map((time) => `在场人员名单-2026-11-30-${time}.pdf`),
    );
    expect(await sweepArchive(archive, 24, '2028-11-30T02:00:00.000Z')).toBe(0);
    expect(await sweepArchive(archive, 24, '2028-12-01T02:00:00.000Z')).toBe(3);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('says so when an issue cannot be kept', async () => {
    const archive = path.join(root, 'archive');
    fs.mkdirSync(archive);
    fs.writeFileSync(path.join(archive, FORM.title), '');
    await expect(keepIssue(archive, file, FORM, '2026-11-30T02:00:00.000Z', 3)).rejects.toThrow();
  });

  it('removes what outlived the retention time, but never forms of money', async () => {
    const archive = path.join(root, 'archive');
    const old = await keepForm(archive, file, FORM, '2024-11-29T02:00:00.000Z');
    const money = await keepForm(
      archive,
      file,
      { ...FORM, title: '收费收据', money: true },
      '2024-11-29T02:00:00.000Z',
    );
    const young = await keepForm(archive, file, FORM, '2024-11-30T02:00:00.000Z');
    expect(await sweepArchive(archive, 24, '2026-11-30T02:00:00.000Z')).toBe(1);
    expect([old, money, young].map((each) => fs.existsSync(each))).toEqual([false, true, true]);
    expect(await sweepArchive(archive, 24, '2026-12-01T02:00:00.000Z')).toBe(1);
    expect(fs.existsSync(path.dirname(young))).toBe(false);
    expect(await sweepArchive(path.join(root, 'none'), 24, '2026-12-01T02:00:00.000Z')).toBe(0);
  });

  it.each([
    ['2026-11-30T02:00:00.000Z', 24, '2024-11-29'],
    ['2026-03-31T02:00:00.000Z', 1, '2026-02-27'],
    ['2024-03-30T02:00:00.000Z', 1, '2024-02-28'],
  ])('at %s with %d months the last expired day is %s', (now, months, day) => {
    expect(lastExpiredDay(now, months)).toBe(day);
  });
});
