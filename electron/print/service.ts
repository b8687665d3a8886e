/** Print jobs of the shell: the page names a job, never a file; files live in the profile and are cleaned up. */
import type { BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { HostCalls } from '../../shared/host';
import { askWhere } from '../ask-where';
import { emit } from '../ipc';
import { launchOptions } from '../launch-options';
import type { Log } from '../log';
import { saveFile } from '../save-file';
import { keepForm, keepIssue, sweepArchive } from './archive';
import { PrintProcess } from './print-process';
import { listPrinters } from './printers';
import type { RenderedForm } from './protocol';
import { Sender } from './sender';

type Call<C extends keyof HostCalls> = (
  ...args: Parameters<HostCalls[C]>
) => ReturnType<HostCalls[C]> | Promise<ReturnType<HostCalls[C]>>;

/** The print.* calls of shared/host.ts. */
export interface PrintService {
  readonly printers: Call<'print.printers'>;
  readonly part: Call<'print.part'>;
  readonly render: Call<'print.render'>;
  readonly cancel: Call<'print.cancel'>;
  readonly pdf: Call<'print.pdf'>;
  /** `by`: staff id of who prints. */
  readonly print: (
    ...args: [...Parameters<Call<'print.print'>>, by: string]
  ) => ReturnType<Call<'print.print'>>;
  readonly wait: Call<'print.wait'>;
  readonly troubles: Call<'print.troubles'>;
  readonly again: Call<'print.again'>;
  readonly forget: Call<'print.forget'>;
  readonly save: Call<'print.save'>;
  readonly discard: Call<'print.discard'>;
  readonly keep: Call<'print.keep'>;
  readonly sweepArchive: Call<'print.sweepArchive'>;
}

/** Longest data of a form: a register of years stays far below it. */
const MAX_DATA = 200_000_000;

interface Job {
  readonly file: string;
  /** The form's id. */
  readonly id: string;
  readonly form: RenderedForm;
  kept: boolean;
}

let service: PrintService | undefined;

interface Parts {
  readonly profile: string;
  readonly log: Log;
  readonly window: () => BrowserWindow;
}

/** The one service of the profile; files of an earlier run are cleaned up when it is first asked for. */
export function printService(parts: Parts): PrintService {
  return (service ??= makeService(parts));
}

function makeService({ profile, log, window }: Parts): PrintService {
  const folder = path.join(profile, 'print-jobs');
  const archive = path.join(profile, 'archive');
  const jobs = new Map<string, Job>();
  /** The first parts of a job's data, until it is rendered. */
  const parts = new Map<string, string>();
  const process = new PrintProcess();
  // What another program holds open stays until the next start; it must not hold up printing.
  const emptied = fs
    .rm(folder, { recursive: true, force: true })
    .catch((error: unknown) =>
      log.write('print.clean', { code: (error as NodeJS.ErrnoException).code ?? '' }),
    );
  /** Made for each form anew: what a full disk refused once goes when there is room. */
  const ready = async (): Promise<void> => {
    await emptied;
    await fs.mkdir(folder, { recursive: true });
  };
  const now = (): string => new Date(Date.now() + launchOptions.clockOffset).toISOString();

  const jobOf = (id: string): Job => {
    const job = jobs.get(id);
    if (!job) throw new RangeError('no such print job');
    return job;
  };

  const discard = async (id: string): Promise<void> => {
    process.cancel(id);
    parts.delete(id);
    const job = jobs.get(id);
    jobs.delete(id);
    if (job) await fs.rm(job.file, { force: true });
  };

  /** A full disk must not undo a print that succeeded. */
  const keep = async (kept: string, form: RenderedForm): Promise<boolean> => {
    try {
      await keepForm(archive, kept, form, now());
      return true;
    } catch (error) {
      log.write('print.archive', { code: (error as NodeJS.ErrnoException).code ?? '' });
      emit(window(), 'print.notKept', form.title);
      return false;
    }
  };

  const sender = new Sender({
    folder: path.join(profile, 'print-outbox'),
    log,
    now,
    archive: keep,
    changed: (all, fresh) => emit(window(), 'print.troubles', all, fresh),
  });

  return {
    printers: listPrinters,
    part: (job, text) => {
      const sofar = parts.get(job) ?? '';
      if (sofar.length + text.length > MAX_DATA) throw new RangeError('too much data for one form');
      parts.set(job, sofar + text);
    },
    render: async ({ job, form, data: rest, printedBy }) => {
      const data = (parts.get(job) ?? '') + rest;
      await discard(job);
      await ready();
      const file = path.join(folder, `${randomUUID()}.pdf`);
      const outcome = await process.render(job, { form, data, printedBy, file }, (done, total) =>
        emit(window(), 'print.progress', { job, done, total }),
      );
      if (!outcome.ok) {
        await fs.rm(file, { force: true });
        if (outcome.code !== 'cancelled')
          log.write('print.render', { form, code: outcome.code, message: outcome.message });
        return { ok: false, code: outcome.code };
      }
      const { ok: _ok, ...rendered } = outcome;
      jobs.set(job, { file, id: form, form: rendered, kept: false });
      return { ok: true, pages: rendered.pages, missing: rendered.missing };
    },
    cancel: (job) => process.cancel(job),
    pdf: (job) => fs.readFile(jobOf(job).file),
    // Kept once per job, however often it is printed.
    print: async (id, printer, copies, voucher, by) => {
      const job = jobOf(id);
      const { file, id: form, form: rendered, kept } = job;
      const sent = await sender.send({
        id,
        form,
        rendered,
        file,
        printer,
        copies,
        voucher,
        by,
        archived: kept,
      });
      job.kept ||= sent.ok;
      return sent;
    },
    wait: (id) => sender.wait(id),
    troubles: () => sender.troubles(),
    again: (id, printer) => sender.again(id, printer),
    forget: (id) => sender.forget(id),
    save: async (id, name) => {
      const job = jobOf(id);
      const target = await askWhere(window(), name, 'PDF', 'pdf');
      if (!target) return false;
      const written = await saveFile(target, await fs.readFile(job.file));
      if (!written.ok) throw new Error(written.code);
      job.kept ||= await keep(job.file, job.form);
      return true;
    },
    discard,
    keep: async ({ job, form, data, printedBy }, count) => {
      await ready();
      const file = path.join(folder, `${randomUUID()}.pdf`);
      try {
        const outcome = await process.render(job, { form, data, printedBy, file }, () => undefined);
        if (!outcome.ok) {
          log.write('print.keep', { form, code: outcome.code, message: outcome.message });
          return { ok: false, code: outcome.code === 'diskFull' ? 'diskFull' : 'failed' };
        }
        return { ok: true, folder: await keepIssue(archive, file, outcome, now(), count) };
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException;
        log.write('print.keep', { form, code });
        return { ok: false, code: code === 'ENOSPC' ? 'diskFull' : 'failed' };
      } finally {
        await fs.rm(file, { force: true });
      }
    },
    sweepArchive: async (months) => {
      await sender.sweep();
      return sweepArchive(archive, months, now());
    },
  };
}
