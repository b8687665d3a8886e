/**
 * `<profile>/print-outbox/`: forms on their way to a printer, each with its PDF until it has come out. What did not come
 * out has a file of facts beside it and stays for `KEPT_DAYS`, over restarts too.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { DAY_MS } from '../../shared/core/time';
import { KEPT_DAYS, type PrintTrouble } from '../../shared/printing/trouble';
import type { RenderedForm } from './protocol';

/** A form that did not come out, with what the shell needs to print it again. */
export interface Stuck extends PrintTrouble {
  readonly rendered: RenderedForm;
  /** Its name in the spooler's queue, or ''. */
  readonly request: string;
  /** A copy is in the archive. */
  readonly archived: boolean;
}

export class Outbox {
  private readonly stuck = new Map<string, Stuck>();
  private readonly ready: Promise<void>;

  constructor(private readonly folder: string) {
    this.ready = this.load();
  }

  /** Keeps a copy of the job's PDF while it is on its way. Throws what the file system throws (ENOSPC on a full disk). */
  async hold(id: string, file: string): Promise<void> {
    await this.ready;
    if (file !== this.pdf(id)) await fs.copyFile(file, this.pdf(id));
  }

  /** Writes down that a held form did not come out. */
  async put(entry: Stuck): Promise<void> {
    await this.ready;
    this.stuck.set(entry.id, entry);
    const unfinished = `${this.facts(entry.id)}.part`;
    await fs.writeFile(unfinished, JSON.stringify(entry));
    await fs.rename(unfinished, this.facts(entry.id));
  }

  /** It came out, or is given up. */
  async drop(id: string): Promise<void> {
    await this.ready;
    await fs.rm(this.facts(id), { force: true });
    await fs.rm(this.pdf(id), { force: true });
    this.stuck.delete(id);
  }

  /** What did not come out, the oldest first. */
  async list(): Promise<readonly Stuck[]> {
    await this.ready;
    return [...this.stuck.values()].sort((a, b) => a.at.localeCompare(b.at));
  }

  async get(id: string): Promise<Stuck | undefined> {
    await this.ready;
    return this.stuck.get(id);
  }

  pdf(id: string): string {
    return path.join(this.folder, `${encodeURIComponent(id)}.pdf`);
  }

  /** Drops what is older than `KEPT_DAYS`; returns those. */
  async sweep(now: string): Promise<readonly Stuck[]> {
    const before = new Date(Date.parse(now) - KEPT_DAYS * DAY_MS).toISOString();
    const old = (await this.list()).filter(({ at }) => at < before);
    for (const { id } of old) await this.drop(id);
    return old;
  }

  private facts(id: string): string {
    return path.join(this.folder, `${encodeURIComponent(id)}.json`);
  }

  /** PDFs without facts were on their way when the app ended: nobody can tell what became of them. */
  private async load(): Promise<void> {
    await fs.mkdir(this.folder, { recursive: true });
    const names = await fs.readdir(this.folder);
    for (const name of names.filter((each) => each.endsWith('.json'))) {
      const entry = await fs
        .readFile(path.join(this.folder, name), 'utf8')
        .then((text) => JSON.parse(text) as Stuck)
        .catch(() => null);
      if (entry && names.includes(path.basename(this.pdf(entry.id)))) this.stuck.set(entry.id, entry);
    }
    const known = new Set([...this.stuck.keys()].flatMap((id) => [this.facts(id), this.pdf(id)]));
    for (const name of names.map((each) => path.join(this.folder, each)))
      if (!known.has(name)) await fs.rm(name, { force: true });
  }
}
