/** Reads and checks a product sheet off the page's thread: however long the file, the page goes on. */
import { v7 } from 'uuid';
import { readSheet } from 'read-excel-file/universal';
import type { Refusal } from '@shared/core/command';
import { checkImport, type CheckedRow, type ImportGround } from '@shared/products/import/check-import';
import { parseCsv, type TableRow } from '@shared/products/import/csv';
import { decodeText } from '@shared/products/import/decode';
import { cellText, readTable } from '@shared/products/import/read-table';

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

const MAX_MEGABYTES = 30;
const ZIP = [0x50, 0x4b, 3, 4] as const;
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0] as const;

interface Table {
  readonly rows: readonly TableRow[];
  readonly encoding: string;
  readonly openQuote: number | null;
}

async function tableOf(bytes: Uint8Array<ArrayBuffer>): Promise<Table | Refusal> {
  const begins = (magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
  if (begins(OLD_EXCEL)) return { code: 'importOldExcel' };
  if (begins(ZIP)) {
    const sheet = await readSheet(bytes.buffer);
    const rows = sheet
      .map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    return { rows, encoding: 'XLSX', openQuote: null };
  }
  const { text, encoding } = decodeText(bytes);
  if (text.includes('\0')) return { code: 'importNotSheet' };
  return { ...parseCsv(text), encoding };
}

async function check({ file, ground }: ImportRequest): Promise<Checked> {
  if (file.size > MAX_MEGABYTES * 1e6)
    return { ok: false, fault: { code: 'importTooBig', params: { megabytes: MAX_MEGABYTES } } };
  const table = await tableOf(new Uint8Array(await file.arrayBuffer()));
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
