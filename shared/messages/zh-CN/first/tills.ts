/** Words of `tills` that the first page shows. */
export const tillsFirst = {
  title: '钱箱与交接',
} as const;
