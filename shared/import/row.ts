/** What became of one row of a paper register, with the reasons beside its cells. */
import type { Context, Refusal } from '../core/command';
import type { PaperColumn } from './columns';
import type { TypedRow } from './table';
import { readDay, readTime, type TypedDay } from './typed';

/** What the clerk should know about a row that is taken; its words are `import.note.<code>`. */
export interface RowNote {
  /** Field the note is about, or ''. */
  readonly field: string;
  readonly code:
    | 'assumedYear'
    | 'noTime'
    | 'otherPurpose'
    | 'otherStaff'
    | 'otherKind'
    | 'noBag'
    | 'overMidnight'
    | 'noFinder'
    | 'noStorage'
    | 'noGoneDay';
  readonly params?: Readonly<Record<string, string | number>>;
}

/** `known`: it stands in the register already. */
export type Verdict = 'ok' | 'warning' | 'known' | 'refused';

/** One row of the preview; `record` is what would be written, null when it is refused. */
export interface CheckedRow<R = unknown> {
  /** The line, as the list's id. */
  readonly id: string;
  readonly line: number;
  readonly title: string;
  /** Business day it counts on, or ''. */
  readonly day: string;
  readonly verdict: Verdict;
  readonly problems: readonly Refusal[];
  readonly notes: readonly RowNote[];
  /** The cells as read, for the sheet of refused rows. */
  readonly typed: Readonly<Record<string, string>>;
  /** What makes it the same as another record; '' for none. */
  readonly prints: readonly string[];
  readonly record: R | null;
}

/** What rows are checked against. */
export interface ImportGround {
  /** As the commands will see it. */
  readonly context: Context;
  /** Ids by name. */
  readonly departments: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, string>;
  /** Name of the file. */
  readonly file: string;
  readonly newId: () => string;
}

/** Reads the cells of one row and collects what is wrong with them and what should be known. */
export class RowReader {
  readonly problems: Refusal[] = [];
  readonly notes: RowNote[] = [];
  constructor(
    private readonly row: TypedRow,
    private readonly today: string,
  ) {}

  /** The cell as typed, '' where there is none. */
  cell(key: PaperColumn['key']): string {
    return this.row.typed[key] ?? '';
  }

  refuse(field: string, code: string, params?: Refusal['params']): void {
    this.problems.push(params ? { field, code, params } : { field, code });
  }

  note(field: string, code: RowNote['code'], params?: RowNote['params']): void {
    this.notes.push(params ? { field, code, params } : { field, code });
  }

  /** A day; refused when it is none or, being required, empty. */
  day(key: PaperColumn['key'], required: boolean): TypedDay | null {
    const text = this.cell(key);
    if (text === '') {
      if (required) this.refuse(key, 'required');
      return null;
    }
    const read = readDay(text, this.today);
    if (!read) this.refuse(key, 'paperDay', { text });
    else if (read.assumedYear) this.note(key, 'assumedYear', { text, day: read.day });
    return read;
  }

  /** `HH:mm`, or '' for an empty cell and one that is refused. */
  time(key: PaperColumn['key']): string {
    const time = readTime(this.cell(key));
    if (time === null) this.refuse(key, 'paperTime', { text: this.cell(key) });
    return time ?? '';
  }
}

/** One message a cell: the first is the one to mend first. */
export function firstOfEach(problems: readonly Refusal[]): readonly Refusal[] {
  const seen = new Set<string | undefined>();
  return problems.filter(({ field }) => !seen.has(field) && seen.add(field));
}

/** Marks rows that are in the register already, or stand further up in the same file. */
export function markKnown<R>(
  rows: readonly CheckedRow<R>[],
  stored: ReadonlyMap<string, string>,
): readonly CheckedRow<R>[] {
  const inFile = new Map<string, number>();
  return rows.map((row) => {
    if (row.record === null) return row;
    const no = row.prints.map((print) => stored.get(print)).find((one) => one !== undefined);
    const line = row.prints.map((print) => inFile.get(print)).find((one) => one !== undefined);
    for (const print of row.prints) if (!inFile.has(print)) inFile.set(print, row.line);
    if (no !== undefined)
      return { ...row, verdict: 'known' as const, problems: [{ code: 'paperKnown', params: { no } }] };
    if (line !== undefined)
      return { ...row, verdict: 'known' as const, problems: [{ code: 'paperTwice', params: { line } }] };
    return row;
  });
}
