/** A code may stand for several products, or for one that cannot be sold (DOMAIN §4). */
import { describe, expect, it } from 'vitest';
import type { Product } from '@shared/products/schema';
import { meantBy, unsold } from '@shared/sales/scan';

const DAY = '2026-11-21';
const one = (id: string, status: Product['status'], from = '2026-01-01'): { readonly product: Product } => ({
  product: {
    id,
    status,
    body: { pack: null, prices: [{ from, price: 100, memberPrice: null }] },
  } as unknown as Product,
});

it('says why a product cannot be sold', () =>
  expect(
    [one('a', 'onSale'), one('b', 'new'), one('c', 'offSale'), one('d', 'onSale', '2026-11-22')].map(
      ({ product }) => unsold(product, DAY),
    ),
  ).toEqual([null, 'notYetOnSale', 'offSale', 'noPrice']));

describe('meantBy', () => {
  const names = (...scanned: readonly { readonly product: Product }[]): readonly string[] =>
    meantBy(scanned, DAY).map(({ product }) => product.id);
  it('leaves the choice among all that can be sold', () =>
    expect(names(one('a', 'onSale'), one('b', 'onSale'))).toEqual(['a', 'b']));
  it('needs no choice where the other one is off sale', () =>
    expect(names(one('a', 'offSale'), one('b', 'onSale'))).toEqual(['b']));
  it('keeps what cannot be sold, so that the reason is said', () =>
    expect(names(one('a', 'offSale'))).toEqual(['a']));
  it('knows nothing of an unknown code', () => expect(names()).toEqual([]));
});
