/** Words of `stock` that the first page shows. */
export const stockFirst = {
  title: '库存',
} as const;
