/** New products whose facts wait to be read, and those that may go on sale (DOMAIN §3.9). */
import { NEVER_DUE } from '@shared/core/envelope';
import { hasAcknowledged, missingFrom } from '@shared/products/facts';
import type { Product } from '@shared/products/schema';
import { loadFactReaders } from '../../data/fact-readers';
import { range } from '../../data/read';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

/** Products that are not on sale yet are few; those on sale are not read here. */
export default async function productsToday({ roles }: TodayContext): Promise<readonly TodayItem[]> {
  const waiting = await range<Product>('products', 'status', ['new'], ['new']);
  const me = useSession.getState().actor?.id ?? '';
  const names = (products: readonly Product[]): string =>
    products
      .slice(0, 3)
      .map(({ body }) => body.name)
      .join('、');
  const line = (
    id: string,
    products: readonly Product[],
    title: string,
    path: string,
  ): readonly TodayItem[] =>
    products.length === 0
      ? []
      : [
          {
            id,
            level: 'open',
            title,
            detail: names(products),
            until: '',
            dueAt: NEVER_DUE,
            action: { label: t('products.look'), path },
          },
        ];
  const unread = roles.includes('clerk') ? waiting.filter(({ body }) => !hasAcknowledged(body, me)) : [];
  const readers = roles.includes('lead') && waiting.length > 0 ? await loadFactReaders() : [];
  const ready = roles.includes('lead') ? waiting.filter((one) => missingFrom(one, readers).length === 0) : [];
  return [
    ...line(
      'products:unread',
      unread,
      t('products.todayUnread', { count: unread.length }),
      '/products/unread',
    ),
    ...line('products:ready', ready, t('products.todayReady', { count: ready.length }), '/products/waiting'),
  ];
}
