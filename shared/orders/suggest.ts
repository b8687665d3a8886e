/** What should be reordered: on hand + on order ≤ reorder point, by supplier (DOMAIN §4). */
import { typedMoney } from '../core/money';
import { onHand, type Books } from '../ledger/books';
import type { Product } from '../products/schema';
import type { StockLineInput } from '../stock/lines';
import type { Units } from './receipts';

export interface Suggestion {
  readonly product: Product;
  /** Base units. */
  readonly held: number;
  readonly coming: number;
  /** Base units to order. */
  readonly quantity: number;
}

export interface SupplierSuggestion {
  /** Supplier id, '' for products without one. */
  readonly supplier: string;
  readonly items: readonly Suggestion[];
}

/** Suggestions of products on sale that have a reorder point, grouped by supplier. */
export function suggestions(
  products: readonly Product[],
  books: Books,
  coming: Units,
): readonly SupplierSuggestion[] {
  const groups = new Map<string, Suggestion[]>();
  for (const product of products) {
    const { reorderPoint, reorderQuantity, supplier } = product.body;
    if (product.status !== 'onSale' || reorderPoint === 0) continue;
    const held = onHand(books, product.id);
    const open = coming.get(product.id) ?? 0;
    if (held + open > reorderPoint) continue;
    // At least so much that it is above the point again.
    const quantity = Math.max(reorderQuantity, reorderPoint + 1 - held - open);
    groups.set(supplier, [...(groups.get(supplier) ?? []), { product, held, coming: open, quantity }]);
  }
  return [...groups].map(([supplier, items]) => ({ supplier, items }));
}

/** Suggestions as lines of a purchase order: whole packs where the product comes in packs and a pack is not too much. */
export function suggestedLines(items: readonly Suggestion[]): readonly StockLineInput[] {
  return items.map(({ product: { id, body }, quantity }) => {
    const { pack, cost } = body;
    const packed = pack !== null && quantity >= pack.size;
    const factor = packed ? pack.size : 1;
    return {
      product: id,
      packed,
      quantity: String(Math.ceil(quantity / factor)),
      price: typedMoney(cost * factor),
    };
  });
}
