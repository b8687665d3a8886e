/** Words of `deposits` that the first page shows. */
export const depositsFirst = {
  title: '款项上交',
} as const;
