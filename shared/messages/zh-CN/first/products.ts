/** Words of `products` that the first page shows. */
export const productsFirst = {
  title: '商品资料',
} as const;
