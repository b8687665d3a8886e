/** From the cells of a sheet to typed rows: finds the headings, names what is missing, keeps every cell as text. */
import type { Refusal } from '../../core/command';
import { unguarded } from '../../core/csv-text';
import { IMPORT_COLUMNS, columnOf, titleOf, type ImportKey } from './columns';
import type { TableRow } from '../../import/csv';

/** Rows of one import; a club has some hundreds of products. */
export const MAX_IMPORT_ROWS = 5_000;
/** The headings stand among the first rows; an export has two lines above them. */
const HEAD_WITHIN = 10;

/** One row as typed; a column the sheet does not have is absent. */
export interface TypedRow {
  readonly line: number;
  readonly typed: Readonly<Partial<Record<ImportKey, string>>>;
}

export type ReadTable =
  | { readonly ok: true; readonly rows: readonly TypedRow[]; readonly unknown: readonly string[] }
  | { readonly ok: false; readonly fault: Refusal };

const fault = (code: string, params?: Refusal['params']): ReadTable => ({
  ok: false,
  fault: params ? { code, params } : { code },
});

/** The table below its headings. Codes: importEmpty, importColumns, importDoubledColumn, importTooLong. */
export function readTable(table: readonly TableRow[]): ReadTable {
  if (table.length === 0) return fault('importEmpty');
  const known = (row: TableRow): number =>
    new Set(row.cells.map(columnOf).filter((key) => key && key !== 'passedOver')).size;
  const [head] = table.slice(0, HEAD_WITHIN).sort((a, b) => known(b) - known(a));
  const columns = head?.cells.map(columnOf) ?? [];
  const missing = IMPORT_COLUMNS.filter(({ key, required }) => required && !columns.includes(key));
  if (!head || missing.length > 0)
    return fault('importColumns', { columns: missing.map(({ title }) => title).join('、') });
  const doubled = columns.find((key, at) => key && key !== 'passedOver' && columns.indexOf(key) !== at);
  if (doubled) return fault('importDoubledColumn', { column: titleOf(doubled) });
  const body = table.slice(table.indexOf(head) + 1);
  if (body.length === 0) return fault('importEmpty');
  if (body.length > MAX_IMPORT_ROWS)
    return fault('importTooLong', { rows: body.length, max: MAX_IMPORT_ROWS });
  return {
    ok: true,
    unknown: head.cells.filter((cell) => columnOf(cell) === null),
    rows: body.map(({ line, cells }) => {
      const typed: Partial<Record<ImportKey, string>> = {};
      columns.forEach((key, at) => {
        if (key && key !== 'passedOver') typed[key] = unguarded(cells[at] ?? '');
      });
      return { line, typed };
    }),
  };
}
