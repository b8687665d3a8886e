/** Words of `monthEnd` that the first page shows. */
export const monthEndFirst = {
  title: '月末结账',
} as const;
