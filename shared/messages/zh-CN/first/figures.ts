/** Words of `figures` that the first page shows. */
export const figuresFirst = {
  title: '经营统计',
} as const;
