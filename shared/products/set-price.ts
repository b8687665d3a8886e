/** `product.setPrice`: a price from a day on; earlier ones are kept (DOMAIN §4). */
import { accept, refuse, type Command } from '../core/command';
import { changed } from '../core/documents';
import { Checks } from '../core/field-checks';
import { checkPrices } from './fields';
import { PRODUCT_ROLES } from './save-product';
import type { Product } from './schema';

export interface SetPrice {
  readonly id: string;
  /** First business day, today or later. */
  readonly from: string;
  readonly price: string;
  readonly memberPrice: string;
}

export const setPrice: Command<SetPrice> = {
  type: 'product.setPrice',
  roles: PRODUCT_ROLES,
  reads: ({ id }) => [{ name: 'product', collection: 'products', ids: [id] }],
  decide: ({ from, ...typed }, loaded, context) => {
    const product = loaded.product?.[0] as Product | undefined;
    if (!product) return refuse({ code: 'notFound' });
    const checks = new Checks();
    const { price, memberPrice } = checkPrices(checks, typed);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(from)) checks.refuse('from', 'required');
    // What was sold before stays as it was sold.
    else if (from < context.day) checks.refuse('from', 'priceInPast');
    if (checks.refusals.length > 0 || price === null) return refuse(...checks.refusals);
    const prices = [
      ...product.body.prices.filter((one) => one.from !== from),
      { from, price, memberPrice },
    ].sort((a, b) => a.from.localeCompare(b.from));
    return accept({ collection: 'products', doc: changed(product, 'product.setPrice', { prices }, context) });
  },
};
