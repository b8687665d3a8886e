/** Words of `loans` that the first page shows. */
export const loansFirst = {
  title: '押金与代收',
} as const;
