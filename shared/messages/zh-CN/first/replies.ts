/** Words of `replies` that the first page shows. */
export const repliesFirst = {
  title: '统一答复',
} as const;
