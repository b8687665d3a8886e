/** Help of one page: what it is for, and the few steps that a clerk takes there. Read by the help sheet alone. */
export interface PageHelp {
  readonly purpose: string;
  readonly steps: readonly string[];
}

/** By a feature's id; `today` and `settings` are pages of the frame. */
export type PageHelps = Readonly<Record<string, PageHelp>>;
