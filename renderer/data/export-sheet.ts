/** 导出: a register as an Excel or CSV file through the system's save dialog, noted in the audit (DOMAIN §2). */
import { recordAudit } from '@shared/audit/record-audit';
import type { Refusal } from '@shared/core/command';
import { csvText } from '@shared/core/csv-text';
import { runCommand } from './gateway';
import { host } from './host';

export interface Sheet {
  /** Name of the sheet inside the file. */
  readonly name: string;
  /** Lines above the table: what it is, who exported it and when. */
  readonly head: readonly string[];
  /** Widths in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface ExportRequest {
  /** Register, e.g. `visits`: the subject of the audit. */
  readonly register: string;
  /** Ends in `.xlsx` or `.csv`. */
  readonly fileName: string;
  /** Figures for the audit, e.g. the period; never personal data. */
  readonly detail: Readonly<Record<string, string | number>>;
  readonly sheet: Sheet;
}

export type Exported = { readonly saved: boolean; readonly refusals: readonly Refusal[] };

function bytesOf(sheet: Sheet): Promise<Uint8Array> {
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(sheet);
  }).finally(() => worker.terminate());
}

/** As text with the mark by which Excel knows UTF-8. */
function textOf({ head, columns, rows }: Sheet): Uint8Array {
  const titles = columns.map(({ title }) => title);
  return new TextEncoder().encode(`\ufeff${csvText([...head.map((line) => [line]), titles, ...rows])}`);
}

/** Nothing is noted when the person gives up in the dialog or the file cannot be written. */
export async function exportSheet({ register, fileName, detail, sheet }: ExportRequest): Promise<Exported> {
  const csv = fileName.endsWith('.csv');
  const bytes = csv ? textOf(sheet) : await bytesOf(sheet);
  const written = await host.call('file.saveSheet', bytes, fileName, csv);
  if (!written.ok)
    return { saved: false, refusals: written.code === 'cancelled' ? [] : [{ code: written.code }] };
  const outcome = await runCommand(recordAudit, {
    what: 'export',
    subject: register,
    detail: { ...detail, rows: sheet.rows.length },
  });
  return { saved: true, refusals: outcome.ok ? [] : outcome.refusals };
}
