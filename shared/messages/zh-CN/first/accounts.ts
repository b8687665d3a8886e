/** Words of `accounts` that the first page shows. */
export const accountsFirst = {
  title: '储值与挂账',
} as const;
