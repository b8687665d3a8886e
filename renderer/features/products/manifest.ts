/** Products in the frame. */
import type { Product } from '@shared/products/schema';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';

export const productsFeature: Feature = {
  id: 'products',
  collections: ['products'],
  nav: {
    group: 'groupShop',
    label: 'products.title',
    icon: 'tag',
    path: '/products',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  page: () => import('./products-page'),
  todayLater: () => import('./today'),
  present: (doc) => {
    if (doc.kind !== 'product') return null;
    const { body, status } = doc as Product;
    return {
      title: `${body.name} ${body.spec}　${body.sku}`,
      detail: `${t(`products.status.${status}`)} · ${body.category} · ${body.shelf}`,
      path: `/products/${doc.id}`,
    };
  },
};
