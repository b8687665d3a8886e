/** Words of `enquiries` that the first page shows. */
export const enquiriesFirst = {
  title: '来电 / 在线受理',
} as const;
