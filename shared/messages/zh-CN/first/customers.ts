/** Words of `customers` that the first page shows. */
export const customersFirst = {
  title: '客户',
} as const;
