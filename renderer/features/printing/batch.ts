/**
 * 打印本月全套: the sheets of a month one after the other to one printer, each a form of its own with its own page
 * numbers and its own copy in the archive. A sheet goes when the one before it is out, so that the pile is in order. It
 * goes on while somebody works on other pages, and stops where a printer holds it up.
 */
import { v7 } from 'uuid';
import { create } from 'zustand';
import type { PrinterInfo, PrintOutcome } from '@shared/host';
import { logFault } from '../../data/faults';
import { host } from '../../data/host';
import { useSession } from '../../data/session';
import type { MonthSheet } from '../../ui/month-sheet';
import { makePdf } from '../../ui/print/make-pdf';

type Failure = Exclude<PrintOutcome, { readonly ok: true }>;

export type Step =
  | { readonly at: 'waiting' | 'making' | 'printing' }
  | { readonly at: 'printed'; readonly pages: number; readonly missing: number }
  /** Its PDF could not be made; nothing reached a printer. */
  | { readonly at: 'notMade'; readonly code: 'failed' | 'diskFull' }
  | { readonly at: 'stuck'; readonly failure: Failure; readonly pages: number; readonly missing: number };

export interface BatchRow {
  readonly sheet: MonthSheet;
  /** The print job's id: printed again, it takes the place of what is stuck. */
  readonly job: string;
  readonly step: Step;
}

/** The printer by the system's name and the one people read. */
export type Target = Pick<PrinterInfo, 'name' | 'label'>;

interface Batch {
  readonly month: string;
  readonly printer: Target;
  readonly rows: readonly BatchRow[];
  readonly running: boolean;
  readonly stopping: boolean;
}

const NONE: Batch = {
  month: '',
  printer: { name: '', label: '' },
  rows: [],
  running: false,
  stopping: false,
};

export const useBatch = create<Batch>(() => NONE);

const isUnsuccessful = ({ step }: BatchRow): boolean => step.at === 'notMade' || step.at === 'stuck';
const isLeft = ({ step }: BatchRow): boolean => step.at === 'waiting';

/** Rows that did not succeed, and rows that had no turn yet. */
export const unsuccessful = (rows: readonly BatchRow[]): readonly BatchRow[] => rows.filter(isUnsuccessful);
export const left = (rows: readonly BatchRow[]): readonly BatchRow[] => rows.filter(isLeft);

function put(job: string, step: Step): void {
  useBatch.setState(({ rows }) => ({ rows: rows.map((row) => (row.job === job ? { ...row, step } : row)) }));
}

const FAILED: Failure = { ok: false, code: 'failed', paper: 'A4', queued: false };

/** Makes one sheet of the figures as they are now; true when the next may follow. */
async function printOne({ sheet, job }: BatchRow, month: string, printer: string): Promise<boolean> {
  put(job, { at: 'making' });
  const { request } = await sheet.load(month);
  const made = await makePdf(job, request);
  if (!made.ok) {
    put(job, { at: 'notMade', code: made.code === 'diskFull' ? 'diskFull' : 'failed' });
    return made.code !== 'diskFull';
  }
  const done = { pages: made.pages, missing: made.missing.length };
  put(job, { at: 'printing' });
  const sent = await host.call('print.print', job, printer, 1, '').catch((): PrintOutcome => FAILED);
  const outcome = sent.ok ? await host.call('print.wait', job) : sent;
  void host.call('print.discard', job);
  put(job, outcome.ok ? { at: 'printed', ...done } : { at: 'stuck', failure: outcome, ...done });
  return outcome.ok;
}

async function run(wanted: (row: BatchRow) => boolean): Promise<void> {
  const by = useSession.getState().actor?.id;
  const { month, printer } = useBatch.getState();
  const jobs = useBatch
    .getState()
    .rows.filter(wanted)
    .map((row) => row.job);
  useBatch.setState({ running: true, stopping: false });
  for (const job of jobs) {
    const { rows, stopping } = useBatch.getState();
    const row = rows.find((one) => one.job === job);
    // Whoever takes the desk over may not see what the one before them printed.
    if (stopping || !row || useSession.getState().actor?.id !== by) break;
    const mayGoOn = await printOne(row, month, printer.name).catch((error: unknown) => {
      logFault(`printing.${row.sheet.form}`, error);
      put(job, { at: 'notMade', code: 'failed' });
      return true;
    });
    if (!mayGoOn) break;
  }
  useBatch.setState({ running: false, stopping: false });
}

/** Begins with these sheets of a month. */
export function begin(month: string, printer: Target, sheets: readonly MonthSheet[]): void {
  const rows = sheets.map((sheet): BatchRow => ({ sheet, job: v7(), step: { at: 'waiting' } }));
  useBatch.setState({ month, printer, rows });
  void run(() => true);
}

/** Stops when the sheet at hand is done. */
export function stop(): void {
  useBatch.setState({ stopping: true });
}

/** Goes on with what had no turn yet. */
export function goOn(printer: Target): void {
  useBatch.setState({ printer });
  void run(isLeft);
}

/** Prints again what did not succeed, and nothing else. */
export function again(printer: Target): void {
  useBatch.setState({ printer });
  void run(isUnsuccessful);
}

/** The list is done with. */
export function clear(): void {
  if (!useBatch.getState().running) useBatch.setState(NONE);
}

/** A sheet that waited at its printer came out by itself. */
host.on('print.troubles', (all) => {
  const waiting = new Set(all.map(({ id }) => id));
  for (const { job, step } of useBatch.getState().rows)
    if (step.at === 'stuck' && step.failure.queued && !waiting.has(job))
      put(job, { at: 'printed', pages: step.pages, missing: step.missing });
});
