/** The sales of a period with their refunds and invoices, kept current. */
import { useMemo } from 'react';
import type { Period } from '@shared/core/period';
import type { Sale } from '@shared/ledger/entries/sales';
import type { LedgerEntry } from '@shared/ledger/schema';
import { followerIds, listedSales, type ListedSale } from '@shared/sales/rows';
import { useLive, type ReadState } from '../../data/live';
import { byIds, range } from '../../data/read';

type ById = ReadonlyMap<string, LedgerEntry>;

/** Sales with what followed them, of whatever day. */
export async function withFollowers(sales: readonly Sale[]): Promise<readonly LedgerEntry[]> {
  return [
    ...sales,
    ...(await byIds<LedgerEntry>(
      'ledger',
      sales.flatMap(({ id }) => followerIds(id)),
    )),
  ];
}

const mapOf = (entries: readonly LedgerEntry[]): ById => new Map(entries.map((entry) => [entry.id, entry]));

export interface Sales {
  readonly state: ReadState;
  /** Newest first. */
  readonly rows: readonly ListedSale[];
}

/** @param also a sale outside the period that is open beside the list, or '' */
export function useSales({ from, to }: Period, also: string): Sales {
  const live = useLive<ById>(
    async () => {
      const [listed, refunds, reversals, one] = await Promise.all([
        range<Sale>('ledger', 'kind', ['sale', from], ['sale', to]),
        range<LedgerEntry>('ledger', 'kind', ['refund', from], ['refund', '9']),
        range<LedgerEntry>('ledger', 'kind', ['reversal', from], ['reversal', '9']),
        byIds<LedgerEntry>('ledger', also === '' ? [] : [also]),
      ]);
      const steps = await range<LedgerEntry>('ledger', 'kind', ['invoiceStep', from], ['invoiceStep', '9']);
      const open = one.filter((entry): entry is Sale => entry.kind === 'sale');
      // Nothing follows a sale before its own day, so these ranges hold all followers of the listed ones.
      return mapOf([...listed, ...refunds, ...reversals, ...steps, ...(await withFollowers(open))]);
    },
    ['ledger'],
    [from, to, also],
    (entries, { docs }) => {
      const fresh = (docs as readonly LedgerEntry[]).filter(
        (entry) =>
          (entry.kind === 'sale' && entry.day >= from && entry.day <= to) ||
          entry.kind === 'refund' ||
          entry.kind === 'reversal' ||
          entry.kind === 'invoiceStep',
      );
      return fresh.length === 0 ? entries : new Map([...entries, ...mapOf(fresh)]);
    },
  );
  const entries = live.state === 'ready' ? live.value : null;
  return useMemo(
    () => ({ state: live.state, rows: listedSales(entries?.values() ?? []) }),
    [live.state, entries],
  );
}
