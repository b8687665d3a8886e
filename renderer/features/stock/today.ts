/** What stock puts on Today: displays the store can fill, and stock below zero. */
import { restocks, stockLevels, type StockLevel } from '@shared/stock/levels';
import { loadBooks } from '../../data/books';
import { loadProducts, productsNow } from '../../data/products';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

/** Names that fit into one line. */
const NAMED = 3;
const named = (levels: readonly Pick<StockLevel, 'product'>[]): string =>
  levels
    .slice(0, NAMED)
    .map(({ product }) => product.body.name)
    .join(t('ui.listSeparator'));

export default async function stockToday({ now, settings }: TodayContext): Promise<readonly TodayItem[]> {
  const [books] = await Promise.all([loadBooks(), loadProducts()]);
  const levels = stockLevels(productsNow(), books, settings.locations);
  const waiting = restocks(levels);
  const negative = levels.filter((level) => level.negative);
  const base = { until: '', dueAt: now };
  return [
    ...(waiting.length > 0
      ? [
          {
            ...base,
            id: 'stock:restock',
            level: 'due' as const,
            title: t('stock.todayRestock', { count: waiting.length }),
            detail: t('stock.todayRestockDetail', { names: named(waiting) }),
            action: { label: t('stock.doRestock'), path: '/stock/restock' },
          },
        ]
      : []),
    ...(negative.length > 0
      ? [
          {
            ...base,
            id: 'stock:negative',
            level: 'due' as const,
            title: t('stock.todayNegative', { count: negative.length }),
            detail: t('stock.todayNegativeDetail', { names: named(negative) }),
            action: { label: t('stock.doOpen'), path: `/stock/${negative[0]?.id ?? ''}` },
          },
        ]
      : []),
  ];
}
