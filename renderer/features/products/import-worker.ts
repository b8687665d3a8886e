/** Reads and checks a product sheet off the page's thread: however long the file, the page goes on. */
import { v7 } from 'uuid';
import type { Refusal } from '@shared/core/command';
import { checkImport, type CheckedRow, type ImportGround } from '@shared/products/import/check-import';
import { readTable } from '@shared/products/import/read-table';
import { tableOf } from '../../data/table-file';

export interface ImportRequest {
  readonly file: Blob;
  readonly ground: Omit<ImportGround, 'newId'>;
}

/** A checked file; `encoding` is `XLSX` for a workbook. */
export interface Preview {
  readonly encoding: string;
  readonly rows: readonly CheckedRow[];
  readonly unknown: readonly string[];
  readonly openQuote: number | null;
}

export type Checked =
  { readonly ok: true; readonly preview: Preview } | { readonly ok: false; readonly fault: Refusal };

async function check({ file, ground }: ImportRequest): Promise<Checked> {
  const table = await tableOf(file);
  if ('code' in table) return { ok: false, fault: table };
  const read = readTable(table.rows);
  if (!read.ok) return read;
  const rows = checkImport(read.rows, { ...ground, newId: v7 });
  return {
    ok: true,
    preview: { encoding: table.encoding, rows, unknown: read.unknown, openQuote: table.openQuote },
  };
}

self.onmessage = ({ data }: MessageEvent<ImportRequest>): void => {
  check(data).then(
    (checked) => self.postMessage(checked),
    // Whatever the reader stumbles over lies in the file.
    () => self.postMessage({ ok: false, fault: { code: 'importNotSheet' } } satisfies Checked),
  );
};
