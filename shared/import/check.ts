/** Every row of a paper register against the rules, before anything is written. */
import type { MarkCustomer } from '../visits/mark-customer';
import type { ImportedItem } from '../lost-property/import-items';
import type { ImportedVisit } from '../visits/import-visits';
import { checkCustomer } from './check-customers';
import { checkItem } from './check-items';
import { checkVisit } from './check-visits';
import type { ImportRegister, Mapping } from './columns';
import type { CheckedRow, ImportGround } from './row';
import { typedRows, type PaperTable } from './table';

/** What a row of each register becomes. */
export interface PaperRecords {
  readonly visits: ImportedVisit;
  readonly lostItems: ImportedItem;
  readonly customers: MarkCustomer;
}

/** Rows without anything in their columns, such as those under a table, are passed over. */
export function checkPaper(
  register: ImportRegister,
  table: PaperTable,
  mapping: Mapping,
  ground: ImportGround,
): readonly CheckedRow<PaperRecords[ImportRegister]>[] {
  const check = { visits: checkVisit, lostItems: checkItem, customers: checkCustomer }[register];
  const own = new Set(mapping.flatMap((key, at) => (key === null ? [] : [at])));
  const filled = table.rows.filter(({ cells }) =>
    cells.some((cell, at) => own.has(at) && cell.trim() !== ''),
  );
  return typedRows(register, { ...table, rows: filled }, mapping).map((row) => check(row, ground));
}
