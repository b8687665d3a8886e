/** What stands where: the rows of the stock page, thin displays and what fills them (补架, DOMAIN §4). */
import { onHand, type Books } from '../ledger/books';
import type { Product } from '../products/schema';
import type { StockLineInput } from './lines';

/** One product's stock in base units; any of it may be below 0. */
export interface StockLevel {
  readonly id: string;
  readonly product: Product;
  /** By location in the settings' order; stock in a place that is no longer among them counts in `total` only. */
  readonly held: readonly number[];
  readonly total: number;
  /** Fen at the last known cost. */
  readonly value: number;
  /** Some place is below 0: something was not recorded. */
  readonly negative: boolean;
  /** The display is empty or below its minimum. */
  readonly thin: boolean;
}

/** Levels of all products that are sold or still in stock. */
export function stockLevels(
  products: readonly Product[],
  books: Books,
  locations: readonly string[],
): readonly StockLevel[] {
  return products
    .map((product): StockLevel => {
      const { id, body, status } = product;
      const places = Object.values(books.stock[id] ?? {});
      const held = locations.map((location) => onHand(books, id, location));
      const total = onHand(books, id);
      return {
        id,
        product,
        held,
        total,
        value: total * body.cost,
        negative: places.some((quantity) => quantity < 0),
        thin: status === 'onSale' && isThin(held[0] ?? 0, body.displayMinimum),
      };
    })
    .filter(
      ({ id, product, total }) =>
        product.status !== 'offSale' || total !== 0 || Object.values(books.stock[id] ?? {}).some(Boolean),
    );
}

function isThin(display: number, minimum: number): boolean {
  return display <= 0 || display < minimum;
}

/** One thin display that the store can fill. */
export interface Restock {
  readonly product: Product;
  readonly display: number;
  readonly store: number;
  /** Base units to carry: up to twice the minimum, as far as the store reaches. */
  readonly quantity: number;
}

/** Thin displays with stock in the store: the first location is the display, the second the store. */
export function restocks(levels: readonly StockLevel[]): readonly Restock[] {
  return levels.flatMap(({ product, held: [display = 0, store = 0], thin }) => {
    if (!thin || store <= 0) return [];
    const wanted = Math.max(1, 2 * product.body.displayMinimum) - display;
    return [{ product, display, store, quantity: Math.min(store, wanted) }];
  });
}

/** Proposals as lines of one transfer. */
export function restockLines(proposals: readonly Restock[]): readonly StockLineInput[] {
  return proposals.map(({ product, quantity }) => ({
    product: product.id,
    packed: false,
    quantity: String(quantity),
    price: '',
  }));
}
