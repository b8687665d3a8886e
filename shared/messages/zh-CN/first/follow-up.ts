/** Words of follow-up that the first page shows. */
export const followUpFirst = {
  title: '回访',
} as const;
