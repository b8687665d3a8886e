/** Words of `complaints` that the first page shows. */
export const complaintsFirst = {
  title: '投诉受理',
} as const;
