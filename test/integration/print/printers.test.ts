/** Printing through a real CUPS: what arrives, and what is said when it cannot. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPrinters, lookAfter, printFile, type PrintOrder } from '../../../electron/print/printers';
import * as forms from '../../fixtures/forms';
import { startCups, type Cups } from '../../helpers/cups';
import { plainText, renderForm } from '../../helpers/pdf';

const A4 = { size: 'A4', orientation: 'landscape' } as const;

describe.runIf(process.platform === 'linux')('printers of CUPS (DESIGN §6)', () => {
  let cups: Cups;
  let order: PrintOrder;
  beforeAll(async () => {
    cups = await startCups(['Front_Desk', 'Office', 'Refusing']);
    process.env.CUPS_SERVER = cups.server;
    const { file } = await renderForm(forms.register(40));
    order = { file, printer: 'Front_Desk', copies: 1, title: '客户来访登记表', paper: A4 };
  });
  afterAll(async () => {
    delete process.env.CUPS_SERVER;
    await cups.stop();
  });

  it('lists the system’s printers and its default, whatever language the system speaks', async () => {
    process.env.LC_ALL = 'zh_CN.UTF-8';
    const printers = await listPrinters();
    delete process.env.LC_ALL;
    expect(printers).toContainEqual({ name: 'Front_Desk', label: 'Front Desk', isDefault: true });
    expect(printers).toContainEqual({ name: 'Office', label: 'Office', isDefault: false });
  });

  it('prints copies whose text is that of the form', async () => {
    expect(await printFile(order)).toEqual({ ok: true, request: 'Front_Desk-1' });
    expect(await printFile({ ...order, printer: 'Office', copies: 3 })).toEqual({
      ok: true,
      request: 'Office-2',
    });
    const [one, three] = await cups.arrived(2);
    expect(one?.copies).toBe(1);
    expect(three?.copies).toBe(3);
    expect(plainText(one?.file ?? '')).toBe(plainText(order.file));
  });

  it('prints a label of its own size', async () => {
    const { file } = await renderForm(forms.label);
    expect(
      await printFile({ ...order, file, title: '遗留物品标签', paper: forms.label.paper }),
    ).toMatchObject({ ok: true });
    const label = (await cups.arrived(3)).at(-1);
    expect(plainText(label?.file ?? '')).toContain('YL-A-20261121-0003');
  });

  it('says that a printer refuses jobs', async () => {
    cups.rejectJobs('Refusing');
    expect(await printFile({ ...order, printer: 'Refusing' })).toMatchObject({
      ok: false,
      code: 'printerStopped',
    });
  });

  it('says that a printer is paused, and prints once it is resumed', async () => {
    cups.pause('Office');
    expect(await printFile({ ...order, printer: 'Office' })).toMatchObject({ code: 'printerPaused' });
    cups.resume('Office');
    expect(await printFile({ ...order, printer: 'Office' })).toMatchObject({ ok: true });
  });

  it('sends no A4 to a roll, no label to a printer of sheets, and each to where it fits', async () => {
    cups.addPrinter('Roll', ['X80MMY297MM', 'X72MMY200MM']);
    cups.addPrinter('Sheets', ['A4', 'A5', 'Letter']);
    const label = { ...order, paper: forms.label.paper };
    const receipt = { ...order, paper: forms.receipt.paper };
    expect(await printFile({ ...order, printer: 'Roll' })).toMatchObject({ code: 'wrongPaper' });
    expect(await printFile({ ...label, printer: 'Sheets' })).toMatchObject({ code: 'wrongPaper' });
    expect(await printFile({ ...receipt, printer: 'Roll' })).toMatchObject({ ok: true });
    expect(await printFile({ ...order, printer: 'Sheets' })).toMatchObject({ ok: true });
  });

  it.each([
    ['media-empty-error', 'noPaper'],
    ['media-jam-error', 'jam'],
    ['cover-open-error', 'coverOpen'],
    ['toner-empty-error', 'noInk'],
    ['offline-report', 'offline'],
    ['fuser-over-temp-error', 'attention'],
  ] as const)(
    'tells of a printer that reports %s, and that the job came out afterwards',
    async (reason, cause) => {
      cups.holdUp('Front_Desk', reason);
      const sent = await printFile(order);
      const request = sent.ok ? sent.request : '';
      const look = () => lookAfter(request, 'Front_Desk');
      await expect.poll(look, { timeout: 10_000 }).toEqual({ at: 'queue', cause });
      cups.mend('Front_Desk');
      await expect.poll(look, { timeout: 10_000 }).toEqual({ at: 'done', cause: null });
    },
  );

  it('tells of a job that somebody took out of the queue, and of one whose printer is gone', async () => {
    cups.holdUp('Front_Desk', 'media-empty-error');
    const sent = await printFile(order);
    const request = sent.ok ? sent.request : '';
    cups.cancelAll('Front_Desk');
    await expect
      .poll(() => lookAfter(request, 'Front_Desk'), { timeout: 10_000 })
      .toEqual({ at: 'gone', cause: null });
    cups.mend('Front_Desk');
    expect(await lookAfter('Nowhere-1', 'Nowhere')).toEqual({ at: 'gone', cause: 'printerGone' });
  });

  it('says that a printer is gone', async () => {
    cups.removePrinter('Office');
    expect(await printFile({ ...order, printer: 'Office' })).toEqual({
      ok: false,
      code: 'printerGone',
      detail: '',
    });
  });

  it('takes a printer’s name as a name, never as an option or a command', async () => {
    for (const printer of ['-o', '$(touch /tmp/deskbook-shell)', 'Front_Desk; true'])
      expect(await printFile({ ...order, printer })).toMatchObject({ code: 'printerGone' });
  });

  it('says that the spooler is down', async () => {
    process.env.CUPS_SERVER = '/nonexistent/cups.sock';
    expect(await listPrinters()).toBe('spoolerDown');
    expect(await printFile(order)).toMatchObject({ ok: false, code: 'spoolerDown' });
    expect(await lookAfter('Front_Desk-1', 'Front_Desk')).toEqual({ at: 'queue', cause: 'spoolerDown' });
    process.env.CUPS_SERVER = cups.server;
  });
});
