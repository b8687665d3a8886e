/** What should be reordered now. */
import { onOrder } from '@shared/orders/receipts';
import { suggestions, type SupplierSuggestion } from '@shared/orders/suggest';
import { loadBooks } from '../../data/books';
import { loadProducts, productsNow } from '../../data/products';
import { loadOrders, type Orders } from './use-orders';

export async function loadSuggestions(orders?: Orders): Promise<readonly SupplierSuggestion[]> {
  const [books, { purchases, standing }] = await Promise.all([
    loadBooks(),
    orders ?? loadOrders(),
    loadProducts(),
  ]);
  return suggestions(
    productsNow(),
    books,
    onOrder(
      purchases.map(({ order }) => order),
      standing,
    ),
  );
}
