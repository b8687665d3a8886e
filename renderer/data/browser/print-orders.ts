/** What the page and its print worker say to each other. */

/** One form to render. */
export interface PrintOrder {
  readonly form: string;
  /** The form's input as JSON text. */
  readonly data: string;
  readonly printedBy: string;
}

export type PrintReport =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | {
      readonly type: 'done';
      readonly pages: number;
      readonly missing: readonly string[];
      readonly pdf: Uint8Array<ArrayBuffer>;
    }
  | { readonly type: 'failed'; readonly message: string };
