/** What fees put on Today: the day's sum. */
import { formatMoney } from '@shared/core/money';
import { feeTotal, type FeeRow } from '@shared/fees/totals';
import type { Fee } from '@shared/ledger/entries/fees';
import type { Reversal } from '@shared/ledger/schema';
import { range } from '../../data/read';
import type { TodayContext, TodayPart } from '../../ui/feature';
import { t } from '../../ui/first-words';

export async function feesToday({ day }: TodayContext): Promise<TodayPart> {
  const [fees, reversals] = await Promise.all([
    range<Fee>('ledger', 'kind', ['fee', day], ['fee', day]),
    range<Reversal>('ledger', 'kind', ['reversal', day], ['reversal']),
  ]);
  if (fees.length === 0) return { items: [] };
  const reversed = new Map(reversals.map((reversal) => [reversal.body.of, reversal]));
  const rows = fees.map((fee): FeeRow => ({ id: fee.id, fee, reversal: reversed.get(fee.id) ?? null }));
  return {
    items: [],
    tiles: [
      {
        label: t('fees.todayTile'),
        figure: formatMoney(feeTotal(rows)),
        detail: t('fees.todayTileDetail', { count: rows.filter(({ reversal }) => !reversal).length }),
      },
    ],
  };
}
