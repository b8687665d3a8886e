/** All products in memory, found by barcode, by words and by pinyin: a club has some hundreds. */
import { create } from 'zustand';
import type { Envelope } from '@shared/core/envelope';
import type { Product } from '@shared/products/schema';
import { fold } from '@shared/search/fold';
import { hasHan } from '@shared/search/segment';
import { onChange } from './live';
import { all } from './read';

/** What a scanned code stands for: a product and how many base units it is. */
export interface Scanned {
  readonly product: Product;
  readonly factor: number;
}

interface ProductsState {
  /** By id; null while they are loading. */
  readonly products: ReadonlyMap<string, Product> | null;
}

export const useProducts = create<ProductsState>(() => ({ products: null }));

let loading: Promise<void> | null = null;
/** Folded words and pinyin of each product, made when first searched. */
let words: Promise<ReadonlyMap<Product, string>> | null = null;

function take(docs: readonly Envelope[]): void {
  const products = new Map(useProducts.getState().products);
  for (const doc of docs) products.set(doc.id, doc as Product);
  words = null;
  useProducts.setState({ products });
}

/** Loads the products once; afterwards they follow every change by themselves. */
export function loadProducts(): Promise<void> {
  loading ??= all('products').then(take, (error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

onChange(({ collection, docs }) => {
  if (collection === 'products' && useProducts.getState().products) take(docs);
  else if (collection === 'products' && loading) void all('products').then(take);
});

/** The products as they are now, by shelf and SKU; none before `loadProducts`. */
export function productsNow(): readonly Product[] {
  return [...(useProducts.getState().products?.values() ?? [])].sort(
    (a, b) => a.body.shelf.localeCompare(b.body.shelf) || a.body.sku.localeCompare(b.body.sku),
  );
}

/** Everything a barcode or SKU stands for: none, one, or several where a code was given twice. */
export function byBarcode(typed: string): readonly Scanned[] {
  const code = typed.trim();
  if (code === '') return [];
  return productsNow().flatMap((product) => {
    const { barcode, sku, pack } = product.body;
    if (barcode === code || sku === code) return [{ product, factor: 1 }];
    return pack?.barcode === code ? [{ product, factor: pack.size }] : [];
  });
}

async function spelled(): Promise<ReadonlyMap<Product, string>> {
  const { pinyin } = await import('pinyin-pro');
  return new Map(
    productsNow().map((product) => {
      const { name, spec, sku, barcode, category } = product.body;
      const text = `${name} ${spec}`;
      const spoken = hasHan(text)
        ? [
            pinyin(text, { toneType: 'none', type: 'array' }).join(''),
            pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
          ]
        : [];
      return [product, [text, sku, barcode, category, ...spoken].map(fold).join('\n')] as const;
    }),
  );
}

/** Products that hold every typed word, as characters, code or pinyin (full or initials). */
export async function findProducts(typed: string): Promise<readonly Product[]> {
  const wanted = typed.split(/\s+/u).map(fold).filter(Boolean);
  if (wanted.length === 0) return [];
  words ??= spelled();
  return [...(await words)]
    .filter(([, text]) => wanted.every((word) => text.includes(word)))
    .map(([product]) => product);
}
