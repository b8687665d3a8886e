/**
 * The redo journal on disk (DESIGN §3.1): one file a month, one line an entry, synced before it counts.
 * Lines are opaque here except for the newline that ends them.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { AppendResult, JournalPosition, JournalSlice } from '../../shared/host';

const NAME = /^\d{4}-\d{2}\.log$/;
const SLICE = 1 << 20;
const NEWLINE = 10;

function codeOf(error: unknown): 'diskFull' | 'readOnly' | 'failed' {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull';
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? 'readOnly' : 'failed';
}

interface Waiting {
  readonly line: string;
  readonly done: (result: AppendResult) => void;
}

export class JournalFile {
  private handle: number | null = null;
  private name = '';
  private size = 0;
  /** Where a refused line may still stand, because it could not be cut off at once. */
  private refused: JournalPosition | null = null;
  private waiting: Waiting[] = [];
  private busy = false;

  /** @param folder `<profile>/journal`; made at the first line. @param now clock for the month's file name. */
  constructor(
    private readonly folder: string,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Cuts a torn last line (no newline at the end) off the newest file. Returns the bytes cut. */
  cutTornTail(): number {
    const name = this.names().at(-1);
    if (!name) return 0;
    const file = path.join(this.folder, name);
    const { size } = fs.statSync(file);
    const handle = fs.openSync(file, 'r+');
    try {
      let end = size;
      const buffer = Buffer.alloc(65_536);
      while (end > 0) {
        const from = Math.max(0, end - buffer.length);
        fs.readSync(handle, buffer, 0, end - from, from);
        const at = buffer.subarray(0, end - from).lastIndexOf(NEWLINE);
        if (at >= 0) {
          end = from + at + 1;
          break;
        }
        end = from;
      }
      if (end < size) {
        fs.ftruncateSync(handle, end);
        fs.fsyncSync(handle);
      }
      return size - end;
    } finally {
      fs.closeSync(handle);
    }
  }

  /** Appends one line and syncs it; lines that wait while a sync runs share the next one. */
  append(line: string): Promise<AppendResult> {
    return new Promise((resolve) => {
      this.waiting.push({ line, done: resolve });
      if (!this.busy) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      const results = await this.write(batch.map((entry) => entry.line));
      batch.forEach((entry, index) => {
        entry.done(results[index] ?? { ok: false, code: 'failed' });
      });
    }
    this.busy = false;
  }

  private async write(lines: readonly string[]): Promise<AppendResult[]> {
    let good = -1;
    try {
      this.open();
      good = this.size;
      const handle = this.handle as number;
      const texts = lines.map((line) => Buffer.from(`${line}\n`));
      const bytes = Buffer.concat(texts);
      let written = 0;
      while (written < bytes.length)
        written += fs.writeSync(handle, bytes, written, bytes.length - written, good + written);
      await new Promise<void>((resolve, reject) => {
        fs.fdatasync(handle, (error) => (error ? reject(error) : resolve()));
      });
      let offset = good;
      this.size = good + bytes.length;
      return texts.map((text) => {
        offset += text.length;
        return { ok: true, position: { file: this.name, offset } };
      });
    } catch (error) {
      // Nothing of a refused line may stay: half of it would be glued to the next one, all of it would be
      // replayed. If it cannot be cut off now, no line is taken before it is.
      if (this.handle !== null && good >= 0) this.refused = { file: this.name, offset: good };
      try {
        this.cutRefused();
      } catch {
        // Reported by the append's own failure below.
      }
      this.close();
      const code = codeOf(error);
      return lines.map(() => ({ ok: false, code }));
    }
  }

  private cutRefused(): void {
    if (!this.refused) return;
    fs.truncateSync(path.join(this.folder, this.refused.file), this.refused.offset);
    this.refused = null;
  }

  private open(): void {
    const name = `${this.now().toISOString().slice(0, 7)}.log`;
    if (this.handle !== null && name === this.name) return;
    this.close();
    fs.mkdirSync(this.folder, { recursive: true });
    this.cutRefused();
    this.cutTornTail();
    // A clock set back must not open an older file: replay reads them in the order of their names.
    const newest = this.names().at(-1) ?? '';
    this.name = newest > name ? newest : name;
    const file = path.join(this.folder, this.name);
    const isNew = !fs.existsSync(file);
    this.handle = fs.openSync(file, isNew ? 'w+' : 'r+');
    this.size = fs.fstatSync(this.handle).size;
    if (isNew) syncFolder(this.folder);
  }

  /** Releases the file; the next append opens it again. */
  close(): void {
    if (this.handle !== null) fs.closeSync(this.handle);
    this.handle = null;
  }

  /** Names of the month files, oldest first. */
  names(): string[] {
    if (!fs.existsSync(this.folder)) return [];
    return fs
      .readdirSync(this.folder)
      .filter((name) => NAME.test(name))
      .sort();
  }

  /** Where the oldest file begins, or null when there is none. */
  start(): JournalPosition | null {
    const file = this.names()[0];
    return file ? { file, offset: 0 } : null;
  }

  /**
   * Whole lines from a position on, about 1 MiB of them; goes on with the next month's file. `next` stands
   * before `from` when the journal ends before it.
   */
  read(from: JournalPosition): JournalSlice {
    const names = this.names();
    const name = names.find((candidate) => candidate >= from.file) ?? names.at(-1);
    if (!name) return { text: '', next: { file: from.file, offset: 0 }, done: true };
    const handle = fs.openSync(path.join(this.folder, name), 'r');
    try {
      const { size } = fs.fstatSync(handle);
      const wanted = name === from.file ? from.offset : name > from.file ? 0 : size;
      const offset = Math.min(wanted, size);
      let length = Math.min(SLICE, size - offset);
      for (;;) {
        const buffer = Buffer.alloc(length);
        fs.readSync(handle, buffer, 0, length, offset);
        const end = buffer.lastIndexOf(NEWLINE) + 1;
        if (end === 0 && offset + length < size) {
          length = Math.min(length * 2, size - offset);
          continue;
        }
        const later = names.find((candidate) => candidate > name);
        const atEnd = offset + end >= size || end === 0;
        const next = atEnd && later ? { file: later, offset: 0 } : { file: name, offset: offset + end };
        return { text: buffer.toString('utf8', 0, end), next, done: atEnd && !later };
      }
    } finally {
      fs.closeSync(handle);
    }
  }
}

function syncFolder(folder: string): void {
  // Windows cannot sync a folder; NTFS journals the entry itself.
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
