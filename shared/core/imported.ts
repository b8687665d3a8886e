/** Where a record came from that stood on paper, or in a sheet, before this app was used. */
export interface ImportMark {
  /** The import: id of its entry in the audit. Who imported it, and when, is the record's own `by` and `at`. */
  readonly batch: string;
  readonly file: string;
  /** Row of the file, as a spreadsheet program counts it. */
  readonly row: number;
  /** Number in the paper register, or ''. */
  readonly no: string;
}

/** Longest text per field, in characters. */
export const IMPORT_LIMITS = { file: 120, no: 40 } as const;
