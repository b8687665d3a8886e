/** Opens the print preview from anywhere: a page names a form and gives its input (Ctrl+P, 打印). */
import { create } from 'zustand';

export interface PrintRequest {
  /** Id in `shared/forms/registry.ts`. */
  readonly form: string;
  /** The form's title, shown while it is made and used as the suggested file name. */
  readonly title: string;
  /** The form's input; it goes to the print process as JSON. */
  readonly data: unknown;
  /** Number or period behind the title in the suggested file name; never a customer's text. */
  readonly reference?: string;
  /** Record whose voucher it is: printing or saving it makes the next one a 补打. */
  readonly voucher?: string;
}

export const usePrinting = create<{ readonly request: PrintRequest | null }>(() => ({ request: null }));

/** Shows the preview of a form. */
export function printForm(request: PrintRequest): void {
  usePrinting.setState({ request });
}

/** Closes the preview. */
export function closePrinting(): void {
  usePrinting.setState({ request: null });
}
