/** How an entry that moved goods is told in a line. */
import type { LedgerEntry } from '@shared/ledger/schema';
import { t } from '../../ui/i18n';

/** What the entry is called, e.g. 报损. */
export function kindText(entry: LedgerEntry): string {
  if (entry.kind === 'otherOut') return t(`ledger.move.${entry.body.reason}`);
  if (entry.kind === 'goodsReceived') return t(`stock.source.${entry.body.source}`);
  return t(`ledger.kind.${entry.kind}`);
}

/** From where to where, or with whom. */
export function whereText(entry: LedgerEntry): string {
  if (entry.kind === 'goodsReceived')
    return [entry.body.supplierName, entry.body.location].filter(Boolean).join(' → ');
  if (entry.kind === 'otherOut')
    return [entry.body.location, entry.body.counterpart].filter(Boolean).join(' → ');
  if (entry.kind === 'transfer') return `${entry.body.from} → ${entry.body.to}`;
  return entry.kind === 'reversal' ? t('stock.ofEntry', { no: entry.body.ofNo }) : '';
}

/** What moved, or why it was taken back. */
export function itemsText(entry: LedgerEntry): string {
  if (entry.kind === 'goodsReceived' || entry.kind === 'otherOut' || entry.kind === 'transfer')
    return entry.body.lines
      .map(({ name, quantity, unit }) => `${name} ${quantity}${unit}`)
      .join(t('ui.listSeparator'));
  return entry.kind === 'reversal' ? entry.body.reason : '';
}

/** Fen in (+) or back to the supplier (−). */
export function amountOf(entry: LedgerEntry): number {
  if (entry.kind === 'goodsReceived') return entry.body.amount;
  if (entry.kind === 'otherOut') return entry.body.lines.reduce((sum, { amount }) => sum - amount, 0);
  return 0;
}
