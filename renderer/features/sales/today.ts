/** What sales put on Today: the day's takings. */
import { formatMoney } from '@shared/core/money';
import type { Refund, Sale } from '@shared/ledger/entries/sales';
import type { Reversal } from '@shared/ledger/schema';
import { dayTakings } from '@shared/sales/day-takings';
import { range } from '../../data/read';
import type { TodayContext, TodayPart } from '../../ui/feature';
import { t } from '../../ui/first-words';

export async function salesToday({ day }: TodayContext): Promise<TodayPart> {
  // Nothing is given back before it is sold: two ranges are quicker than the ids that may follow each sale.
  const [sales, refunds, reversals] = await Promise.all([
    range<Sale>('ledger', 'kind', ['sale', day], ['sale', day]),
    range<Refund>('ledger', 'kind', ['refund', day], ['refund']),
    range<Reversal>('ledger', 'kind', ['reversal', day], ['reversal']),
  ]);
  if (sales.length === 0) return { items: [] };
  const { count, total } = dayTakings(sales, refunds, reversals);
  return {
    items: [],
    tiles: [
      {
        label: t('sales.tile'),
        figure: formatMoney(total),
        detail: t('sales.tileDetail', { count }),
      },
    ],
  };
}
