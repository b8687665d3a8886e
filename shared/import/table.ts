/** From the cells of a sheet to its headings and typed rows, whatever register it is of. */
import type { Refusal } from '../core/command';
import { unguarded } from '../core/csv-text';
import { COLUMNS, matchColumns, type ImportRegister, type Mapping } from './columns';
import type { TableRow } from './csv';
import { isDitto } from './typed';

/** Rows of one import: several years of a paper register in one file are to be parted. */
export const MAX_ROWS = 20_000;
/** The headings stand among the first rows, below a title. */
const HEAD_WITHIN = 10;

/** A sheet parted into its headings and what stands below. */
export interface PaperTable {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}

/** One row as typed; a field without a column is absent. */
export interface TypedRow {
  readonly line: number;
  readonly typed: Readonly<Record<string, string>>;
}

export type ReadPaper =
  { readonly ok: true; readonly table: PaperTable } | { readonly ok: false; readonly fault: Refusal };

/** Finds the row of headings: the one most of whose names are known. Codes: paperEmpty, paperTooLong. */
export function readPaper(register: ImportRegister, rows: readonly TableRow[]): ReadPaper {
  const known = ({ cells }: TableRow): number =>
    matchColumns(register, cells).filter((key) => key !== null).length;
  const [head] = rows.slice(0, HEAD_WITHIN).sort((a, b) => known(b) - known(a));
  const below = head ? rows.slice(rows.indexOf(head) + 1) : [];
  if (!head || below.length === 0) return { ok: false, fault: { code: 'paperEmpty' } };
  if (below.length > MAX_ROWS)
    return { ok: false, fault: { code: 'paperTooLong', params: { rows: below.length, max: MAX_ROWS } } };
  return { ok: true, table: { headings: head.cells.map((cell) => cell.trim()), rows: below } };
}

/** The rows by field. 同上 takes the cell above, and so does an empty cell of a column that is carried on. */
export function typedRows(
  register: ImportRegister,
  { rows }: PaperTable,
  mapping: Mapping,
): readonly TypedRow[] {
  const carried = new Set(COLUMNS[register].filter((one) => one.carried).map(({ key }) => key));
  const above: Record<string, string> = {};
  return rows.map(({ line, cells }) => {
    const typed: Record<string, string> = {};
    mapping.forEach((key, at) => {
      if (key === null) return;
      const cell = unguarded(cells[at] ?? '').trim();
      const repeats = isDitto(cell) || (cell === '' && carried.has(key));
      const text = repeats ? (above[key] ?? '') : cell;
      typed[key] = text;
      above[key] = text;
    });
    return { line, typed };
  });
}
