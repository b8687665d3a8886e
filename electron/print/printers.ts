/**
 * The system's printers. Linux and macOS: CUPS by `lpstat` and `lp`, run directly and never through a
 * shell; Windows: `pdf-to-printer`. What went wrong is asked of the spooler, not read out of messages.
 */
import { execFile } from 'node:child_process';
import type { HostCalls, PrinterInfo } from '../../shared/host';

const ASK_MS = 10_000;
const SEND_MS = 60_000;

/** What to send. */
export interface PrintOrder {
  readonly file: string;
  readonly printer: string;
  readonly copies: number;
  /** Title in the printer's queue: the form's title. */
  readonly title: string;
  /** CUPS media name, e.g. `A4` or `Custom.60x40mm`; none leaves it to the printer. */
  readonly media: string | null;
}

export type PrintOutcome = ReturnType<HostCalls['print.print']>;

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

/** Printers of CUPS from what `lpstat -e` and `lpstat -d` print. */
export function parsePrinters(names: string, fallback: string): readonly PrinterInfo[] {
  const preferred = /^system default destination: (.+)$/m.exec(fallback)?.[1]?.trim();
  return names
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((name) => ({ name, label: name.replaceAll('_', ' '), isDefault: name === preferred }));
}

async function isRunning(): Promise<Ran> {
  const scheduler = await run('lpstat', ['-r'], ASK_MS);
  return { ...scheduler, ok: scheduler.ok && /scheduler is running/.test(scheduler.out) };
}

async function cupsPrinters(): Promise<readonly PrinterInfo[]> {
  const [names, fallback] = await Promise.all([run('lpstat', ['-e'], ASK_MS), run('lpstat', ['-d'], ASK_MS)]);
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
  return found.length > 0 || (await isRunning()).ok ? found : 'spoolerDown';
}

async function cupsPrint({ file, printer, copies, title, media }: PrintOrder): Promise<PrintOutcome> {
  const scheduler = await isRunning();
  if (!scheduler.ok) return { ok: false, code: 'spoolerDown', detail: scheduler.error };
  if (!(await cupsPrinters()).some(({ name }) => name === printer))
    return { ok: false, code: 'printerGone', detail: '' };
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
  if (sent.ok) return { ok: true };
  const accepting = await run('lpstat', ['-a', printer], ASK_MS);
  const stopped = / not accepting requests/.test(accepting.out);
  return { ok: false, code: stopped ? 'printerStopped' : 'failed', detail: sent.error };
}

async function windowsPrint({ file, printer, copies }: PrintOrder): Promise<PrintOutcome> {
  const { print } = await import('pdf-to-printer');
  try {
    const printers = await windowsPrinters();
    if (!printers.some(({ name }) => name === printer)) return { ok: false, code: 'printerGone', detail: '' };
  } catch (error) {
    return { ok: false, code: 'spoolerDown', detail: String(error) };
  }
  try {
    await print(file, { printer, copies, scale: 'noscale' });
    return { ok: true };
  } catch (error) {
    return { ok: false, code: 'failed', detail: String(error) };
  }
}

/** Hands a PDF to the system's spooler; never rejects. */
export function printFile(order: PrintOrder): Promise<PrintOutcome> {
  return process.platform === 'win32' ? windowsPrint(order) : cupsPrint(order);
}
