/** Tables in text files: RFC 4180, also with tabs or semicolons between the cells. */

/** One row and the line of the file it begins on, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Csv {
  readonly rows: readonly TableRow[];
  /** Line of a quote that is never closed, or null. */
  readonly openQuote: number | null;
}

/** What parts the cells: the one that stands most often in the first line. */
function separatorOf(text: string): string {
  const head =
    text
      .slice(0, 10_000)
      .split('\n')
      .find((line) => /[,\t;]/.test(line)) ?? '';
  const count = (sign: string): number => head.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Rows of a text; empty ones are left out. */
export function parseCsv(text: string): Csv {
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let begun = 1;
  let quoted = 0;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: begun, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\n') line += 1;
    if (quoted > 0) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += sign;
        at += 1;
      } else quoted = 0;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      quoted = line;
    } else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endRow();
      begun = line;
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return { rows, openQuote: quoted > 0 ? quoted : null };
}
