/**
 * Sends forms to printers and stays with them: what the spooler refuses, what waits for paper, what it gives up. A form
 * that did not come out is in the outbox until it does.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { PrintOutcome } from '../../shared/host';
import { paperName, type PrintCause, type PrintTrouble } from '../../shared/printing/trouble';
import type { Log } from '../log';
import { follow } from './follow';
import { Outbox, type Stuck } from './outbox';
import { listPrinters, lookAfter, printFile, withdraw } from './printers';
import type { RenderedForm } from './protocol';

/** Looks are close together while somebody stands at the printer, then rare: a job may wait for days. */
const LOOKS_SOON = 30;
const SOON_MS = 1_000;
const LATER_MS = 15_000;

/** A form to send. */
export interface Letter {
  readonly id: string;
  readonly form: string;
  readonly rendered: RenderedForm;
  readonly file: string;
  readonly printer: string;
  readonly copies: number;
  readonly voucher: string;
  readonly by: string;
  readonly archived: boolean;
}

interface Parts {
  readonly folder: string;
  readonly log: Log;
  readonly now: () => string;
  /** Keeps a copy of what was handed to a printer; true when it stands in the archive. */
  readonly archive: (file: string, form: RenderedForm) => Promise<boolean>;
  /** The list of what did not come out has changed; `fresh` has just been found in the printer's queue. */
  readonly changed: (all: readonly PrintTrouble[], fresh: PrintTrouble | null) => void;
}

interface Way {
  readonly request: string;
  over: boolean;
  /** When it is out, or something holds it up. */
  settled: Promise<PrintOutcome>;
}

const told = ({ rendered: _form, request: _request, archived: _archived, ...trouble }: Stuck): PrintTrouble =>
  trouble;

export class Sender {
  private readonly outbox: Outbox;
  private readonly ways = new Map<string, Way>();

  constructor(private readonly parts: Parts) {
    this.outbox = new Outbox(parts.folder);
    this.goOn().catch((error: unknown) => parts.log.write('print.outbox', { message: String(error) }));
  }

  async troubles(): Promise<readonly PrintTrouble[]> {
    return (await this.outbox.list()).map(told);
  }

  /** Hands a form to a printer. What of the same job still waits in a queue is taken out of it first. */
  async send(letter: Letter): Promise<PrintOutcome> {
    const { id, rendered, printer, copies } = letter;
    await this.recall(id);
    // A full disk must not keep anybody from printing; only the way is not followed then.
    const held = await this.quietly('print.hold', () => this.outbox.hold(id, letter.file));
    const { title, paper } = rendered;
    const outcome = await printFile({ file: letter.file, printer, copies, title, paper });
    if (!outcome.ok) {
      this.parts.log.write('print.print', { code: outcome.code, detail: outcome.detail });
      if (held) await this.note(letter, outcome.code, '');
      await this.tell(null);
      return { ok: false, code: outcome.code, paper: paperName(paper), queued: false };
    }
    const archived = letter.archived || (await this.parts.archive(letter.file, rendered));
    if (held && outcome.request !== '') this.start({ ...letter, archived }, outcome.request);
    else await this.outbox.drop(id);
    await this.tell(null);
    return { ok: true };
  }

  /** Until the job is out of the printer's queue, or something holds it up; at once for one that is not on its way. */
  async wait(id: string): Promise<PrintOutcome> {
    return (await this.ways.get(id)?.settled) ?? { ok: true };
  }

  /** Prints a form of the list again. Throws RangeError when it is not there. */
  async again(id: string, printer: string): Promise<PrintOutcome> {
    const entry = await this.entry(id);
    return this.send({ ...entry, file: this.outbox.pdf(id), printer });
  }

  /** Gives a form of the list up. Throws RangeError when it is not there. */
  async forget(id: string): Promise<void> {
    await this.entry(id);
    await this.recall(id);
    await this.outbox.drop(id);
    await this.tell(null);
  }

  /** Drops what has been kept long enough. */
  async sweep(): Promise<void> {
    const old = await this.outbox.sweep(this.parts.now());
    for (const { id } of old) this.leave(id);
    if (old.length > 0) await this.tell(null);
  }

  private async entry(id: string): Promise<Stuck> {
    const entry = await this.outbox.get(id);
    if (!entry) throw new RangeError('no such form in the outbox');
    return entry;
  }

  /** Forms that waited in a queue when the app ended are followed again. */
  private async goOn(): Promise<void> {
    for (const entry of await this.outbox.list())
      if (entry.queued) this.start({ ...entry, file: this.outbox.pdf(entry.id) }, entry.request);
  }

  private start(letter: Letter, request: string): void {
    const { id, printer } = letter;
    let settle: (outcome: PrintOutcome) => void = () => undefined;
    const settled = new Promise<PrintOutcome>((resolve) => (settle = resolve));
    const way: Way = { request, over: false, settled };
    this.ways.set(id, way);
    const failure = (code: PrintCause, queued: boolean): PrintOutcome => ({
      ok: false,
      code,
      paper: paperName(letter.rendered.paper),
      queued,
    });
    const run = async (): Promise<void> => {
      const ending = await follow({
        look: () => lookAfter(request, printer),
        pause: (looks) => pause(looks < LOOKS_SOON ? SOON_MS : LATER_MS, undefined, { ref: false }),
        isOver: () => way.over,
        onHeldUp: async (cause) => {
          await this.tell(await this.note(letter, cause, request));
          settle(failure(cause, true));
        },
      });
      if (ending.end === 'over') return settle({ ok: true });
      this.ways.delete(id);
      if (ending.end === 'lost') {
        await this.tell(await this.note(letter, ending.cause, ''));
        return settle(failure(ending.cause, false));
      }
      await this.outbox.drop(id);
      await this.tell(null);
      settle({ ok: true });
    };
    run().catch((error: unknown) => {
      this.parts.log.write('print.follow', { message: String(error) });
      settle({ ok: true });
    });
  }

  /** Writes a form into the list; what is in a queue has its name there. */
  private async note(letter: Letter, cause: PrintCause, request: string): Promise<PrintTrouble | null> {
    const { id, form, rendered, printer, copies, voucher, by, archived } = letter;
    const printers = await listPrinters();
    const known = printers === 'spoolerDown' ? undefined : printers.find(({ name }) => name === printer);
    const entry: Stuck = {
      id,
      form,
      title: rendered.title,
      reference: rendered.reference,
      paper: paperName(rendered.paper),
      printer,
      printerLabel: known?.label ?? printer,
      copies,
      at: this.parts.now(),
      cause,
      queued: request !== '',
      voucher,
      by,
      rendered,
      request,
      archived,
    };
    this.parts.log.write('print.stuck', { form, cause });
    return (await this.quietly('print.note', () => this.outbox.put(entry))) ? told(entry) : null;
  }

  private async tell(fresh: PrintTrouble | null): Promise<void> {
    this.parts.changed(await this.troubles(), fresh);
  }

  /** Takes what still waits of a job out of its queue. */
  private async recall(id: string): Promise<void> {
    const request = this.ways.get(id)?.request ?? (await this.outbox.get(id))?.request ?? '';
    this.leave(id);
    await withdraw(request);
  }

  private leave(id: string): void {
    const way = this.ways.get(id);
    if (way) way.over = true;
    this.ways.delete(id);
  }

  private async quietly(what: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.parts.log.write(what, { code: (error as NodeJS.ErrnoException).code ?? '' });
      return false;
    }
  }
}
