/** Records of this feature as lines of the search box: products. */
import type { Product } from '@shared/products/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (doc.kind !== 'product') return null;
  const { body, status } = doc as Product;
  return {
    title: `${body.name} ${body.spec}　${body.sku}`,
    detail: `${t(`products.status.${status}`)} · ${body.category} · ${body.shelf}`,
    path: `/products/${doc.id}`,
  };
};

export default present;
