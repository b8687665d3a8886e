/** Products for the pages: loaded once, live, with what is on hand; suppliers by id. */
import { useEffect, useMemo } from 'react';
import { onHand } from '@shared/ledger/books';
import { priceOn } from '@shared/products/price';
import type { Price, Product, Supplier } from '@shared/products/schema';
import { loadBooks, useBooks } from '../../data/books';
import { useDirectory } from '../../data/directory';
import { loadProducts, productsNow, useProducts } from '../../data/products';
import { today } from '../../data/session';

/** All products by shelf, or null while they load; `onHand` is null until the ledger is summed. */
export function useCatalogue(): {
  readonly products: readonly Product[] | null;
  readonly onHand: ((product: string) => number) | null;
} {
  const loaded = useProducts((state) => state.products);
  const books = useBooks((state) => state.books);
  useEffect(() => {
    void loadProducts();
    void loadBooks();
  }, []);
  const products = useMemo(() => (loaded ? productsNow() : null), [loaded]);
  return { products, onHand: books ? (product) => onHand(books, product) : null };
}

/** The price that holds today. */
export function priceToday({ body }: Product): Price | null {
  return priceOn(body, today());
}

/** Suppliers by name. */
export function useSuppliers(): readonly Supplier[] {
  const records = useDirectory((state) => state.records);
  return useMemo(
    () =>
      [...records.values()]
        .filter((record): record is Supplier => record.kind === 'supplier')
        .sort((a, b) => a.body.name.localeCompare(b.body.name, 'zh-CN')),
    [records],
  );
}
