/** Printing in the real app: preview, a real CUPS, save, archive, progress, cancel, a print process that dies. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host, RenderResult } from '../../shared/host';
import { DEMO_PIN, demoDesk, dropProfile, type Desk } from '../helpers/app';
import { pidOf } from '../helpers/crash';
import { startCups, type Cups } from '../helpers/cups';
import { plainText } from '../helpers/pdf';
import { openVisits, registerQuickly } from '../helpers/visits';

declare const window: { readonly host: Host };

const ROW = {
  date: '2026-11-21',
  no: 'LF-A-20261121-0001',
  name: '王𬭚',
  people: 2,
  company: '青岛海风体育用品有限公司',
  phone: '138****1234',
  purpose: '咨询',
  details: '',
  visiting: '会籍部',
  plate: '',
  badge: '12',
  timeIn: '14:05',
  timeOut: '15:40',
  receivedBy: '林晓彤',
  outcome: '当场答复',
  remark: '',
};

/** Starts rendering a register of so many rows in the page; the result can be asked for later. */
async function begin(page: Page, job: string, rows: number, form = 'visit-register'): Promise<void> {
  await page.evaluate(
    ({ job, rows, form, row }) => {
      const data = JSON.stringify({
        club: '银湾',
        from: '2026-11-01',
        to: '2026-11-30',
        desks: ['A 前台'],
        rows: Array.from({ length: rows }, () => row),
      });
      const kept = window as unknown as { result: Promise<RenderResult>; progress: number[] };
      kept.progress = [];
      window.host.on('print.progress', ({ done }) => kept.progress.push(done));
      kept.result = window.host.call('print.render', { job, form, data, printedBy: '制表：测试' });
    },
    { job, rows, form, row: ROW },
  );
}

const resultOf = (page: Page): Promise<RenderResult> =>
  page.evaluate(() => (window as unknown as { result: Promise<RenderResult> }).result);
const progressed = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => (window as unknown as { progress: number[] }).progress.length > 0);

/** Folder for pictures of what the tests see, when somebody wants to look. */
const pictures = process.env.DESKBOOK_PICTURES;

describe('printing (issue 2, point 8)', () => {
  let cups: Cups;
  let desk: Desk;
  let saved: string;
  beforeAll(async () => {
    cups = await startCups(['Front_Desk', 'Office']);
    process.env.CUPS_SERVER = cups.server;
    saved = fs.mkdtempSync(path.join(os.tmpdir(), 'deskbook-saved-'));
    desk = await demoDesk('1001', { args: [`--save-to=${saved}`] });
  });
  afterAll(async () => {
    await desk.close();
    dropProfile(desk.profile);
    fs.rmSync(saved, { recursive: true, force: true });
    delete process.env.CUPS_SERVER;
    await cups.stop();
  });

  const openPreview = async (): Promise<void> => {
    const { page } = desk;
    await page.evaluate(() => (location.hash = '#/settings/printing'));
    await page.getByRole('button', { name: '打印测试页' }).click();
    await page.locator('.pdf-page canvas').first().waitFor();
  };
  const archived = (): readonly string[] => {
    const archive = path.join(desk.profile, 'archive');
    return fs.existsSync(archive)
      ? fs.readdirSync(archive).flatMap((day) => fs.readdirSync(path.join(archive, day)))
      : [];
  };

  it('shows the form, saves it, prints it with Enter and keeps one copy', async () => {
    const { page, profile } = desk;
    await openPreview();
    await page.getByText('共 1 页').waitFor();
    if (pictures) await page.screenshot({ path: path.join(pictures, 'print-preview.png') });
    await page.getByRole('button', { name: '保存为 PDF' }).click();
    await page.getByText('已保存。').waitFor();
    const [file = ''] = fs.readdirSync(saved);
    expect(file).toMatch(/^打印测试页-\d{4}-\d{2}-\d{2}\.pdf$/);
    await page.getByLabel('打印机').selectOption('Office');
    await page.getByLabel('份数').fill('2');
    await page.getByLabel('份数').press('Enter');
    await page.getByText('已发送到打印机「Office」，共 2 份。').waitFor();
    const [job] = await cups.arrived(1);
    expect(job?.copies).toBe(2);
    expect(plainText(job?.file ?? '')).toBe(plainText(path.join(saved, file)));
    expect(plainText(job?.file ?? '')).toContain('𬭚𫖮䶮㛃𬍛𬬻');
    expect(archived()).toHaveLength(1);
    expect(archived()[0]).toMatch(/^打印测试页-\d{4}-\d{2}-\d{2}-\d{6}\.pdf$/);
    await expect.poll(() => fs.readdirSync(path.join(profile, 'print-jobs'))).toEqual([]);
  });

  it('remembers the form’s printer, and says when that printer is gone', async () => {
    const { page } = desk;
    await openPreview();
    await expect.poll(() => page.getByLabel('打印机').inputValue()).toBe('Office');
    cups.removePrinter('Office');
    await page.getByRole('button', { name: '打印', exact: true }).click();
    await page.getByRole('alert').getByText('找不到打印机「Office」').waitFor();
    await expect.poll(() => page.getByLabel('打印机').inputValue()).toBe('Front_Desk');
    await page.getByLabel('份数').fill('0');
    await page.getByRole('button', { name: '打印', exact: true }).click();
    await page.getByText('份数应为 1 至 99 的整数。').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('prints rare names right, and warns of a character that no font has', async () => {
    const { page } = desk;
    await openVisits(page);
    await registerQuickly(page, '王𬭚𫖮䶮㛃');
    await registerQuickly(page, '张😀三');
    await page.keyboard.press('Control+p');
    await page.locator('.pdf-page canvas').first().waitFor();
    await page.getByText('有 1 个字不在字库中，纸上以编码代替：😀').waitFor();
    if (pictures) await page.screenshot({ path: path.join(pictures, 'print-missing.png') });
    await page.keyboard.press('Enter');
    await page.getByText('已发送到打印机「Front Desk」，共 1 份。').waitFor();
    const text = plainText((await cups.arrived(2)).at(-1)?.file ?? '');
    expect(text).toContain('王𬭚𫖮䶮㛃');
    expect(text).toContain('张[U+1F600]三');
    expect(archived().some((name) => name.startsWith('客户来访登记表-'))).toBe(true);
  });

  it('closes the preview when the screen locks, so that a colleague can take over', async () => {
    const { page, app } = desk;
    await openPreview();
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('menu.action', 'lock'),
    );
    await page.locator('input[name=pin]').waitFor();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.locator('input[name=pin]').fill(DEMO_PIN);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '打印测试页' }).waitFor();
  });

  it('tells progress and ends at once when cancelled; its process is gone', async () => {
    const { page, app } = desk;
    await begin(page, 'long', 60_000);
    await progressed(page);
    const pid = await pidOf(app, 'print');
    expect(pid).not.toBeNull();
    await page.evaluate(() => window.host.call('print.cancel', 'long'));
    expect(await resultOf(page)).toEqual({ ok: false, code: 'cancelled' });
    await expect.poll(() => pidOf(app, 'print')).not.toBe(pid);
  });

  it('reports a print process that dies, and prints again afterwards', async () => {
    const { page, app } = desk;
    await begin(page, 'dying', 60_000);
    await progressed(page);
    process.kill((await pidOf(app, 'print')) ?? 0, 'SIGKILL');
    expect(await resultOf(page)).toEqual({ ok: false, code: 'failed' });
    await begin(page, 'again', 300);
    expect(await resultOf(page)).toMatchObject({ ok: true, missing: [] });
    await page.evaluate(() => window.host.call('print.discard', 'again'));
  });

  it('takes a register in parts, cut anywhere, and forgets the parts of a job that was given up', async () => {
    const { page } = desk;
    await page.evaluate(async () => {
      await window.host.call('print.part', 'parts', 'of a job that was given up');
      await window.host.call('print.discard', 'parts');
    });
    const data = JSON.stringify({ club: '银湾', from: '', to: '', desks: [], rows: [ROW, ROW, ROW] });
    // In the middle of a name's rarest character.
    const at = data.lastIndexOf('𬭚') + 1;
    const result = await page.evaluate(
      async ([first, second, rest]) => {
        await window.host.call('print.part', 'parts', first);
        await window.host.call('print.part', 'parts', second);
        const form = 'visit-register';
        return window.host.call('print.render', { job: 'parts', form, data: rest, printedBy: '制表：测试' });
      },
      [data.slice(0, 100), data.slice(100, at), data.slice(at)] as const,
    );
    expect(result).toMatchObject({ ok: true, missing: [] });
    const bytes = await page.evaluate(async () => [...(await window.host.call('print.pdf', 'parts'))]);
    const file = path.join(saved, 'parts.pdf');
    fs.writeFileSync(file, Uint8Array.from(bytes));
    expect(plainText(file).match(/王𬭚/gu)).toHaveLength(3);
    await page.evaluate(() => window.host.call('print.discard', 'parts'));
  });

  it('fails plainly for a form that does not exist, and knows no other job’s file', async () => {
    const { page } = desk;
    await begin(page, 'none', 1, 'no-such-form');
    expect(await resultOf(page)).toEqual({ ok: false, code: 'failed' });
    await expect(page.evaluate(() => window.host.call('print.pdf', 'none'))).rejects.toThrow();
    await expect(page.evaluate(() => window.host.call('print.pdf', '../profile'))).rejects.toThrow();
  });
});
