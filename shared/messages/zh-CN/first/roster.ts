/** Words of `roster` that the first page shows. */
export const rosterFirst = {
  title: '值班考勤',
} as const;
