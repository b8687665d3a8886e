/** What a product costs on a day (DOMAIN §4: price changes are dated and kept). */
import type { Price, ProductBody } from './schema';

/** The price that holds on a business day, or null before the first. */
export function priceOn({ prices }: Pick<ProductBody, 'prices'>, day: string): Price | null {
  let held: Price | null = null;
  for (const price of prices) if (price.from <= day) held = price;
  return held;
}
