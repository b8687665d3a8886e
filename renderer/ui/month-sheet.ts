/** One sheet of a month as its feature prints it: what 打印 › 月末全套 asks of the features (`monthSheets` of a manifest). */
import { spanOf, type Period } from '@shared/core/period';
import type { Role } from '@shared/core/roles';
import type { MonthForm } from '@shared/forms/month-set';
import type { PrintRequest } from './print/print-form';

export interface LoadedSheet {
  readonly request: PrintRequest;
  /** Nothing was recorded: the sheet would say 本期无记录. */
  readonly empty: boolean;
  /** What is to be done before its figures are the last word, in the page's language. */
  readonly waits: readonly string[];
}

export interface MonthSheet {
  readonly form: MonthForm;
  /** The form's title. */
  readonly title: string;
  /** Who may print it, where not everybody who may open the feature's page. */
  readonly roles?: readonly Role[];
  /** `month`: `YYYY-MM`. */
  readonly load: (month: string) => Promise<LoadedSheet>;
}

/** The days of a month. */
export const daysOfMonth = (month: string): Period => spanOf('month', `${month}-01`);
