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

/** Opens the preview of the record's voucher; printing or saving it is noted in the audit. */
export async function printVoucher(
  id: string,
  request: (reprint: boolean) => Omit<PrintRequest, 'onPrinted'>,
): Promise<void> {
  const made = request(await wasPrinted(id));
  printForm({
    ...made,
    onPrinted: () =>
      void runCommand(recordAudit, { what: 'print', subject: id, detail: { form: made.form } }),
  });
}
