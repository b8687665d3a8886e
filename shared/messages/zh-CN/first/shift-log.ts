/** Words of `shiftLog` that the first page shows. */
export const shiftLogFirst = {
  title: '交接班',
} as const;
