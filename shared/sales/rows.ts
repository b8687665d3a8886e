/** Sales with what followed them: refunds and invoice steps, as lists and prints show them. */
import { invoiceNow, invoiceStepIds } from '../ledger/invoice-step';
import type { Invoice } from '../ledger/entries/parts';
import type { InvoiceStep, Refund, Sale } from '../ledger/entries/sales';
import type { LedgerEntry, Reversal } from '../ledger/schema';
import { reversalId, standing } from '../ledger/standing';
import { refundIds, returnedOf } from './refund';

export interface ListedSale {
  readonly id: string;
  readonly sale: Sale;
  /** Those that stand, oldest first. */
  readonly refunds: readonly Refund[];
  /** Refunds that were taken back, each with its reversal. */
  readonly reversed: readonly { readonly refund: Refund; readonly reversal: Reversal }[];
  readonly steps: readonly InvoiceStep[];
  readonly invoice: Invoice;
  /** Fen given back so far. */
  readonly refunded: number;
  /** Everything came back. */
  readonly undone: boolean;
}

/** Ids of everything that may follow a sale. */
export function followerIds(sale: string): readonly string[] {
  return [...refundIds(sale), ...refundIds(sale).map(reversalId), ...invoiceStepIds(sale)];
}

const oldestFirst = (a: LedgerEntry, b: LedgerEntry): number =>
  a.at.localeCompare(b.at) || a.body.n - b.body.n;

/** The sales among entries, newest first. */
export function listedSales(entries: Iterable<LedgerEntry>): readonly ListedSale[] {
  const all = [...entries];
  const of = <E extends LedgerEntry>(
    keep: (entry: LedgerEntry) => entry is E,
    saleOf: (entry: E) => string,
  ): ReadonlyMap<string, readonly E[]> => {
    const groups = new Map<string, E[]>();
    for (const entry of all.filter(keep))
      groups.set(saleOf(entry), [...(groups.get(saleOf(entry)) ?? []), entry]);
    return groups;
  };
  const refunds = of(
    (entry): entry is Refund => entry.kind === 'refund',
    ({ body }) => body.sale,
  );
  const steps = of(
    (entry): entry is InvoiceStep => entry.kind === 'invoiceStep',
    ({ body }) => body.of,
  );
  const reversals = new Map(
    all
      .filter((entry): entry is Reversal => entry.kind === 'reversal')
      .map((entry) => [entry.body.of, entry] as const),
  );
  return all
    .filter((entry): entry is Sale => entry.kind === 'sale')
    .sort((a, b) => oldestFirst(b, a))
    .map((sale) => {
      const given = [...(refunds.get(sale.id) ?? [])].sort(oldestFirst);
      const back = standing(given, reversals.values());
      const mine = [...(steps.get(sale.id) ?? [])].sort(oldestFirst);
      const returned = returnedOf(sale, back);
      return {
        id: sale.id,
        sale,
        refunds: back,
        reversed: given.flatMap((refund) => {
          const reversal = reversals.get(refund.id);
          return reversal ? [{ refund, reversal }] : [];
        }),
        steps: mine,
        invoice: invoiceNow(sale.body.invoice, mine),
        refunded: back.reduce((sum, { body }) => sum + body.total, 0),
        undone: sale.body.lines.every(({ quantity }, at) => returned[at] === quantity),
      };
    });
}

/** `高尔夫球 三层 ×2、矿泉水 ×1`. */
export function linesText({ body }: Pick<Sale, 'body'>): string {
  return body.lines
    .map(({ name, spec, quantity }) => `${[name, spec].filter(Boolean).join(' ')} ×${quantity}`)
    .join('、');
}

/** Net takings of listed sales, fen. */
export function netTotal(rows: readonly ListedSale[]): number {
  return rows.reduce((sum, { sale, refunded }) => sum + sale.body.total - refunded, 0);
}
