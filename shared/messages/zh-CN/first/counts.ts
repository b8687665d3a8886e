/** Words of `counts` that the first page shows. */
export const countsFirst = {
  title: '清点与盘点',
} as const;
