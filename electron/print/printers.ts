/**
 * The system's printers. Linux and macOS: CUPS by its commands, run directly and never through a shell; Windows:
 * `pdf-to-printer`. What went wrong is asked of the spooler, not read out of messages.
 */
import { execFile } from 'node:child_process';
import type { Paper } from '../../shared/forms/model';
import type { PrinterInfo } from '../../shared/host';
import { fitsPaper } from '../../shared/printing/fits-paper';
import type { PrintCause } from '../../shared/printing/trouble';
import {
  parseJob,
  parsePrinters,
  parseRequest,
  parseSizes,
  parseTrouble,
  type JobPlace,
} from './cups-answers';

const ASK_MS = 10_000;
const SEND_MS = 60_000;

/** What to send. */
export interface PrintOrder {
  readonly file: string;
  readonly printer: string;
  readonly copies: number;
  /** Title in the printer's queue: the form's title. */
  readonly title: string;
  readonly paper: Paper;
}

export type SendOutcome =
  /** `request` names the job in the spooler's queue; '' where it cannot be asked for again. */
  | { readonly ok: true; readonly request: string }
  /** `detail` goes to the log only. */
  | { readonly ok: false; readonly code: PrintCause; readonly detail: string };

interface Ran {
  readonly ok: boolean;
  readonly out: string;
  readonly error: string;
}

/** Runs one of CUPS's commands with its messages in English whatever the system speaks. */
function run(command: string, args: readonly string[], timeout: number): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C', LANG: 'C', SOFTWARE: 'C' };
    execFile(command, args, { env, timeout, windowsHide: true }, (error, stdout, stderr) => {
      resolve({ ok: error === null, out: stdout, error: stderr.trim() || (error?.message ?? '') });
    });
  });
}

const ask = (command: string, ...args: readonly string[]): Promise<Ran> => run(command, args, ASK_MS);

/** CUPS's name of a paper; receipts take the printer's own roll. */
function mediaOf(paper: Paper): string | null {
  switch (paper.size) {
    case 'A4':
    case 'A4-half':
      return 'A4';
    case 'label':
      return `Custom.${paper.widthMm}x${paper.heightMm}mm`;
    case 'roll-80':
      return null;
  }
}

async function isRunning(): Promise<boolean> {
  const { ok, out } = await ask('lpstat', '-r');
  return ok && /scheduler is running/.test(out);
}

async function cupsPrinters(): Promise<readonly PrinterInfo[]> {
  const [names, fallback] = await Promise.all([ask('lpstat', '-e'), ask('lpstat', '-d')]);
  return names.ok ? parsePrinters(names.out, fallback.out) : [];
}

async function windowsPrinters(): Promise<readonly PrinterInfo[]> {
  const { getPrinters, getDefaultPrinter } = await import('pdf-to-printer');
  const [all, preferred] = await Promise.all([getPrinters(), getDefaultPrinter().catch(() => null)]);
  return all.map(({ deviceId, name }) => ({
    name: deviceId,
    label: name,
    isDefault: deviceId === preferred?.deviceId,
  }));
}

/** The printers the system knows, or that nothing answers for them. */
export async function listPrinters(): Promise<readonly PrinterInfo[] | 'spoolerDown'> {
  if (process.platform === 'win32') return windowsPrinters().catch(() => 'spoolerDown' as const);
  const found = await cupsPrinters();
  return found.length > 0 || (await isRunning()) ? found : 'spoolerDown';
}

const refused = (code: PrintCause, detail = ''): SendOutcome => ({ ok: false, code, detail });

const stops = async (printer: string): Promise<boolean> =>
  / not accepting requests/.test((await ask('lpstat', '-a', printer)).out);

async function cupsPrint({ file, printer, copies, title, paper }: PrintOrder): Promise<SendOutcome> {
  if (!(await isRunning())) return refused('spoolerDown');
  if (!(await cupsPrinters()).some(({ name }) => name === printer)) return refused('printerGone');
  if (await stops(printer)) return refused('printerStopped');
  const state = await ask('lpstat', '-l', '-p', printer);
  // What an idle printer last complained of may be mended: only the next job finds out. A queue that stands still stays so.
  if (/^printer \S+ disabled since /m.test(state.out))
    return refused(parseTrouble(state.out) ?? 'printerPaused', state.out.trim());
  if (!fitsPaper(paper, parseSizes((await ask('lpoptions', '-p', printer, '-l')).out)))
    return refused('wrongPaper');
  const media = mediaOf(paper);
  const options = [
    '-d',
    printer,
    '-n',
    String(copies),
    '-t',
    title,
    '-o',
    'print-scaling=none',
    ...(media ? ['-o', `media=${media}`] : []),
  ];
  const sent = await run('lp', [...options, '--', file], SEND_MS);
  if (sent.ok) return { ok: true, request: parseRequest(sent.out) };
  return refused((await stops(printer)) ? 'printerStopped' : 'failed', sent.error);
}

/** Windows tells a printer's first four sizes only: whether it has the paper is not known there. */
async function windowsPrint({ file, printer, copies }: PrintOrder): Promise<SendOutcome> {
  const { print } = await import('pdf-to-printer');
  try {
    if (!(await windowsPrinters()).some(({ name }) => name === printer)) return refused('printerGone');
  } catch (error) {
    return refused('spoolerDown', String(error));
  }
  try {
    await print(file, { printer, copies, scale: 'noscale' });
    return { ok: true, request: '' };
  } catch (error) {
    return refused('failed', String(error));
  }
}

/** Hands a PDF to the system's spooler; never rejects. */
export function printFile(order: PrintOrder): Promise<SendOutcome> {
  return process.platform === 'win32' ? windowsPrint(order) : cupsPrint(order);
}

/** Where a job of CUPS stands, and what holds its printer up while it waits. */
export async function lookAfter(
  request: string,
  printer: string,
): Promise<JobPlace & { readonly cause: PrintCause | null }> {
  const [waiting, state] = await Promise.all([
    ask('lpstat', '-l', '-o', printer),
    ask('lpstat', '-l', '-p', printer),
  ]);
  if (!waiting.ok || !state.ok) {
    if (!(await isRunning())) return { at: 'queue', cause: 'spoolerDown' };
    // A printer taken out of the system takes its jobs along.
    if (!(await cupsPrinters()).some(({ name }) => name === printer))
      return { at: 'gone', cause: 'printerGone' };
  }
  const ended = await ask('lpstat', '-l', '-W', 'completed', '-o', printer);
  const place = parseJob(request, waiting.out, ended.out);
  return { ...place, cause: place.at === 'queue' ? parseTrouble(state.out) : null };
}

/** Takes a job out of its queue; one that has left it is no mistake. */
export async function withdraw(request: string): Promise<void> {
  if (request !== '') await ask('cancel', request);
}
