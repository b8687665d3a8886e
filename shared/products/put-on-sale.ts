/** `product.putOnSale`, `product.takeOffSale`: what may be sold (leads; DOMAIN §3.9, §4). */
import { accept, refuse, type Command } from '../core/command';
import { changed } from '../core/documents';
import type { Staff } from '../directory/schema';
import { factReaders, missingFrom, readersReads } from './facts';
import { PRODUCT_ROLES } from './save-product';
import type { Product } from './schema';

export interface ProductIds {
  readonly ids: readonly string[];
}

/** Only after every clerk on the roster has acknowledged the facts, unless the club does without (`settings.factsBeforeSale`). */
export const putOnSale: Command<ProductIds> = {
  type: 'product.putOnSale',
  roles: PRODUCT_ROLES,
  reads: ({ ids }, { day }) => [
    ...readersReads(day),
    { name: 'products', collection: 'products', ids },
    { name: 'staff', collection: 'directory', index: 'kind', from: ['staff'], to: ['staff'] },
  ],
  decide: (_input, loaded, context) => {
    const products = ((loaded.products ?? []) as readonly Product[]).filter(
      ({ status }) => status !== 'onSale',
    );
    if (products.length === 0) return refuse({ code: 'changedMeanwhile' });
    const roster = readersReads(context.day).flatMap(({ name }) => loaded[name] ?? []);
    const readers = factReaders((loaded.staff ?? []) as readonly Staff[], roster, context.day);
    for (const product of context.settings.factsBeforeSale ? products : []) {
      const missing = missingFrom(product, readers);
      if (missing.length > 0)
        return refuse({
          code: 'factsUnread',
          params: { product: product.body.name, names: missing.map(({ body }) => body.name).join('、') },
        });
    }
    return accept(
      ...products.map((product) => ({
        collection: 'products' as const,
        doc: changed(product, 'product.putOnSale', {}, context, { status: 'onSale' }),
      })),
    );
  },
};

export const takeOffSale: Command<ProductIds> = {
  type: 'product.takeOffSale',
  roles: PRODUCT_ROLES,
  reads: ({ ids }) => [{ name: 'products', collection: 'products', ids }],
  decide: (_input, loaded, context) => {
    const products = ((loaded.products ?? []) as readonly Product[]).filter(
      ({ status }) => status !== 'offSale',
    );
    if (products.length === 0) return refuse({ code: 'changedMeanwhile' });
    return accept(
      ...products.map((product) => ({
        collection: 'products' as const,
        doc: changed(product, 'product.takeOffSale', {}, context, { status: 'offSale' }),
      })),
    );
  },
};
