/** What main and the print process say to each other. */
import type { Paper } from '../../shared/forms/model';

/** One form to render into a file. */
export interface RenderOrder {
  readonly form: string;
  /** The form's input as JSON text. */
  readonly data: string;
  readonly printedBy: string;
  readonly file: string;
}

/** What the shell keeps of a rendered form. */
export interface RenderedForm {
  readonly pages: number;
  readonly missing: readonly string[];
  readonly title: string;
  readonly reference: string;
  readonly paper: Paper;
  /** Kept for ever in the archive. */
  readonly money: boolean;
}

export type WorkerReport =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | ({ readonly type: 'done' } & RenderedForm)
  /** `message` goes to the log only; it is redacted there. */
  | { readonly type: 'failed'; readonly code: 'failed' | 'diskFull'; readonly message: string };
