/** Forms that do not come out, through a real CUPS: told why, kept, and printed once in the end. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PrintTrouble } from '@shared/printing/trouble';
import { Sender, type Letter } from '../../../electron/print/sender';
import * as forms from '../../fixtures/forms';
import { startCups, type Cups } from '../../helpers/cups';
import { plainText, renderForm } from '../../helpers/pdf';

const WAIT = { timeout: 15_000 };

describe.runIf(process.platform === 'linux')('a form on its way to the printer', () => {
  let cups: Cups;
  let root: string;
  let letter: Letter;
  let sender: Sender;
  let now: string;
  let fresh: PrintTrouble[];
  let archived: number;
  let arrived = 0;

  const start = (): Sender =>
    new Sender({
      folder: path.join(root, 'outbox'),
      log: { write: () => undefined },
      now: () => now,
      archive: () => {
        archived += 1;
        return Promise.resolve(true);
      },
      changed: (_all, one) => {
        if (one) fresh.push(one);
      },
    });

  beforeAll(async () => {
    cups = await startCups(['Front_Desk', 'Office']);
    process.env.CUPS_SERVER = cups.server;
  });
  afterAll(async () => {
    delete process.env.CUPS_SERVER;
    await cups.stop();
  });
  beforeEach(async () => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'deskbook-sender-'));
    const { file, pages, missing } = await renderForm(forms.halfPage);
    const { title, paper } = forms.halfPage;
    const rendered = { pages, missing, title, reference: 'YL-A-20261121-0003', paper, money: true };
    letter = {
      id: 'job-1',
      form: 'lost-claim-slip',
      rendered,
      file,
      printer: 'Front_Desk',
      copies: 1,
      voucher: 'item-1',
      by: 'staff-1',
      archived: false,
    };
    now = '2026-11-21T02:00:00.000Z';
    fresh = [];
    archived = 0;
    sender = start();
    return () => fs.rmSync(root, { recursive: true, force: true });
  });

  /** So many more forms have come out of all printers; gives the last one. */
  const cameOut = async (count: number): Promise<string> => {
    arrived += count;
    const all = await cups.arrived(arrived);
    expect(all).toHaveLength(arrived);
    return all.at(-1)?.file ?? '';
  };
  const kept = (): readonly string[] => fs.readdirSync(path.join(root, 'outbox')).sort();

  it('that comes out leaves nothing behind', async () => {
    expect(await sender.send(letter)).toEqual({ ok: true });
    expect(await sender.wait('job-1')).toEqual({ ok: true });
    await cameOut(1);
    expect(await sender.troubles()).toEqual([]);
    expect(kept()).toEqual([]);
    expect([fresh, archived]).toEqual([[], 1]);
  });

  it('waits for paper: told at once, out by itself when there is some, and once only', async () => {
    cups.holdUp('Front_Desk', 'media-empty-error');
    expect(await sender.send(letter)).toEqual({ ok: true });
    expect(await sender.wait('job-1')).toEqual({ ok: false, code: 'noPaper', paper: 'A4', queued: true });
    expect(fresh).toEqual([
      {
        id: 'job-1',
        form: 'lost-claim-slip',
        title: '遗留物品认领单',
        reference: 'YL-A-20261121-0003',
        paper: 'A4',
        printer: 'Front_Desk',
        printerLabel: 'Front Desk',
        copies: 1,
        at: now,
        cause: 'noPaper',
        queued: true,
        voucher: 'item-1',
        by: 'staff-1',
      },
    ]);
    expect(await sender.troubles()).toEqual(fresh);
    cups.mend('Front_Desk');
    await expect.poll(() => sender.troubles(), WAIT).toEqual([]);
    await cameOut(1);
    expect([kept(), archived]).toEqual([[], 1]);
  });

  it('printed elsewhere while it waits comes out there and nowhere else', async () => {
    cups.holdUp('Front_Desk', 'media-jam-error');
    await sender.send(letter);
    await sender.wait('job-1');
    expect(await sender.again('job-1', 'Office')).toEqual({ ok: true });
    expect(await sender.wait('job-1')).toEqual({ ok: true });
    cups.mend('Front_Desk');
    expect(plainText(await cameOut(1))).toBe(plainText(letter.file));
    expect(await sender.troubles()).toEqual([]);
    // What follows is the next at both: the one before has left no second copy behind.
    await sender.send({ ...letter, id: 'job-2' });
    await sender.wait('job-2');
    await cameOut(1);
  });

  it('refused by a paused printer is kept over a restart and printed again from the list', async () => {
    cups.pause('Office');
    const refused = { ok: false, code: 'printerPaused', paper: 'A4', queued: false };
    expect(await sender.send({ ...letter, printer: 'Office' })).toEqual(refused);
    expect([fresh, archived]).toEqual([[], 0]);
    sender = start();
    expect(await sender.troubles()).toMatchObject([{ id: 'job-1', cause: 'printerPaused', queued: false }]);
    expect(await sender.again('job-1', 'Office')).toEqual(refused);
    cups.resume('Office');
    expect(await sender.again('job-1', 'Office')).toEqual({ ok: true });
    await sender.wait('job-1');
    expect(plainText(await cameOut(1))).toBe(plainText(letter.file));
    expect([await sender.troubles(), kept(), archived]).toEqual([[], [], 1]);
  });

  it('waiting when the app ended is followed again by the next start', async () => {
    cups.holdUp('Front_Desk', 'offline-report');
    await sender.send(letter);
    await sender.wait('job-1');
    sender = start();
    expect(await sender.troubles()).toMatchObject([{ cause: 'offline', queued: true }]);
    cups.mend('Front_Desk');
    await expect.poll(() => sender.troubles(), WAIT).toEqual([]);
    await cameOut(1);
  });

  it('cancelled at the system’s queue says so and can be printed again', async () => {
    cups.holdUp('Front_Desk', 'media-empty-error');
    await sender.send(letter);
    await sender.wait('job-1');
    cups.cancelAll('Front_Desk');
    cups.mend('Front_Desk');
    await expect.poll(() => sender.troubles(), WAIT).toMatchObject([{ cause: 'aborted', queued: false }]);
    expect(await sender.again('job-1', 'Front_Desk')).toEqual({ ok: true });
    await sender.wait('job-1');
    await cameOut(1);
  });

  it('given up leaves list, queue and folder; so does one that was kept for a week', async () => {
    cups.holdUp('Front_Desk', 'media-empty-error');
    await sender.send(letter);
    await sender.wait('job-1');
    await sender.forget('job-1');
    expect([await sender.troubles(), kept()]).toEqual([[], []]);
    cups.mend('Front_Desk');
    cups.pause('Office');
    await sender.send({ ...letter, printer: 'Office' });
    now = '2026-11-28T01:59:59.000Z';
    await sender.sweep();
    expect(await sender.troubles()).toHaveLength(1);
    now = '2026-11-28T02:00:01.000Z';
    await sender.sweep();
    expect([await sender.troubles(), kept()]).toEqual([[], []]);
    cups.resume('Office');
    await expect(sender.again('job-1', 'Office')).rejects.toThrow(RangeError);
  });
});
