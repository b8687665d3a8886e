/** Refund ≤ sale, by line and in money. The ids of a sale's refunds are known, so it is checked as each arrives. */
import type { Envelope } from '../../core/envelope';
import type { Refund, Sale } from '../../ledger/entries/sales';
import { reversalId, standing } from '../../ledger/standing';
import { refundIds } from '../../sales/refund';
import { beyond, type Broken, type Taker } from './limit';
import type { RuleReads } from './reads';

const isRefund = (doc: Envelope): doc is Refund => doc.kind === 'refund';

/** Those of a sale's standing refunds that no longer fitted, each once. */
export function refundsBeyond(sale: Sale, refunds: readonly Refund[]): readonly Broken[] {
  const limits: readonly { readonly whole: number; readonly of: (refund: Refund) => number }[] = [
    { whole: sale.body.total, of: ({ body }) => body.total },
    ...sale.body.lines.map(({ quantity }, at) => ({
      whole: quantity,
      of: ({ body }: Refund) =>
        body.lines.filter(({ line }) => line === at).reduce((sum, one) => sum + one.quantity, 0),
    })),
  ];
  const broken = limits.flatMap(({ whole, of }) => {
    const takers = refunds.map((doc): Taker => ({ doc, amount: of(doc) })).filter(({ amount }) => amount > 0);
    const left = takers.reduce((rest, { amount }) => rest - amount, whole);
    return beyond(left, takers, sale);
  });
  const once = new Map(broken.map((one) => [one.over.id, one] as const));
  return [...once.values()].map((one) => ({ rule: 'refund', ref: sale.id, ...one }));
}

/** Checks the sales whose refunds arrived. */
export async function checkRefunds(
  reads: Pick<RuleReads, 'docs'>,
  arrived: readonly Envelope[],
): Promise<readonly Broken[]> {
  const ids = [...new Set(arrived.filter(isRefund).map(({ body }) => body.sale))];
  const sales = await reads.docs('ledger', ids);
  const broken: Broken[] = [];
  for (const sale of sales) {
    if (sale.kind !== 'sale') continue;
    const ids = refundIds(sale.id);
    const found = await reads.docs('ledger', [...ids, ...ids.map(reversalId)]);
    broken.push(...refundsBeyond(sale as Sale, standing(found.filter(isRefund), found)));
  }
  return broken;
}
