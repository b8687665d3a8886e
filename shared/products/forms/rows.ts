/** Products as they stand on labels and lists, at the price of a day. */
import { amountCell } from '../../forms/texts';
import { priceOn } from '../price';
import type { Product } from '../schema';
import type { PriceListRow } from './price-list';

/** One row a product that has a price on the day. */
export function priceRows(
  products: readonly Product[],
  day: string,
): readonly (PriceListRow & { readonly shelf: string })[] {
  return products.flatMap(({ body }) => {
    const held = priceOn(body, day);
    if (!held) return [];
    const { sku, name, spec, unit, category, shelf, pack, barcode } = body;
    return [
      {
        sku,
        name,
        spec,
        unit,
        category,
        shelf,
        price: held.price,
        memberPrice: held.memberPrice,
        pack: pack ? `${pack.unit}×${pack.size} ${amountCell(pack.price ?? pack.size * held.price)}` : '',
        code: barcode || sku,
      },
    ];
  });
}
