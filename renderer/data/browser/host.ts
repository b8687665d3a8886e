/**
 * The browser in the place of the shell (`shared/host.ts`): printing, downloads and the page's own events. There is no
 * journal, no PIN and no backup here; what only a desk has says so when it is asked.
 */
import { version } from '../../../package.json';
import type { AppInfo, Host, HostCalls, HostEvents } from '@shared/host';
import { saveBytes } from './download';
import { discard, onProgress, openToPrint, part, pdfOf, render, savePdf } from './printing';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The browser's own dialog: the only printer there is to choose. */
const PRINTER = 'browser';

const info = (): AppInfo => ({
  endpoint: null,
  version,
  electron: '',
  platform: 'web',
  demo: false,
  signInAs: null,
  clockOffset: 0,
  freeBytes: Number.MAX_SAFE_INTEGER,
  crashed: false,
});

/** Calls by channel; those a desk alone has stand nowhere here. */
type Calls = Partial<{
  readonly [C in keyof HostCalls]: (
    ...args: Parameters<HostCalls[C]>
  ) => ReturnType<HostCalls[C]> | Promise<ReturnType<HostCalls[C]>>;
}>;

const calls: Calls = {
  'app.info': info,
  'app.freeBytes': () => Number.MAX_SAFE_INTEGER,
  'session.keep': () => undefined,
  'session.kept': () => null,
  'print.printers': () => [{ name: PRINTER, label: '', isDefault: true }],
  'print.part': part,
  'print.render': render,
  'print.cancel': discard,
  'print.pdf': pdfOf,
  'print.print': (job) =>
    openToPrint(job) ? { ok: true } : { ok: false, code: 'failed', paper: 'A4', queued: false },
  'print.save': (job, name) => {
    savePdf(job, name);
    return true;
  },
  'print.discard': discard,
  'print.sweepArchive': () => 0,
  'file.saveSheet': (bytes, name, csv) => {
    saveBytes(bytes.slice(), name, csv ? 'text/csv;charset=utf-8' : SHEET);
    return { ok: true };
  },
  'blob.sweep': () => 0,
  'camera.allow': () => undefined,
  // Nothing leaves the browser about its faults; they stand in its own console.
  'log.fault': (where, message, stack) => console.error(where, message, stack),
};

export const host: Host = {
  call: async <C extends keyof HostCalls>(
    channel: C,
    ...args: Parameters<HostCalls[C]>
  ): Promise<ReturnType<HostCalls[C]>> => {
    const run = calls[channel];
    if (!run) throw new Error(`${channel}: only at a desk`);
    return run(...args);
  },
  on: <E extends keyof HostEvents>(event: E, listener: HostEvents[E]): (() => void) =>
    event === 'print.progress' ? onProgress(listener as HostEvents['print.progress']) : () => undefined,
};
