/** What an entry was about, in the words of the record itself; for lists of movements. */
import type { LedgerEntry } from '../ledger/schema';

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');

/** Names of goods or persons, purpose or number; '' where an entry's kind says everything. */
export function entryText(entry: LedgerEntry): string {
  if (entry.kind === 'sale') {
    const names = entry.body.lines.map(({ name }) => name);
    return joined(names.slice(0, 2).join('、'), names.length > 2 ? `+${names.length - 2}` : '');
  }
  if (entry.kind === 'refund') return entry.body.saleNo;
  if (entry.kind === 'fee') return joined(entry.body.type, entry.body.customer.name);
  if (entry.kind === 'topUp') return joined(entry.body.accountNo, entry.body.customer.name);
  if (entry.kind === 'depositTaken') return joined(entry.body.customer.name, entry.body.description);
  if (entry.kind === 'depositReturned' || entry.kind === 'reversal')
    return joined(entry.body.ofNo, entry.body.reason);
  if (entry.kind === 'tipTaken' || entry.kind === 'tipsPaid') return entry.body.receiver;
  if (entry.kind === 'accountSettlement') return joined(entry.body.accountNo, entry.body.accountName);
  if (entry.kind === 'paidIn' || entry.kind === 'paidOut')
    return joined(entry.body.purpose, entry.body.counterpart, entry.body.voucherNo);
  return '';
}
