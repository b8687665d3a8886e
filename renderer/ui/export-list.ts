/** A list as an Excel file with who exported it and when; says so, or why not. */
import type { Refusal } from '@shared/core/command';
import { dateTimeCell, printedByText } from '@shared/forms/texts';
import { nowIso } from '../data/clock';
import { exportSheet } from '../data/export-sheet';
import { useSession } from '../data/session';
import { refusalText, t } from './i18n';
import { toast } from './toast';

export interface ListColumn<R> {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  readonly value: (row: R) => string | number;
}

interface ExportedList<R> {
  /** Subject of the audit, e.g. `stock`. */
  readonly register: string;
  /** Name of the sheet, the first line and the file. */
  readonly title: string;
  /** Period of the list, or the day it shows. */
  readonly of: string;
  readonly columns: readonly ListColumn<R>[];
  readonly rows: readonly R[];
}

/** Forms and files are Chinese always, what is said about them is not. */
export async function exportList<R>({ register, title, of, columns, rows }: ExportedList<R>): Promise<void> {
  const { actor, desk } = useSession.getState();
  const at = nowIso();
  const { saved, refusals } = await exportSheet({
    register,
    fileName: `${title} ${of}.xlsx`,
    detail: { of },
    sheet: {
      name: title,
      head: [`${title}　${of}　${dateTimeCell(at)}`, printedByText(actor?.name ?? '', desk, at)],
      columns: columns.map(({ title: head, width }) => ({ title: head, width })),
      rows: rows.map((row) => columns.map(({ value }) => value(row))),
    },
  });
  if (saved) toast(t('ui.exported'));
  refusals.forEach(({ code, params }: Refusal) => toast(refusalText(code, params), { level: 'error' }));
}
