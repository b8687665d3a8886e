/** Words of `orders` that the first page shows. */
export const ordersFirst = {
  title: '订货',
} as const;
