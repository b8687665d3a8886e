/** What a scanned code means at the counter (DOMAIN §4). */
import type { Product } from '../products/schema';
import { unitPrice } from './price-sale';

/** Why a product cannot be sold on a day, as a refusal's code, or null. */
export function unsold(product: Product, day: string): 'notYetOnSale' | 'offSale' | 'noPrice' | null {
  if (product.status === 'new') return 'notYetOnSale';
  if (product.status === 'offSale') return 'offSale';
  return unitPrice(product, false, false, day) ? null : 'noPrice';
}

/** Of all a code stands for, what the clerk may mean: what can be sold, or else everything. */
export function meantBy<S extends { readonly product: Product }>(
  scanned: readonly S[],
  day: string,
): readonly S[] {
  const sold = scanned.filter(({ product }) => unsold(product, day) === null);
  return sold.length > 0 ? sold : scanned;
}
