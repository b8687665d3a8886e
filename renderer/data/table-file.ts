/** Tables out of files that people choose: XLSX or text. For workers; the page never waits for a file. */
import { readSheet } from 'read-excel-file/universal';
import type { Refusal } from '@shared/core/command';
import { cellText } from '@shared/import/cells';
import { parseCsv, type TableRow } from '@shared/import/csv';
import { decodeText } from '@shared/import/decode';

const MAX_MEGABYTES = 30;
const ZIP = [0x50, 0x4b, 3, 4] as const;
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0] as const;

export interface Table {
  readonly rows: readonly TableRow[];
  readonly encoding: string;
  readonly openQuote: number | null;
}

/** The first sheet, empty rows left out. Codes: importTooBig, importOldExcel, importNotSheet. */
export async function tableOf(file: Blob): Promise<Table | Refusal> {
  if (file.size > MAX_MEGABYTES * 1e6) return { code: 'importTooBig', params: { megabytes: MAX_MEGABYTES } };
  const bytes = new Uint8Array(await file.arrayBuffer());
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
