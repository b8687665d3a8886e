/** Forms in the browser: a worker makes the PDF, the browser's own dialog prints it, and saving is a download. */
import type { HostEvents, RenderRequest, RenderResult } from '@shared/host';
import { saveBytes } from './download';
import type { PrintOrder, PrintReport } from './print-orders';

/** The worker ends when idle, and its memory returns. */
const IDLE_MS = 20_000;

interface Job {
  readonly settle: (result: RenderResult) => void;
  readonly order: PrintOrder;
}

const progress = new Set<HostEvents['print.progress']>();
const pdfs = new Map<string, Uint8Array<ArrayBuffer>>();
/** The first parts of a job's data, until it is rendered. */
const parts = new Map<string, string>();
const jobs = new Map<string, Job>();
let running: string | null = null;
let worker: Worker | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;

export const onProgress = (listener: HostEvents['print.progress']): (() => void) => {
  progress.add(listener);
  return () => void progress.delete(listener);
};

function end(): void {
  worker?.terminate();
  worker = null;
  running = null;
}

function finish(job: string, result: RenderResult): void {
  const waiting = jobs.get(job);
  jobs.delete(job);
  if (running === job) running = null;
  waiting?.settle(result);
  next();
}

function hear(report: PrintReport): void {
  const job = running;
  if (job === null) return;
  if (report.type === 'progress') {
    for (const listener of progress) listener({ job, done: report.done, total: report.total });
  } else if (report.type === 'done') {
    pdfs.set(job, report.pdf);
    finish(job, { ok: true, pages: report.pages, missing: report.missing });
  } else {
    console.error('print', report.message);
    finish(job, { ok: false, code: 'failed' });
  }
}

function start(): Worker {
  const made = new Worker(new URL('./print-worker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<PrintReport>) => hear(data);
  made.onerror = (event) => {
    console.error('print', event.message);
    const job = running;
    end();
    if (job !== null) finish(job, { ok: false, code: 'failed' });
  };
  return made;
}

function next(): void {
  clearTimeout(idle);
  if (running !== null) return;
  const [found] = jobs;
  if (!found) {
    idle = setTimeout(end, IDLE_MS);
    return;
  }
  const [job, { order }] = found;
  running = job;
  worker ??= start();
  worker.postMessage(order);
}

/** Adds to the data of a job. */
export function part(job: string, text: string): void {
  parts.set(job, (parts.get(job) ?? '') + text);
}

/** Renders one form; never rejects. */
export function render({ job, form, data: rest, printedBy }: RenderRequest): Promise<RenderResult> {
  const data = (parts.get(job) ?? '') + rest;
  parts.delete(job);
  return new Promise((settle) => {
    jobs.set(job, { settle, order: { form, data, printedBy } });
    next();
  });
}

/** Ends a job wherever it is, and forgets its PDF. */
export function discard(job: string): void {
  pdfs.delete(job);
  parts.delete(job);
  if (running === job) end();
  if (jobs.has(job)) finish(job, { ok: false, code: 'cancelled' });
}

/** The rendered PDF. @throws Error when there is none */
export function pdfOf(job: string): Uint8Array<ArrayBuffer> {
  const pdf = pdfs.get(job);
  if (!pdf) throw new Error('no such form');
  return pdf.slice();
}

/** Opens the form in a tab of its own, where the browser's viewer prints it. False: the browser did not allow the tab. */
export function openToPrint(job: string): boolean {
  const url = URL.createObjectURL(new Blob([pdfOf(job)], { type: 'application/pdf' }));
  const tab = window.open(url, '_blank');
  setTimeout(() => URL.revokeObjectURL(url), 600_000);
  return tab !== null;
}

export const savePdf = (job: string, name: string): void => saveBytes(pdfOf(job), name, 'application/pdf');
