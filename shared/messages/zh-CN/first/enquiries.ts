/** Words of `enquiries` that the first page shows. */
export const enquiriesFirst = {
  title: '来电 / 在线受理',
  /** In the side bar, which has room for six characters. */
  nav: '来电受理',
} as const;
