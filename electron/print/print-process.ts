/// <reference types="electron-vite/node" />
/**
 * The print process as main sees it: started with the first form, one form at a time, ended when idle so
 * that its memory returns, killed to cancel. A crash fails its form only, and so does silence; the next form starts it
 * again.
 */
import { utilityProcess, type UtilityProcess } from 'electron';
import worker from './worker?modulePath';
import type { RenderedForm, RenderOrder, WorkerReport } from './protocol';

const IDLE_MS = 20_000;
/** Without memory it may neither work nor end; the largest register reports far more often. */
const SILENT_MS = 90_000;

export type Outcome =
  | ({ readonly ok: true } & RenderedForm)
  | { readonly ok: false; readonly code: 'cancelled' | 'failed' | 'diskFull'; readonly message: string };

interface Waiting {
  readonly job: string;
  readonly order: RenderOrder;
  readonly onProgress: (done: number, total: number) => void;
  readonly settle: (outcome: Outcome) => void;
}

export class PrintProcess {
  private process: UtilityProcess | null = null;
  private running: Waiting | null = null;
  private readonly queue: Waiting[] = [];
  private idle: NodeJS.Timeout | undefined;
  private silent: NodeJS.Timeout | undefined;

  /** Renders one form; never rejects. */
  render(job: string, order: RenderOrder, onProgress: Waiting['onProgress']): Promise<Outcome> {
    return new Promise((settle) => {
      this.queue.push({ job, order, onProgress, settle });
      this.next();
    });
  }

  /** Ends a job that waits or runs; others are not touched. */
  cancel(job: string): void {
    const at = this.queue.findIndex((waiting) => waiting.job === job);
    const [waiting] = at >= 0 ? this.queue.splice(at, 1) : [];
    waiting?.settle({ ok: false, code: 'cancelled', message: '' });
    if (this.running?.job === job) this.stop({ ok: false, code: 'cancelled', message: '' });
  }

  private next(): void {
    if (this.running) return;
    clearTimeout(this.idle);
    const waiting = this.queue.shift();
    if (!waiting) {
      this.idle = setTimeout(() => this.end(), IDLE_MS);
      this.idle.unref();
      return;
    }
    this.running = waiting;
    this.process ??= this.start();
    this.process.postMessage(waiting.order);
    this.listen();
  }

  /** Waits for the next report of the running form. */
  private listen(): void {
    clearTimeout(this.silent);
    this.silent = setTimeout(() => {
      this.stop({ ok: false, code: 'failed', message: `print process silent for ${SILENT_MS} ms` });
    }, SILENT_MS);
    this.silent.unref();
  }

  private start(): UtilityProcess {
    const child = utilityProcess.fork(worker, [], {
      serviceName: 'deskbook-print',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // The last words of a process that dies go to the log.
    let said = '';
    child.stderr?.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-2_000)));
    child.on('message', (report: WorkerReport) => this.hear(child, report));
    child.on('exit', (code) => {
      if (this.process === child)
        this.stop({ ok: false, code: 'failed', message: `print process ended with ${code} ${said}` });
    });
    return child;
  }

  private hear(child: UtilityProcess, report: WorkerReport): void {
    if (this.process !== child || !this.running) return;
    if (report.type === 'progress') {
      this.listen();
      return this.running.onProgress(report.done, report.total);
    }
    clearTimeout(this.silent);
    const { settle } = this.running;
    this.running = null;
    if (report.type === 'done') {
      const { type: _type, ...form } = report;
      settle({ ok: true, ...form });
    } else {
      settle({ ok: false, code: report.code, message: report.message });
    }
    this.next();
  }

  /** Ends the process with the running job's outcome, then goes on with the queue. */
  private stop(outcome: Outcome): void {
    const { running } = this;
    clearTimeout(this.silent);
    this.end();
    this.running = null;
    running?.settle(outcome);
    this.next();
  }

  private end(): void {
    const { process: child } = this;
    this.process = null;
    child?.kill();
  }
}
