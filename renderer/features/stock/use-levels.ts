/** The levels of all products, following every entry. */
import { useEffect, useMemo } from 'react';
import { stockLevels, type StockLevel } from '@shared/stock/levels';
import { loadBooks, useBooks } from '../../data/books';
import { useDirectory } from '../../data/directory';
import { loadProducts, productsNow, useProducts } from '../../data/products';

/** Null while they are loading. */
export function useLevels(): readonly StockLevel[] | null {
  const books = useBooks((state) => state.books);
  const products = useProducts((state) => state.products);
  const locations = useDirectory(({ settings }) => settings.locations);
  useEffect(() => {
    void loadProducts();
    void loadBooks();
  }, []);
  return useMemo(
    () => (books && products ? stockLevels(productsNow(), books, locations) : null),
    [books, products, locations],
  );
}
