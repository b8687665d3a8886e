/** Tables as CSV text that no program takes for formulas (RFC 4180). */

/** What a spreadsheet program takes for a formula at the start of a cell, guarded already or not. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Rows of text and numbers; text that would be a formula gets an apostrophe before it. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
    return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell as it was before `csvText` guarded it. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
