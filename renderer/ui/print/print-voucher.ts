/** Receipts and other vouchers: what was printed or saved before is marked 补打 the next time. */
import { recordAudit, type AuditEvent } from '@shared/audit/record-audit';
import { runCommand } from '../../data/gateway';
import { range } from '../../data/read';
import { printForm, type PrintRequest } from './print-form';

/** True when a voucher of this record was printed or saved before. */
export async function wasPrinted(id: string): Promise<boolean> {
  const noted = await range<AuditEvent>('auditEvents', 'key', [id], [id]);
  return noted.some(({ body }) => body.what === 'print');
}

/** Notes in the audit that a record's voucher was printed or saved; '' is no voucher. */
export function notePrinted(voucher: string, form: string): void {
  if (voucher !== '') void runCommand(recordAudit, { what: 'print', subject: voucher, detail: { form } });
}

/** Opens the preview of the record's voucher. */
export async function printVoucher(
  id: string,
  request: (reprint: boolean) => Omit<PrintRequest, 'voucher'>,
): Promise<void> {
  printForm({ ...request(await wasPrinted(id)), voucher: id });
}
