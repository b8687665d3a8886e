/** Reads a paper register and checks its rows off the page's thread; the file is read once, checked for every choice of columns. */
import { v7 } from 'uuid';
import type { Refusal } from '@shared/core/command';
import { checkPaper, type PaperRecords } from '@shared/import/check';
import { matchColumns, missingFrom, type ImportRegister, type Mapping } from '@shared/import/columns';
import type { CheckedRow, ImportGround } from '@shared/import/row';
import { readPaper, type PaperTable } from '@shared/import/table';
import { tableOf } from '../../../data/table-file';

/** A file to read, or a choice of columns to check what was read by. */
export type PaperRequest =
  | { readonly ask: 'read'; readonly file: Blob; readonly register: ImportRegister }
  | {
      readonly ask: 'check';
      readonly register: ImportRegister;
      readonly mapping: Mapping;
      readonly ground: Omit<ImportGround, 'newId'>;
    };

/** What the file holds. */
export interface PaperFile {
  readonly headings: readonly string[];
  readonly rows: number;
  readonly mapping: Mapping;
  /** SHA-256 of the file. */
  readonly digest: string;
}

export type PaperAnswer =
  | { readonly ok: true; readonly file: PaperFile }
  | { readonly ok: true; readonly rows: readonly CheckedRow<PaperRecords[ImportRegister]>[] }
  | { readonly ok: false; readonly fault: Refusal };

let table: PaperTable | null = null;

async function digestOf(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function answer(request: PaperRequest): Promise<PaperAnswer> {
  const { register } = request;
  if (request.ask === 'check') {
    const { mapping, ground } = request;
    if (!table || missingFrom(register, mapping).length > 0) return { ok: true, rows: [] };
    return { ok: true, rows: checkPaper(register, table, mapping, { ...ground, newId: v7 }) };
  }
  const cells = await tableOf(request.file);
  if ('code' in cells) return { ok: false, fault: cells };
  const read = readPaper(register, cells.rows);
  if (!read.ok) return read;
  table = read.table;
  const { headings, rows } = read.table;
  const mapping = matchColumns(register, headings);
  return {
    ok: true,
    file: { headings, rows: rows.length, mapping, digest: await digestOf(request.file) },
  };
}

self.onmessage = ({ data }: MessageEvent<PaperRequest>): void => {
  answer(data).then(
    (given) => self.postMessage(given),
    // Whatever the reader stumbles over lies in the file.
    () => self.postMessage({ ok: false, fault: { code: 'importNotSheet' } } satisfies PaperAnswer),
  );
};
