/** What sales put on Today: the day's takings. */
import { formatMoney } from '@shared/core/money';
import type { Refund, Sale } from '@shared/ledger/entries/sales';
import { listedSales, netTotal } from '@shared/sales/rows';
import { range } from '../../data/read';
import type { TodayContext, TodayPart } from '../../ui/feature';
import { t } from '../../ui/i18n';

export async function salesToday({ day }: TodayContext): Promise<TodayPart> {
  // Nothing is given back before it is sold: two ranges are quicker than the ids that may follow each sale.
  const [sales, refunds] = await Promise.all([
    range<Sale>('ledger', 'kind', ['sale', day], ['sale', day]),
    range<Refund>('ledger', 'kind', ['refund', day], ['refund']),
  ]);
  const rows = listedSales([...sales, ...refunds]);
  if (rows.length === 0) return { items: [] };
  return {
    items: [],
    tiles: [
      {
        label: t('sales.tile'),
        figure: formatMoney(netTotal(rows)),
        detail: t('sales.tileDetail', { count: rows.length }),
      },
    ],
  };
}
