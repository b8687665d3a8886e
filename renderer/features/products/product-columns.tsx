/** Columns of the product register. */
import { formatMoney } from '@shared/core/money';
import type { Product } from '@shared/products/schema';
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';
import { priceToday } from './use-catalogue';

const price = (product: Product, kind: 'price' | 'memberPrice'): number => priceToday(product)?.[kind] ?? 0;

export function productColumns(
  onHand: ((product: string) => number) | null,
): readonly RegisterColumn<Product>[] {
  return [
    {
      key: 'shelf',
      title: t('products.field.shelf'),
      width: '70px',
      render: ({ body }) => body.shelf,
      sort: ({ body }) => body.shelf,
    },
    {
      key: 'sku',
      title: t('products.field.sku'),
      width: '92px',
      render: ({ body }) => <span className="quiet">{body.sku}</span>,
      sort: ({ body }) => body.sku,
      wideOnly: true,
    },
    {
      key: 'name',
      title: t('products.field.name'),
      width: 'minmax(150px, 1.6fr)',
      render: ({ body }) => (
        <>
          {body.name} <span className="quiet">{body.spec}</span>
        </>
      ),
      sort: ({ body }) => body.name,
    },
    {
      key: 'category',
      title: t('products.field.category'),
      width: 'minmax(90px, 0.7fr)',
      render: ({ body }) => body.category,
      sort: ({ body }) => body.category,
      wideOnly: true,
    },
    {
      key: 'unit',
      title: t('products.field.unit'),
      width: '54px',
      render: ({ body }) => body.unit,
      wideOnly: true,
    },
    {
      key: 'price',
      title: t('products.field.price'),
      width: '96px',
      align: 'right',
      render: (product) => formatMoney(price(product, 'price')),
      sort: (product) => price(product, 'price'),
    },
    {
      key: 'memberPrice',
      title: t('products.field.memberPrice'),
      width: '96px',
      align: 'right',
      render: (product) => {
        const member = price(product, 'memberPrice');
        return member > 0 ? formatMoney(member) : <span className="quiet">—</span>;
      },
      sort: (product) => price(product, 'memberPrice'),
      wideOnly: true,
    },
    {
      key: 'onHand',
      title: t('products.field.onHand'),
      width: '74px',
      align: 'right',
      render: ({ id }) => {
        const quantity = onHand?.(id);
        return (
          <span className={quantity !== undefined && quantity < 0 ? 'error' : ''}>{quantity ?? ''}</span>
        );
      },
      sort: ({ id }) => onHand?.(id) ?? 0,
    },
    {
      key: 'status',
      title: t('products.field.status'),
      width: '84px',
      render: ({ status }) => (
        <span className={status === 'onSale' ? 'tag good' : status === 'new' ? 'tag due' : 'tag'}>
          {t(`products.status.${status}`)}
        </span>
      ),
      sort: ({ status }) => status,
    },
  ];
}
